// SPDX-License-Identifier: Apache-2.0

import Programme

/// What is put side by side: the plan, scenarios that were kept, and states that were not.
struct LabOptions {
  /// One of what is compared.
  enum Option: Equatable {
    /// The plan as it stands.
    case plan
    /// A scenario that was kept, by its id.
    case kept(String)
    /// A state that nobody has kept.
    case state(LabState)
  }

  /// An option with its title and state.
  struct Side {
    let title: String
    let state: LabState
    let href: String
    let changes: [String]
  }

  /// How many can be side by side.
  static let most = 4

  /// The options in the order in which they were asked for, each once.
  private(set) var sides: [Side] = []
  /// What is wrong with what was asked.
  private(set) var errors = FormErrors()

  init(_ query: FormFields, _ laboratory: Laboratory, _ kept: [LabScenarioState.Kept]) {
    var names: [String] = []
    for pair in query.pairs where ["scenario", "state"].contains(pair.name) {
      let name = "\(pair.name)=\(pair.value)"
      guard !names.contains(name), !pair.value.isEmpty || pair.name == "state" else { continue }
      names.append(name)
      guard sides.count < Self.most else {
        errors.add("scenario", "Choose \(Self.most) at most.")
        break
      }
      if pair.name == "state" {
        add(pair.value, laboratory)
      } else {
        add(scenario: pair.value, laboratory, kept)
      }
    }
  }

  /// The fields of an address that asks for options.
  static func fields(_ options: [Option]) -> FormFields {
    FormFields(
      options.map { option in
        switch option {
        case .plan: ("scenario", "plan")
        case .kept(let id): ("scenario", id)
        case .state(let state): ("state", String(state.query.dropFirst()))
        }
      })
  }

  private mutating func add(
    scenario id: String, _ laboratory: Laboratory, _ kept: [LabScenarioState.Kept]
  ) {
    guard id != "plan" else { return append("The plan as it stands", LabState(), laboratory) }
    guard let found = kept.first(where: { $0.scenario.id == id }) else {
      return errors.add("scenario", "There is no scenario “\(id.prefix(80))”.")
    }
    let form = LabForm(FormFields(found.scenario.pairs), laboratory.inputs)
    guard !form.errors.hasErrors else {
      return errors.add(
        "scenario",
        "“\(found.scenario.title)” sets an assumption that the plan has no longer, or to what it "
          + "no longer allows.")
    }
    append(found.scenario.title, form.state, laboratory)
  }

  private mutating func add(_ query: String, _ laboratory: Laboratory) {
    let form = LabForm(FormFields(encoded: query), laboratory.inputs)
    guard let wrong = form.errors.errors.first else {
      return append(Self.title(form.state, laboratory), form.state, laboratory)
    }
    errors.add("scenario", wrong.message)
  }

  private mutating func append(_ title: String, _ state: LabState, _ laboratory: Laboratory) {
    // One luck for all: the differences must come from the settings alone.
    let shared = LabState(settings: state.settings)
    guard !sides.contains(where: { $0.state == shared }) else { return }
    sides.append(
      Side(
        title: title, state: shared, href: "/lab" + shared.query,
        changes: laboratory.inputs.compactMap { input in
          shared.settings[input.id].map { LabWords.change($0, input) }
        }))
  }

  /// A title for a state without a name: what it changes first.
  static func title(_ state: LabState, _ laboratory: Laboratory) -> String {
    let changed = laboratory.inputs.filter { state.settings[$0.id] != nil }
    guard let first = changed.first, let setting = state.settings[first.id] else {
      return "The plan as it stands"
    }
    let value = LabNumbers.text(setting.value(of: first), first.unit)
    return "\(first.label): \(value)"
      + (changed.count == 1 ? "" : ", and \(changed.count - 1) more")
  }
}

extension LabScenario {
  /// The settings as the pairs of an address.
  var pairs: [(name: String, value: String)] {
    settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  /// The state that was kept, as the query of an address.
  var query: String { QueryText.encode(FormFields(pairs)) }
}

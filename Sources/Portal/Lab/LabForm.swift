// SPDX-License-Identifier: Apache-2.0

/// The form of the lab: from what a browser sends to a state, and from a state to fields.
///
/// An address has one pair for each change (`assumption.x=low`). The form sends two fields for each
/// assumption: a choice (`c.assumption.x`) and a number (`v.assumption.x`). What the number box held
/// when it was drawn comes back too (`w.assumption.x`), so that a number typed now wins over the
/// choice and a number that was there before gives way to a new choice.
struct LabForm {
  /// What was sent, as a state; what could not be read is left out of it.
  private(set) var state = LabState()
  /// What is wrong with what was sent.
  private(set) var errors = FormErrors()
  /// Whether it came from the form, so that its address is not yet the short one.
  private(set) var isSent = false

  private let inputs: [LabInput]
  private let fields: FormFields

  /// The words of the choice that leaves an assumption to the plan.
  static let plan = "plan"

  init(_ fields: FormFields, _ inputs: [LabInput]) {
    self.inputs = inputs
    self.fields = fields
    let known = Dictionary(inputs.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    for name in Self.names(in: fields) { read(name, known) }
  }

  /// The names of what was sent, each once.
  private static func names(in fields: FormFields) -> [String] {
    var seen: Set<String> = []
    return fields.pairs.map(\.name).filter { seen.insert($0).inserted }
  }

  private mutating func read(_ name: String, _ known: [String: LabInput]) {
    switch name {
    case "runs": readRuns()
    case "seed": readSeed()
    case "compare", "scenario": break
    default:
      if let input = known[name] { return readSetting(input) }
      let prefix = name.prefix(2)
      guard ["c.", "v.", "w."].contains(prefix), let input = known[String(name.dropFirst(2))]
      else {
        return errors.add(
          "assumptions", "There is no assumption “\(name.prefix(80))” in this plan.")
      }
      isSent = true
      if prefix != "w." { readForm(input) }
    }
  }

  private mutating func readRuns() {
    guard let runs = Int(fields["runs"]), LabState.runChoices.contains(runs) else {
      return errors.add(
        "runs", "Choose \(LabWords.list(LabState.runChoices.map { "\($0)" }, "or")) runs.")
    }
    state.runs = runs
  }

  private mutating func readSeed() {
    guard let seed = UInt64(fields["seed"]), seed <= 999_999 else {
      return errors.add("seed", "Enter a whole number from 0 to 999999.")
    }
    state.seed = seed
  }

  /// A pair of a short address.
  private mutating func readSetting(_ input: LabInput) {
    let text = fields[input.id]
    guard let setting = LabSetting(text) else {
      return errors.add("v.\(input.id)", Self.notANumber(text, input))
    }
    set(setting, input)
  }

  /// The choice and the number of the form.
  private mutating func readForm(_ input: LabInput) {
    guard state.settings[input.id] == nil, errors["v.\(input.id)"] == nil else { return }
    let (typed, before) = (fields["v.\(input.id)"], fields["w.\(input.id)"])
    let choice = fields["c.\(input.id)"]
    if !typed.isEmpty, typed != before || choice == "number" {
      guard let number = LabNumbers.typed(typed) else {
        return errors.add("v.\(input.id)", Self.notANumber(typed, input))
      }
      return set(.value(number), input)
    }
    switch choice {
    case "", Self.plan, "number": break
    case "half": set(.value(input.central / 2), input)
    default:
      guard let setting = LabSetting(choice) else {
        return errors.add("c.\(input.id)", "Choose one of the list for “\(input.label)”.")
      }
      set(setting, input)
    }
  }

  private mutating func set(_ setting: LabSetting, _ input: LabInput) {
    guard let value = setting.value(of: input) else {
      return errors.add("c.\(input.id)", "There is no evidence about “\(input.label)” to use.")
    }
    let allowed = input.allowed
    guard allowed.contains(value) else {
      return errors.add(
        "v.\(input.id)",
        "“\(input.label)”: enter a number "
          + "\(LabNumbers.between(allowed.lowerBound, allowed.upperBound, input.unit)). You "
          + "entered \(LabNumbers.text(value, input.unit)).")
    }
    state.settings[input.id] = setting
  }

  private static func notANumber(_ text: String, _ input: LabInput) -> String {
    "“\(input.label)”: enter a number, such as \(LabNumbers.plain(input.central)). You entered "
      + "“\(text.prefix(40))”."
  }
}

// MARK: - Fields

extension LabForm {
  /// Assumptions under one heading.
  struct Group {
    let title: String
    /// How many there are and how many are changed, in words.
    let count: String
    let isOpen: Bool
    let inputs: [Entry]
  }

  /// An assumption with its words and fields.
  struct Entry {
    let id: String
    let label: String
    let about: String
    let evidence: [String]
    let hasEvidence: Bool
    let reason: String?
    let sources: [SectionLink]
    let isChanged: Bool
    let isWrong: Bool
    let choice: Field
    let number: Number
  }

  /// The box for a number, with its limits.
  struct Number {
    let id: String
    let name: String
    let label: String
    let hint: String
    let error: String?
    let value: String
    let held: String?
    let heldName: String
    let describedBy: String
  }

  /// The groups in the order in which their first assumption stands in the plan.
  var groups: [Group] {
    var titles: [String] = []
    for input in inputs where !titles.contains(input.group) { titles.append(input.group) }
    return titles.map { title in
      let members = inputs.filter { $0.group == title }.map(entry)
      let changed = members.count { $0.isChanged }
      return Group(
        title: title,
        count: LabWords.count(members.count, "assumption", "assumptions")
          + (changed == 0 ? "" : ", \(changed) changed"),
        isOpen: members.contains { $0.isChanged || $0.isWrong }, inputs: members)
    }
  }

  private func entry(_ input: LabInput) -> Entry {
    let number = number(input)
    let choiceError = errors["c.\(input.id)"]
    return Entry(
      id: input.id, label: input.label, about: LabWords.about(input),
      evidence: input.evidence.map { LabWords.evidence($0, input.unit) },
      hasEvidence: !input.evidence.isEmpty, reason: input.why.isEmpty ? nil : input.why,
      sources: input.evidence.filter { !$0.source.isEmpty }.map {
        SectionLink(text: "Source: \($0.label)", href: "/sources/\($0.source)")
      },
      isChanged: state.settings[input.id] != nil,
      isWrong: number.error != nil || choiceError != nil,
      choice: .select(
        "c.\(input.id)", "Set it to", LabWords.choices(input), chosen: chosen(input),
        error: choiceError), number: number)
  }

  /// What stands in the list: what was sent when something is wrong, otherwise the state.
  private func chosen(_ input: LabInput) -> String {
    if errors.hasErrors, fields.has("c.\(input.id)") { return fields["c.\(input.id)"] }
    switch state.settings[input.id] {
    case nil: return Self.plan
    case .value: return "number"
    case let setting?: return setting.text
    }
  }

  private func number(_ input: LabInput) -> Number {
    let id = "v.\(input.id)"
    var value = ""
    if case .value(let number) = state.settings[input.id] { value = LabNumbers.machine(number) }
    let held = value.isEmpty ? nil : value
    if errors.hasErrors, fields.has(id) { value = fields[id] }
    if errors[id] != nil, fields.has(input.id) { value = fields[input.id] }
    let allowed = input.allowed
    return Number(
      id: id, name: id, label: "Or a number of your own",
      hint: "Any number "
        + LabNumbers.between(allowed.lowerBound, allowed.upperBound, input.unit) + ".",
      error: errors[id], value: value, held: errors.hasErrors ? fields["w.\(input.id)"] : held,
      heldName: "w.\(input.id)",
      describedBy: "\(id)-hint" + (errors[id] == nil ? "" : " \(id)-error"))
  }

  /// Whether the fields of runs and seed are shown without being asked for.
  var isSettingsOpen: Bool {
    errors["runs"] != nil || errors["seed"] != nil || state.runs != LabState.usualRuns
      || state.seed != LabState.usualSeed
  }

  /// How it is worked out: runs and seed.
  var settings: [Field] {
    [
      .select(
        "runs", "How many runs",
        LabState.runChoices.map { ("\($0)", $0 == 1000 ? "1,000" : LabNumbers.plain(Double($0))) },
        chosen: "\(state.runs)",
        hint: "More runs take longer and blur less.", error: errors["runs"]),
      .line(
        "seed", "Seed", value: fields.has("seed") ? fields["seed"] : "\(state.seed)",
        hint: "The same seed gives the same luck, and so the same answer.", error: errors["seed"],
        type: "text"),
    ]
  }
}

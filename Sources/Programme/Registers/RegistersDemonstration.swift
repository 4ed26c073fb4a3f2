// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Made-up entries in every register, whatever its fields: added over the two years, moved along
/// their lifecycle, changed, corrected, and some late.
enum RegistersDemonstration {
  /// How many entries each register gets.
  private static let count = 7

  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    stage.plan.registers.registers.enumerated().flatMap { place, register in
      (0..<count).flatMap { number in
        RegisterStory(register, place, number, stage).steps()
      }
    }
  }
}

/// What happens to one made-up entry.
private struct RegisterStory {
  private let register: RegisterDefinition
  private let number: Int
  private let stage: ProgrammeStage
  private let draw: UInt64
  private let start: CivilDay

  init(_ register: RegisterDefinition, _ place: Int, _ number: Int, _ stage: ProgrammeStage) {
    self.register = register
    self.number = number
    self.stage = stage
    var word = (stage.seed &+ UInt64(place * 100 + number + 1)) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    draw = word ^ (word >> 27)
    start = stage.first.adding(30 + number * 90 + place * 7)
  }

  private var key: String {
    let letters = register.title.split(separator: " ").compactMap(\.first).prefix(2)
    return String(letters).uppercased() + "-0\(number + 1)"
  }

  private var desk: RegisterDesk {
    RegisterDesk(stage.data, plan: stage.plan.registers, clock: stage.clock)
  }

  /// A number that depends on the seed and a place, below a limit.
  private func pick(_ place: Int, below limit: Int) -> Int {
    limit > 0 ? Int((draw >> UInt64(place * 5 % 40)) % UInt64(limit)) : 0
  }

  func steps() -> [DemonstrationStep] {
    let values = Dictionary(
      uniqueKeysWithValues: register.fields.enumerated().map { ($1.id, value($1, $0)) })
    let (desk, register, office) = (desk, register.id, stage.office)
    let added = DemonstrationStep(start, minutes: 560) {
      try await desk.add(register, values, by: office)
    }
    return [added] + moves() + changes()
  }

  private func value(_ field: RegisterField, _ place: Int) -> String {
    let plan = stage.plan.registers
    switch field.part {
    case .key: return key
    case .title: return "Synthetic entry \(number + 1) of \(register.title.lowercased())"
    case .status: return field.choices.first ?? ""
    case .due: return start.adding(90 + pick(place, below: 120)).iso
    case nil: break
    }
    switch field.kind {
    case .text: return "Synthetic words"
    case .day: return field.isRequired ? start.iso : ""
    case .money: return "\((pick(place, below: 40) + 2) * 25_000)"
    case .number: return "\(pick(place, below: 60) + 1)"
    case .choice: return field.choices[pick(place, below: field.choices.count)]
    case .yesNo: return pick(place, below: 2) == 0 ? "yes" : "no"
    case .organisation:
      return plan.organisations.isEmpty
        ? "" : plan.organisations[pick(place, below: plan.organisations.count)].id
    case .workstream:
      return plan.workstreams.isEmpty
        ? "" : plan.workstreams[pick(place, below: plan.workstreams.count)].id
    }
  }

  /// Along the first allowed move, a month or two apart; entries go a different distance.
  private func moves() -> [DemonstrationStep] {
    guard let field = register.field(as: .status), var status = field.choices.first else {
      return []
    }
    let (desk, register, key, office) = (desk, register.id, key, stage.office)
    var steps: [DemonstrationStep] = []
    var day = start
    for step in 0..<(number % 5 + (number < 3 ? 2 : 0)) {
      let next = field.next(after: status)
      guard !next.isEmpty else { break }
      let to = next[number == 4 && step == 1 ? next.count - 1 : 0]
      day = day.adding(35 + pick(step, below: 30))
      guard day <= stage.last else { break }
      let on = day
      steps.append(
        DemonstrationStep(day, minutes: 580) {
          try await desk.move(
            register, key, to: to, on: on, reason: "Synthetic: as the made-up record has it.",
            by: office)
        })
      status = to
    }
    return steps
  }

  /// One entry's amount changes, another's words were wrong.
  private func changes() -> [DemonstrationStep] {
    let money = register.moneyFields.first
    let words = register.field(as: .title)
    let (desk, register, key, office) = (desk, register.id, key, stage.office)
    if number == 1, let money {
      return [
        DemonstrationStep(start.adding(50), minutes: 590) {
          try await desk.change(
            register, key, [money.id: "640000"], reason: "Synthetic: a better estimate came in.",
            by: office)
        }
      ]
    }
    if number == 2, let words {
      let title = "Synthetic entry \(number + 1), with its right name"
      return [
        DemonstrationStep(start.adding(10), minutes: 590) {
          try await desk.change(
            register, key, [words.id: title], reason: "Synthetic: the name was copied wrong.",
            isCorrection: true, by: office)
        }
      ]
    }
    return []
  }
}

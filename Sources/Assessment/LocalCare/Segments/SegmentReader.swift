// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Segments

/// Reads the tables of segments and remembers what is wrong with them.
struct SegmentReader {
  private let plan: Plan
  private let rows: SegmentRows
  private(set) var violations: [Violation] = []

  init(plan: Plan) {
    self.plan = plan
    rows = plan.segments
  }

  /// Bands of age have to follow each other without gaps, from birth to the oldest.
  mutating func checkAges() {
    var next: Int? = 0
    for age in rows.ages {
      if age.from != next {
        report(
          "segment_ages.csv", age.row, "from", "\(age.from)",
          next.map { "\($0), where the band above ends" } ?? "nothing after the oldest band",
          "Let each band begin where the one before it ends.")
      }
      next = age.below
    }
    if let last = rows.ages.last, next != nil {
      report(
        "segment_ages.csv", last.row, "below", "\(last.below ?? 0)", "an empty cell",
        "Leave the oldest band open, so that nobody is too old for it.")
    }
  }

  /// Every condition has a proportion for every band.
  mutating func checkConditions() {
    for condition in rows.conditions {
      if condition.byAge.count != rows.ages.count {
        report(
          "conditions.csv", condition.row, "by_age", "\(condition.byAge.count) numbers",
          "\(rows.ages.count), one for each band of segment_ages.csv",
          "Give a number for each band, 0 for a band in which nobody has the condition.")
      } else if condition.byAge.contains(where: { !($0 >= 0) })
        || !condition.byAge.contains(where: { $0 > 0 }
        )
      {
        report(
          "conditions.csv", condition.row, "by_age", "a number below 0, or none above it",
          "numbers from 0, and one above 0", "Correct the numbers.")
      }
    }
  }

  mutating func rules() -> SegmentRules? {
    do {
      return try SegmentRules(
        ages: rows.ages.map(\.id), conditions: rows.conditions.map(\.id),
        rules: rows.rules.map {
          SegmentRule(id: $0.id, ages: $0.ages, conditions: $0.conditions, atLeast: $0.atLeast)
        })
    } catch {
      violations.append(SegmentProblem.ofRule(error, rows.rules))
      return nil
    }
  }

  mutating func setting(_ name: SegmentSettingRow.Name) -> SegmentReading.Setting? {
    guard let row = rows.settings.first(where: { $0.name == name }) else {
      report(
        "segment_settings.csv", nil, "name", "no row “\(name.rawValue)”", "one",
        "Add it, with the assumption that says it.")
      return nil
    }
    guard let found = plan.assumptions.first(where: { $0.id == row.assumption }) else { return nil }
    let central = found.central.value.asDouble
    let values = SegmentReading.Setting(
      low: found.low?.value.asDouble ?? central, central: central,
      high: found.high?.value.asDouble ?? central, fact: row.assumption)
    let range = name == .association ? RegisterSeed.associations : 0...100
    for value in [values.low, values.central, values.high] where !range.contains(value) {
      violations.append(
        Violation(
          file: "assumptions.csv", row: found.row, column: "central", found: "\(value)",
          expected: "\(range.lowerBound) to \(range.upperBound)",
          advice: "“\(name.rawValue)” of local-care/segment_settings.csv uses this assumption."))
      return nil
    }
    return values
  }

  /// A locality whose residents and registers are all there.
  mutating func place(_ list: RegisterListRow) -> SegmentReading.Place? {
    let residents = rows.ages.compactMap { age in
      rows.residents.first { $0.locality == list.locality && $0.age == age.id }
    }
    let registers = rows.conditions.compactMap { condition in
      rows.registers.first { $0.locality == list.locality && $0.condition == condition.id }
    }
    guard residents.count == rows.ages.count else {
      report(
        "segment_residents.csv", nil, "locality",
        "\(residents.count) bands of age for “\(list.locality)”", "\(rows.ages.count)",
        "Add a row for each band of segment_ages.csv.")
      return nil
    }
    guard registers.count == rows.conditions.count else {
      report(
        "register_counts.csv", nil, "locality",
        "\(registers.count) registers for “\(list.locality)”", "\(rows.conditions.count)",
        "Add a row for each condition of conditions.csv.")
      return nil
    }
    let bases = Set(residents.map(\.priceBase))
    guard bases.count == 1, let base = bases.first else {
      report(
        "segment_residents.csv", residents.first?.row, "price_base",
        bases.sorted().joined(separator: ", "), "one price base for a locality",
        "Bring the amounts to the prices of one year.")
      return nil
    }
    do {
      let margins = try RegisterMargins(
        place: list.locality,
        people: Apportionment.share(list.people, by: residents.map { Double($0.residents) }),
        registers: registers.map(\.people),
        canHave: rows.conditions.map { $0.byAge.map { $0 > 0 } },
        conditions: rows.conditions.map(\.id))
      return SegmentReading.Place(
        list: list, margins: margins, poundsPerHead: residents.map(\.spendPerHead), priceBase: base)
    } catch {
      violations.append(SegmentProblem.ofRegister(error, registers, list))
      return nil
    }
  }

  private mutating func report(
    _ file: String, _ row: Int?, _ column: String, _ found: String, _ expected: String,
    _ advice: String
  ) {
    violations.append(
      Violation(
        file: "local-care/\(file)", row: row, column: column, found: found, expected: expected,
        advice: advice))
  }
}

// SPDX-License-Identifier: Apache-2.0

public import PlanPackage
import Segments

/// An analyst's own rules, applied to the analyst's own people or registers.
public enum SegmentRequest {
  /// Columns of a file of rules.
  public static let ruleColumns = ["id", "ages", "conditions", "at_least"]
  /// Columns of a file of people; activity and pounds may be missing.
  public static let peopleColumns = ["place", "age", "conditions", "people"]
  /// Columns of a file of registers.
  public static let registerColumns = ["place", "condition", "people"]
  /// Columns of a file of lists by age for registers; pounds_per_head may be missing.
  public static let listColumns = ["place", "age", "people"]

  /// People, row by row, put into segments.
  ///
  /// With `lists`, hidden counts have to add up to the people on the list of their place.
  /// - Throws: `PlanError` with everything that is wrong in the files.
  public static func count(
    rules: SegmentFile, people: SegmentFile, lists: SegmentFile?
  ) throws(PlanError) -> SegmentDocument {
    var violations: [Violation] = []
    let ages = distinct(people.rows.map { $0["age"] })
    let conditions = distinct(people.rows.flatMap { $0.list("conditions") })
    let (made, remarks) = try segmentRules(rules, ages, conditions)
    let cells = people.rows.map { row -> PeopleCell in
      var held: UInt32 = 0
      for name in row.list("conditions") {
        if let place = made.conditions.firstIndex(of: name) { held |= 1 << UInt32(place) }
      }
      return PeopleCell(
        place: row["place"], age: made.ages.firstIndex(of: row["age"]) ?? 0, conditions: held,
        people: people.count(row, "people", &violations),
        activity: people.whole(row, "activity", ifEmpty: 0, &violations),
        pounds: people.whole(row, "pounds", ifEmpty: 0, &violations))
    }
    var known: [String: Int] = [:]
    for row in lists?.rows ?? [] {
      known[row["place"], default: 0] += lists?.whole(row, "people", &violations) ?? 0
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    let counts: SegmentCounts
    do {
      counts = try SegmentCounts(cells, rules: made, lists: known)
    } catch {
      throw PlanError([violation(error, lists?.name ?? people.name, "people")])
    }
    return document(counts, made, known, remarks)
  }

  /// Registers put together into segments.
  ///
  /// - Throws: `PlanError` with everything that is wrong in the files.
  public static func reconstruct(
    rules: SegmentFile, registers: SegmentFile, lists: SegmentFile, association: Double
  ) throws(PlanError) -> SegmentDocument {
    let ages = distinct(lists.rows.map { $0["age"] })
    let conditions = distinct(registers.rows.map { $0["condition"] })
    let (made, remarks) = try segmentRules(rules, ages, conditions)
    let reader = RegisterFiles(rules: made, registers: registers, lists: lists)
    return try reader.document(association: association, remarks: remarks)
  }

  static func violation(_ error: SegmentError, _ file: String, _ column: String?) -> Violation {
    Violation(
      file: file, column: column, found: error.description,
      expected: SegmentProblem.expected(error), advice: SegmentProblem.advice(error))
  }

  private static func segmentRules(
    _ file: SegmentFile, _ ages: [String], _ conditions: [String]
  ) throws(PlanError) -> (SegmentRules, [String]) {
    var violations: [Violation] = []
    let rules = file.rows.map { row in
      let named = row.list("conditions")
      return SegmentRule(
        id: row["id"], ages: row.list("ages"), conditions: named,
        atLeast: file.whole(row, "at_least", ifEmpty: named.isEmpty ? 0 : 1, &violations))
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    // A small file need not have somebody of each age or with each condition.
    let moreAges = distinct(rules.flatMap(\.ages)).filter { !ages.contains($0) }
    let more = distinct(rules.flatMap(\.conditions)).filter { !conditions.contains($0) }
    let remarks = (moreAges + more).map {
      "Nobody in the file is or has “\($0)”, which the rules name."
    }
    do {
      return (
        try SegmentRules(ages: ages + moreAges, conditions: conditions + more, rules: rules),
        remarks
      )
    } catch {
      throw PlanError([violation(error, file.name, "id")])
    }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func document(
    _ counts: SegmentCounts, _ rules: SegmentRules, _ lists: [String: Int], _ remarks: [String]
  ) -> SegmentDocument {
    let isWhole = counts.totals.joined().allSatisfy { $0.limits.count == 1 }
    return SegmentDocument(
      method: isWhole ? .counted : .countedInPart,
      sumsToList: zip(counts.places, counts.totals).allSatisfy { place, row in
        lists[place].map { $0 == row.reduce(0) { $0 + $1.people } } ?? true
      }, remarks: remarks,
      places: zip(counts.places, counts.totals).map { place, row in
        .init(
          place: place, people: row.reduce(0) { $0 + $1.people },
          activity: row.reduce(0) { $0 + $1.activity }, pounds: row.reduce(0) { $0 + $1.pounds },
          segments: zip(rules.rules, row).map { rule, total in
            .init(
              segment: rule.id, people: total.people, fewest: total.limits.lowerBound,
              most: total.limits.upperBound, low: nil, high: nil, activity: total.activity,
              pounds: total.pounds)
          })
      })
  }
}

// SPDX-License-Identifier: Apache-2.0

import Facts
import PatientFlow
import PlanPackage
import Projection

/// The profiles of arrivals of a model by name.
struct ProfileReading {
  let profiles: [String: ArrivalProfile]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  init(_ rows: FlowModelRows, _ violations: inout ViolationList) {
    var profiles: [String: ArrivalProfile] = [:]
    for (name, rows) in Dictionary(grouping: rows.profiles, by: \.profile) {
      profiles[name] = .even
      for row in rows where !Self.isGood(row) {
        violations.add(
          FlowModelRows.File.profiles, row.row, "key", found: "“\(row.key)”",
          expected: Self.expected(row.kind), advice: "Correct the key, or the kind of the factor.")
      }
    }
    let days = Self.days(rows, &violations)
    for name in profiles.keys {
      let mine = rows.profiles.filter { $0.profile == name && Self.isGood($0) }
      profiles[name] = ArrivalProfile(
        hours: Self.factors(mine, "hour", (0..<24).map(String.init)),
        weekdays: Self.factors(mine, "weekday", Self.weekdays),
        days: Self.byDay(mine, days))
    }
    self.profiles = profiles
  }

  private static let hours = Set((0..<24).map(String.init))
  private static let months = Set((1...12).map(String.init))

  private static func isGood(_ row: FlowProfileRow) -> Bool {
    switch row.kind {
    case "hour": hours.contains(row.key)
    case "weekday": weekdays.contains(row.key)
    case "month": months.contains(row.key)
    default: Day(iso: row.key) != nil
    }
  }

  private static func expected(_ kind: String) -> String {
    switch kind {
    case "hour": "an hour from 0 to 23"
    case "weekday": "a day from monday to sunday"
    case "month": "a month from 1 to 12"
    default: "a date such as 2017-12-25"
    }
  }

  private static func factors(
    _ rows: [FlowProfileRow], _ kind: String, _ keys: [String]
  ) -> [Double] {
    let stated = rows.filter { $0.kind == kind }
    guard !stated.isEmpty else { return [] }
    return keys.map { key in stated.first { $0.key == key }?.factor ?? 1 }
  }

  /// The days of a run, or none when the model has no dates.
  private static func days(
    _ rows: FlowModelRows, _ violations: inout ViolationList
  ) -> [Day] {
    guard let dated = rows.profiles.first(where: { $0.kind == "month" || $0.kind == "date" }) else {
      return []
    }
    guard let first = rows.model.firstDay else {
      violations.add(
        FlowModelRows.File.models, rows.model.row, "first_day", found: "an empty cell",
        expected: "the day on which a run begins",
        advice: "The profile “\(dated.profile)” differs by \(dated.kind).")
      return []
    }
    let count = Int((rows.model.warmUpDays + rows.model.days).rounded(.up))
    return (0..<count).map { Day(number: first.number + $0) }
  }

  private static func byDay(_ rows: [FlowProfileRow], _ days: [Day]) -> [Double] {
    let dated = rows.filter { $0.kind == "month" || $0.kind == "date" }
    guard !dated.isEmpty else { return [] }
    let factors = Dictionary(dated.map { ($0.key, $0.factor) }, uniquingKeysWith: { $1 })
    return days.map { (factors["\($0.civil.month)"] ?? 1) * (factors[$0.iso] ?? 1) }
  }
}

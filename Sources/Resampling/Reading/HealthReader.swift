// SPDX-License-Identifier: Apache-2.0

/// Reads what the adjustment for health needs: life expectancy by year, sex and age, and activity by
/// age.
struct HealthReader {
  private(set) var addedYears: [Sex: [Int: Double]] = [:]
  private(set) var curves: [HealthStatus.Curve] = []
  private(set) var problems: [ResamplingProblem] = []

  /// Reads `year,sex,age,years`: years of life left at an age.
  mutating func readExpectancy(_ bytes: [UInt8], file: String, years: (base: Int, last: Int)) {
    var table = TableReader(bytes, file: file, required: ["year", "sex", "age", "years"])
    defer { problems += table.problems }
    guard table.problems.isEmpty, let year = table.column("year"), let sex = table.column("sex"),
      let age = table.column("age"), let left = table.column("years")
    else { return }
    var found: [Int: [Sex: [Int: Double]]] = [:]
    while table.next() {
      guard let calendarYear = table.whole(year, 1_800...3_000, "a year"),
        let person = table.sex(sex),
        let single = table.whole(age, 0...Int(InputChecks.greatestAge), "an age in years"),
        let expectancy = table.number(left, 0...150, "years of life left")
      else { continue }
      found[calendarYear, default: [:]][person, default: [:]][single] = expectancy
    }
    guard let base = found[years.base], let last = found[years.last] else {
      table.problem(
        row: 1, "year", "no \(found[years.base] == nil ? years.base : years.last)",
        "the base year and the last year", "Add the rows of that year.")
      return
    }
    for (sex, ages) in base {
      for (age, now) in ages {
        if let then = last[sex]?[age] { addedYears[sex, default: [:]][age] = then - now }
      }
    }
  }

  /// Reads `group,sex,age,rate`: activity for each person, for every age from 0.
  mutating func readCurves(_ bytes: [UInt8], file: String) {
    var table = TableReader(bytes, file: file, required: ["group", "sex", "age", "rate"])
    defer { problems += table.problems }
    guard table.problems.isEmpty, let group = table.column("group"), let sex = table.column("sex"),
      let age = table.column("age"), let rate = table.column("rate")
    else { return }
    var order: [String] = []
    var found: [String: HealthStatus.Curve] = [:]
    while table.next() {
      guard let person = table.sex(sex),
        let single = table.whole(age, 0...Int(InputChecks.greatestAge), "an age in years"),
        let activity = table.number(rate, 0...1e12, "a rate")
      else { continue }
      let name = table.text.text(column: group)
      let key = name + " " + person.name
      if found[key] == nil {
        found[key] = HealthStatus.Curve(group: name, sex: person, rates: [])
        order.append(key)
      }
      if single != found[key]?.rates.count {
        table.problem(
          "age", "\(single)", "\(found[key]?.rates.count ?? 0), the next age of the curve",
          "Write the ages of a curve in order from 0, without a gap.")
        continue
      }
      found[key]?.rates.append(activity)
    }
    curves = order.compactMap { found[$0] }
  }
}

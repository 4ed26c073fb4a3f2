// SPDX-License-Identifier: Apache-2.0

/// Reads growth by age and sex from counts of people or births.
///
/// Columns are `variant,year,sex,age,people`, or `variant,year,age,births`; the last age is "and
/// over".
struct PopulationReader {
  /// Growth of each variant.
  private(set) var growth: [String: AgeGrowth] = [:]
  private(set) var problems: [ResamplingProblem] = []

  private var counts: [String: [Int: [[Double?]]]] = [:]

  /// Reads a file.
  init(_ bytes: [UInt8], file: String, measure: String, years: (base: Int, last: Int)) {
    var table = TableReader(bytes, file: file, required: ["variant", "year", "age", measure])
    defer { problems += table.problems }
    guard table.problems.isEmpty, let variant = table.column("variant"),
      let year = table.column("year"), let age = table.column("age"),
      let people = table.column(measure)
    else { return }
    let sex = table.column("sex")
    while table.next() {
      guard let calendarYear = table.whole(year, 1_800...3_000, "a year") else { continue }
      guard calendarYear == years.base || calendarYear == years.last else { continue }
      guard let single = table.whole(age, 0...Int(InputChecks.greatestAge), "an age in years"),
        let count = table.number(people, 0...1e12, "a number of \(measure)"),
        let person = sex == nil ? .unknown : table.sex(sex ?? 0)
      else { continue }
      add(table.text.text(column: variant), calendarYear, person, single, count)
    }
    guard table.problems.isEmpty else { return }
    for name in counts.keys.sorted() { finish(name, years, &table) }
  }

  private mutating func add(_ variant: String, _ year: Int, _ sex: Sex, _ age: Int, _ count: Double)
  {
    var lists = counts[variant]?[year] ?? [[], [], []]
    let place = Int(sex.rawValue)
    while lists[place].count <= age { lists[place].append(nil) }
    lists[place][age] = (lists[place][age] ?? 0) + count
    counts[variant, default: [:]][year] = lists
  }

  private mutating func finish(
    _ variant: String, _ years: (base: Int, last: Int), _ table: inout TableReader
  ) {
    guard let base = counts[variant]?[years.base], let last = counts[variant]?[years.last] else {
      let missing = counts[variant]?[years.base] == nil ? years.base : years.last
      table.problem(
        row: 1, "year", "no \(missing) for “\(variant)”", "the base year and the last year",
        "Add the rows of that year, or correct the parameters.")
      return
    }
    let sexes = [1, 2].filter { !base[$0].isEmpty }
    let first = base[0].isEmpty ? Self.sum(base[1], base[2]) : base[0]
    let then = last[0].isEmpty ? Self.sum(last[1], last[2]) : last[0]
    let persons = Self.ratio(first, then)
    let parts = [1, 2].map { sexes.contains($0) ? Self.ratio(base[$0], last[$0]) : persons }
    guard let persons, let males = parts[0], let females = parts[1] else {
      table.problem(
        row: 1, "age", "an age of “\(variant)” that is missing or has nobody in \(years.base)",
        "every age from 0 to the last in both years", "Add the missing rows.")
      return
    }
    growth[variant] = AgeGrowth(persons: persons, males: males, females: females)
  }

  private static func sum(_ first: [Double?], _ second: [Double?]) -> [Double?] {
    (0..<max(first.count, second.count)).map { age in
      let parts = [first, second].compactMap { age < $0.count ? $0[age] : nil }
      return parts.isEmpty ? nil : parts.reduce(0, +)
    }
  }

  /// Growth at each age; where nobody was and nobody is, 1.
  ///
  /// Ages below the first are like it.
  private static func ratio(_ base: [Double?], _ last: [Double?]) -> [Double]? {
    guard let start = base.firstIndex(where: { $0 != nil }), base.count == last.count else {
      return nil
    }
    var factors: [Double] = []
    for age in start..<base.count {
      guard let now = base[age], let then = last[age], now > 0 || then == 0 else { return nil }
      factors.append(now > 0 ? then / now : 1)
    }
    return [Double](repeating: factors[0], count: start) + factors
  }
}

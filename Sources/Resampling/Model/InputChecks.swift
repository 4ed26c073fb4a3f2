// SPDX-License-Identifier: Apache-2.0

/// Looks for everything that would make a model wrong or impossible.
struct InputChecks {
  private(set) var problems: [ResamplingProblem] = []
  private let inputs: ResamplingInputs

  /// The largest factor that is taken for meant.
  static let largestFactor = 100.0
  /// The largest count of a row.
  static let largestCount: Int32 = 10_000_000
  /// The longest stay in nights: above a century.
  static let longestStay: Int32 = 40_000
  /// The greatest age.
  static let greatestAge: Int16 = 130

  init(_ inputs: ResamplingInputs) {
    self.inputs = inputs
    checkYears()
    checkTables()
    checkVariants()
    checkHealth()
    checkFactors()
    checkStrategies()
    checkAssignments()
  }

  private mutating func add(
    _ place: String, row: Int? = nil, column: String? = nil, _ found: String, _ expected: String,
    _ advice: String
  ) {
    problems.append(
      ResamplingProblem(
        place: place, row: row, column: column, found: found, expected: expected, advice: advice))
  }

  private mutating func checkYears() {
    if inputs.lastYear < inputs.baseYear {
      add(
        "parameters", column: "last_year", "\(inputs.lastYear)",
        "a year from the base year, \(inputs.baseYear), on",
        "The horizon lies before the base: correct one of the two.")
    }
    if inputs.lastYear - inputs.baseYear > 200 {
      add(
        "parameters", column: "last_year", "\(inputs.lastYear - inputs.baseYear) years",
        "200 years at most", "Correct the base year or the last year.")
    }
    if !(0...1).contains(inputs.daysBeyondStay) {
      add(
        "parameters", column: "days_beyond_stay", "\(inputs.daysBeyondStay)", "0 or 1",
        "Days in bed are the nights, or the nights and the day of discharge.")
    }
  }

  private mutating func checkTables() {
    for kind in ActivityKind.allCases
    where inputs.tables.filter({ $0.kind == kind }).count > 1 {
      add(
        kind.rawValue, "two tables of \(kind.rawValue)", "one table of each kind",
        "Put the rows in one table.")
    }
    if inputs.rowCount == 0 {
      add("rows", "no rows at all", "rows of activity in the base year", "Add rows.")
    }
    for rows in inputs.tables { check(rows) }
  }

  private mutating func check(_ rows: ActivityRows) {
    let place = rows.kind.rawValue
    let lengths =
      [rows.ages.count, rows.sexes.count, rows.pod.codes.count, rows.site.codes.count]
      + [rows.specialty.codes.count] + rows.categories.map(\.codes.count)
      + (rows.kind == .spells ? [rows.stays.count] : [])
      + (rows.remoteCounts.isEmpty ? [] : [rows.remoteCounts.count])
    guard lengths.allSatisfy({ $0 == rows.count }) else {
      add(
        place, "columns of \(lengths.min() ?? 0) to \(lengths.max() ?? 0) rows",
        "\(rows.count) rows in every column", "Fill every column.")
      return
    }
    if rows.kind != .spells, !rows.stays.isEmpty {
      add(place, column: "length_of_stay", "stays", "stays of spells only", "Leave them out.")
    }
    for row in 0..<rows.count {
      if problems.count >= 100 { return }
      check(rows.ages[row], 0...Self.greatestAge, place, row, "age", "an age in years")
      check(rows.counts[row], 0...Self.largestCount, place, row, "count", "a count")
      if !rows.remoteCounts.isEmpty {
        check(
          rows.remoteCounts[row], 0...Self.largestCount, place, row, "remote_attendances",
          "a count")
      }
      if !rows.stays.isEmpty {
        check(
          rows.stays[row], 0...Self.longestStay, place, row, "length_of_stay", "a number of nights")
      }
    }
  }

  private mutating func check<Number: BinaryInteger>(
    _ number: Number, _ range: ClosedRange<Number>, _ place: String, _ row: Int, _ column: String,
    _ what: String
  ) {
    guard !range.contains(number) else { return }
    add(
      place, row: row + 2, column: column, "\(number)",
      "\(what) from \(range.lowerBound) to \(range.upperBound)", "Correct the cell.")
  }

  private mutating func checkVariants() {
    for variant in inputs.variants {
      for growth in [variant.growth, variant.births].compactMap({ $0 }) {
        for list in growth.parts
        where list.isEmpty || !list.allSatisfy({ $0.isFinite && $0 >= 0 }) {
          add(
            "population", column: variant.id, "growth that is missing, below 0 or no number",
            "a factor for every age", "Check the population of the base year.")
        }
      }
    }
    let births = inputs.variants.filter { $0.births != nil }.count
    if births != 0, births != inputs.variants.count {
      add(
        "births", "births for \(births) of \(inputs.variants.count) variants",
        "births for every variant or for none", "Add the births of the other variants.")
    }
  }

  private mutating func checkHealth() {
    guard let health = inputs.healthStatus else { return }
    for (sex, value) in health.healthyShare.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      check(value, "health_status", sex.name, 100, lowest: -100)
    }
    for curve in health.curves where !curve.rates.allSatisfy({ $0.isFinite && $0 >= 0 }) {
      add(
        "activity_by_age", column: curve.group, "a rate below 0 or no number", "rates of 0 or more",
        "Correct the rates of \(curve.group), \(curve.sex.name).")
    }
    for (sex, ages) in health.addedYears where !ages.values.allSatisfy(\.isFinite) {
      add(
        "life_expectancy", column: sex.name, "a change that is no number", "years",
        "Correct the change in life expectancy.")
    }
  }

  private mutating func checkFactors() {
    for factor in inputs.factors {
      check(factor.value, "factors", factor.id, Self.largestFactor)
      check(factor.scope, factor.kind, "factors", factor.id)
    }
  }

  private mutating func checkStrategies() {
    var seen: Set<String> = []
    for strategy in inputs.strategies {
      if !seen.insert(strategy.kind.rawValue + " " + strategy.id).inserted {
        add("strategies", column: strategy.id, "the same id twice", "one of each", "Rename one.")
      }
      check(strategy.value, "strategies", strategy.id, 1)
      if let scope = strategy.scope { check(scope, strategy.kind, "strategies", strategy.id) }
      let isForSpells =
        switch strategy.effect {
        case .avoidance: true
        case .remote: strategy.kind == .outpatients
        default: strategy.kind == .spells
        }
      if !isForSpells {
        add(
          "strategies", column: strategy.id, "an effect that \(strategy.kind.rawValue) cannot have",
          "avoidance, or remote for outpatients; stays and conversions are for spells",
          "Correct the effect or the kind of activity.")
      }
      if case .preOperativeDays(let days) = strategy.effect, !(1...30).contains(days) {
        add("strategies", column: strategy.id, "\(days) days", "1 to 30 days", "Correct the days.")
      }
    }
  }

  private mutating func check(
    _ value: ParameterValue, _ place: String, _ id: String, _ highest: Double, lowest: Double = 0
  ) {
    switch value {
    case .fixed(let number):
      guard !(number >= lowest && number <= highest) else { return }
      add(
        place, column: id, "\(number)", "a number from \(lowest) to \(highest)",
        highest == 1
          ? "A strategy's value is the share that remains; 1 changes nothing."
          : "Correct the value.")
    case .input(let input):
      guard !inputs.inputs.indices.contains(input) else { return }
      add(
        place, column: id, "input \(input) of \(inputs.inputs.count)",
        "the place of an uncertain input", "Add the input.")
    }
  }

  private mutating func check(
    _ scope: RowScope, _ kind: ActivityKind, _ place: String, _ id: String
  ) {
    guard let rows = inputs.tables.first(where: { $0.kind == kind }), rows.count > 0 else { return }
    for column in scope.texts.keys.sorted() where rows.category(column) == nil {
      add(
        place, column: id, "the column “\(column)”, which \(kind.rawValue) do not have",
        "a column of the rows", "Correct the name, or add the column.")
    }
  }

  private mutating func checkAssignments() {
    var counts: [ActivityKind: Int] = [:]
    for rows in inputs.tables { counts[rows.kind] = rows.count }
    for (place, assignment) in inputs.assignments.enumerated() {
      if problems.count >= 100 { return }
      let isThere =
        inputs.strategies.indices.contains(assignment.strategy)
        && inputs.strategies[assignment.strategy].kind == assignment.kind
      if !isThere || !(0..<(counts[assignment.kind] ?? 0)).contains(assignment.row) {
        add(
          "assignments", row: place + 2, isThere ? "row \(assignment.row)" : "an unknown strategy",
          "a row and a strategy of \(assignment.kind.rawValue)", "Correct the assignment.")
      }
      if !(assignment.rate >= 0 && assignment.rate <= 1) {
        add(
          "assignments", row: place + 2, column: "sample_rate", "\(assignment.rate)",
          "a share from 0 to 1", "Correct the share.")
      }
    }
  }
}

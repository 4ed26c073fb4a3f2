// SPDX-License-Identifier: Apache-2.0

/// Looks for everything that is wrong with inputs, in their order.
struct InputCheck {
  /// The longest horizon, in years after the base year.
  static let longestHorizon = 100
  /// The oldest last age of a population.
  static let oldestAge = 130
  /// What no count of people or of activity reaches.
  static let largestCount = 1e12

  let inputs: DemandInputs
  /// What the population tells apart, and where it ends.
  let sexes: [Sex]
  let lastAge: Int
  private(set) var problems: [DemandProblem] = []

  init(_ inputs: DemandInputs) {
    self.inputs = inputs
    sexes = inputs.sexes
    lastAge = inputs.lastAge
    guard checkHorizon() else { return }
    checkVariants()
    checkServices()
    checkSeasons()
    checkGrowth()
    checkMitigators()
    problems += ScopeCheck(inputs, sexes: sexes, lastAge: lastAge).problems
    // Where the population itself is in order, the activity can be laid over it.
    if problems.isEmpty { problems += PeopleCheck.uncovered(inputs) }
  }

  mutating func note(
    _ subject: DemandProblem.Subject, _ name: String, _ kind: DemandProblem.Kind, found: String,
    expected: String, advice: String
  ) {
    problems.append(
      DemandProblem(
        subject, name, kind, found: found, expected: expected, advice: advice))
  }

  /// Notes ids that are used twice.
  mutating func checkIDs(
    _ ids: [String], _ what: String, _ subject: (Int) -> DemandProblem.Subject
  ) {
    var seen: [String: Int] = [:]
    for (index, id) in ids.enumerated() {
      if let first = seen[id] {
        note(
          subject(index), "\(what) “\(id)”", .duplicateID, found: "the id of \(what) \(first + 1)",
          expected: "an id of its own", advice: "Give each \(what) an id of its own.")
      }
      seen[id] = seen[id] ?? index
    }
  }

  /// Whether years can be counted at all.
  private mutating func checkHorizon() -> Bool {
    let (base, last) = (inputs.baseYear, inputs.lastYear)
    if !(1...12).contains(inputs.firstMonth) {
      note(
        .horizon, "the first month", .firstMonth, found: "\(inputs.firstMonth)",
        expected: "a month from 1 to 12", advice: "Use 4 for financial years.")
    }
    if inputs.inputCount < 0 {
      note(
        .horizon, "the number of inputs", .inputCount, found: "\(inputs.inputCount)",
        expected: "0 or more", advice: "Give the length of the values of a run.")
    }
    guard last >= base else {
      note(
        .horizon, "the horizon", .lastYearBeforeBase, found: "last year \(last)",
        expected: "the base year \(base) or later", advice: "Correct one of the two years.")
      return false
    }
    let (span, overflow) = last.subtractingReportingOverflow(base)
    guard !overflow, span <= Self.longestHorizon, abs(base) < 100_000 else {
      note(
        .horizon, "the horizon", .horizonTooLong, found: "\(base) to \(last)",
        expected: "at most \(Self.longestHorizon) years", advice: "Choose an earlier last year.")
      return false
    }
    return true
  }

  private mutating func checkVariants() {
    let variants = inputs.variants
    guard !variants.isEmpty else {
      note(
        .whole, "the population", .noVariants, found: "no population variant",
        expected: "at least one", advice: "Give one with probability 1.")
      return
    }
    checkIDs(variants.map(\.id), "population variant") { .variant($0) }
    for (index, variant) in variants.enumerated()
    where !(variant.probability >= 0 && variant.probability <= 1) {
      note(
        .variant(index), "population variant “\(variant.id)”", .probability,
        found: "a probability of \(variant.probability)", expected: "0 to 1",
        advice: "Give the chance of it as a share of 1.")
    }
    let total = variants.reduce(0) { $0 + $1.probability }
    if !(abs(total - 1) <= 1e-6) {
      note(
        .whole, "the population variants", .probability,
        found: "probabilities that sum to \(total)", expected: "1",
        advice: "Give the chances of all variants so that they sum to 1.")
    }
    problems += PeopleCheck(inputs).problems
  }

  private mutating func checkSeasons() {
    checkIDs(inputs.seasons.map(\.id), "season profile") { .season($0) }
    for (index, profile) in inputs.seasons.enumerated() {
      let total = profile.shares.reduce(0, +)
      let isRight =
        profile.shares.count == 12 && profile.shares.allSatisfy { $0 >= 0 && $0 <= 1 }
        && abs(total - 1) <= 0.01
      if isRight { continue }
      note(
        .season(index), "season profile “\(profile.id)”", .seasonShares,
        found: "\(profile.shares.count) shares that sum to \(total)",
        expected: "12 shares from 0 to 1 that sum to 1",
        advice: "Give the share of each month, January first.")
    }
  }
}

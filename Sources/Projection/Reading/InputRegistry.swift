// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Sampling

/// The assumptions that a projection uses, in the order of assumptions.csv, and what uses each.
struct InputRegistry: Sendable {
  /// An assumption with how it is drawn.
  struct Entry: Sendable {
    let row: AssumptionRow
    let input: UncertainInput
    /// What a scenario says it is, in which case it no longer varies.
    let isSetByScenario: Bool
    var uses: [String] = []
    var shape: AssumptionRow.Distribution
    /// What is possible for it.
    var limits: ClosedRange<Double> = -Double.infinity...Double.infinity

    var low: Double { row.low?.value.asDouble ?? central }
    var central: Double { row.central.value.asDouble }
    var high: Double { row.high?.value.asDouble ?? central }
  }

  private(set) var entries: [Entry] = []
  private var places: [FactID: Int] = [:]
  private let graph: FactGraph

  /// Registers the assumptions among some facts.
  init(_ plan: Plan, _ graph: FactGraph, used: Set<FactID>, _ violations: inout ViolationList) {
    self.graph = graph
    let set = Set(plan.scenario?.assumptions.map(\.id) ?? [])
    for row in plan.assumptions where used.contains(row.id) {
      guard
        let entry = Self.entry(row, isSet: set.contains(row.id), &violations)
      else { continue }
      places[row.id] = entries.count
      entries.append(entry)
    }
  }

  /// The fact with an id.
  func fact(_ id: FactID) -> Fact? { graph[id] }

  /// The position of an assumption.
  func position(_ id: FactID) -> Int? { places[id] }

  /// Notes that something uses an assumption, and what values are possible there.
  mutating func note(
    _ id: FactID, use: String, within limits: ClosedRange<Double>? = nil
  ) {
    guard let place = places[id] else { return }
    if !entries[place].uses.contains(use) { entries[place].uses.append(use) }
    if let limits {
      let old = entries[place].limits
      let low = max(old.lowerBound, limits.lowerBound)
      entries[place].limits = low...max(low, min(old.upperBound, limits.upperBound))
    }
  }

  private static func entry(
    _ row: AssumptionRow, isSet: Bool, _ violations: inout ViolationList
  ) -> Entry? {
    let shape = isSet ? .fixed : shape(of: row, &violations)
    guard let shape else { return nil }
    do {
      let central = row.central.value.asDouble
      let distribution = try Distribution(
        shape: shape, low: row.low?.value.asDouble ?? central, central: central,
        high: row.high?.value.asDouble ?? central)
      let input = try UncertainInput(
        id: row.id.rawValue, distribution: distribution, centre: central)
      return Entry(row: row, input: input, isSetByScenario: isSet, shape: shape)
    } catch {
      violations.add(
        "assumptions.csv", row.row, "low", found: "\(error)",
        expected: "low, central and high in this order",
        advice: "Correct the three values, or the distribution.")
      return nil
    }
  }

  /// How an assumption is spread; a range without a distribution is a mistake where it is drawn.
  private static func shape(
    of row: AssumptionRow, _ violations: inout ViolationList
  ) -> AssumptionRow.Distribution? {
    guard row.low != nil || row.high != nil, row.low?.value != row.high?.value else {
      return .fixed
    }
    guard let shape = row.distribution else {
      violations.add(
        "assumptions.csv", row.row, "distribution", found: "an empty cell beside a range",
        expected: "uniform, triangular, normal, interval or fixed",
        advice: "Runs are drawn from this range: say how likely its values are, or fixed.")
      return nil
    }
    guard shape == .fixed || (row.low != nil && row.high != nil) else {
      violations.add(
        "assumptions.csv", row.row, row.low == nil ? "low" : "high", found: "an empty cell",
        expected: "both ends of the range", advice: "Runs are drawn from it: give both ends.")
      return nil
    }
    return shape
  }
}

extension Distribution {
  /// The distribution that a row of assumptions states.
  ///
  /// For `normal` and `interval` low and high hold 80% of values.
  init(
    shape: AssumptionRow.Distribution, low: Double, central: Double, high: Double
  ) throws(SamplingError) {
    switch shape {
    case .fixed: self = try .fixed(central)
    case .uniform: self = try .uniform(low: low, high: high)
    case .triangular: self = try .triangular(low: low, mode: central, high: high)
    case .interval: self = try .interval(low: low, high: high)
    case .normal:
      guard low <= high else { throw .lowAboveHigh(low: low, high: high) }
      self = try .normal(
        mean: central,
        standardDeviation: (high - low) / StandardNormal.widthOfEightyPercent)
    }
  }
}

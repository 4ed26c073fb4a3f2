// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// What each assumption does to the net benefit of the last year, one by one and all together.
struct InvestmentRange {
  /// One assumption at both of its ends, the others as they are.
  struct Swing {
    let assumption: AssumptionRow
    /// Pounds in the last year with the assumption at its low end.
    let low: Double
    /// The same at its high end.
    let high: Double

    var size: Double { abs(high - low) }
  }

  /// The assumptions that matter, those that matter most first.
  let swings: [Swing]
  /// Pounds in the last year with all assumptions at their worse ends.
  let worst: Double
  /// The same at their better ends.
  let best: Double

  init?(_ reading: InvestmentReading, _ lookup: FigureLookup) {
    let used = Set(Self.facts(reading).flatMap(lookup.roots))
    var swings: [Swing] = []
    var worse: [FactID: Double] = [:]
    var better: [FactID: Double] = [:]
    for row in reading.plan.assumptions where used.contains(row.id) {
      guard let low = row.low?.value.asDouble, let high = row.high?.value.asDouble, low < high,
        let atLow = Self.net(reading, lookup.with([row.id: low])),
        let atHigh = Self.net(reading, lookup.with([row.id: high])), atLow != atHigh
      else { continue }
      swings.append(Swing(assumption: row, low: atLow, high: atHigh))
      worse[row.id] = atLow < atHigh ? low : high
      better[row.id] = atLow < atHigh ? high : low
    }
    guard let worst = Self.net(reading, lookup.with(worse)),
      let best = Self.net(reading, lookup.with(better))
    else { return nil }
    self.swings = swings.enumerated()
      .sorted { ($0.element.size, $1.offset) > ($1.element.size, $0.offset) }.map(\.element)
    self.worst = worst
    self.best = best
  }

  /// Pounds in the last year.
  private static func net(_ reading: InvestmentReading, _ lookup: FigureLookup) -> Double? {
    guard let needs = try? CareNeeds(reading.plan, lookup),
      let engine = try? reading.engine(needs, lookup)
    else { return nil }
    return engine.years().last?.net
  }

  /// Every fact that the case names.
  private static func facts(_ reading: InvestmentReading) -> [FactID] {
    let row = reading.row
    let model = reading.plan.careModel
    let investment = reading.plan.investment
    return [row.newShare, row.bedDays, row.occupancy, row.ward, row.delay, row.bedValue]
      .compactMap { $0 }
      + model.parameters.map(\.fact) + model.roles.compactMap(\.cost)
      + model.roles.compactMap(\.fallbackShare) + investment.costs.map(\.amount)
      + investment.effects.flatMap {
        [$0.baseline, $0.reach, $0.fall, $0.value, $0.days, $0.reinvestment].compactMap { $0 }
      }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Capacity
import Costing
import Demand
import Sampling

/// The engines of a projection, joined: activity goes to capacity, and both go to money.
struct ProjectionEngines: Sendable {
  let demand: DemandModel
  /// Nil for a plan without resources.
  let capacity: CapacityModel?
  /// Nil for a plan without lines of money.
  let costing: CostingModel?
  let money: MoneyDraws
  /// What each measure is worked out from, in their order.
  let sources: [MeasureSource]
  /// Digits after the decimal point that each measure keeps, as a power of ten.
  let scales: [Double]

  var yearCount: Int { demand.yearCount }
}

/// How the draws of a run become those of the costing engine.
struct MoneyDraws: Sendable {
  var sources: [CostingReading.Source] = []
  var drawn: [CostingReading.DrawnSeries] = []
  var series: [String: CostingReading.DrawnSeries] = [:]
  var linePrices: [[String]] = []
  var lineNeeds: [String?] = []
  var baselines: [Multiple?] = []
  var effects: [Multiple?] = []
  var schemes: [StreamPurpose] = []

  /// An amount that follows the draw of an assumption.
  struct Multiple: Sendable {
    let position: Int
    let central: Double

    func factor(_ draws: [Double]) -> Double { max(0, draws[position] / central) }
  }

  init() {}

  init(_ reading: CostingReading) {
    sources = reading.sources
    drawn = reading.drawn
    series = reading.seriesByID
    linePrices = reading.linePrices
    lineNeeds = reading.lineNeeds
    baselines = reading.baselines.map {
      $0.map { Multiple(position: $0.position, central: $0.central) }
    }
    effects = reading.effects.map {
      $0.map { Multiple(position: $0.position, central: $0.central) }
    }
    schemes = reading.inputs.schemes.map { StreamPurpose("delivery of " + $0.id) }
  }

  func factors(_ multiples: [Multiple?], _ draws: [Double]) -> [Double] {
    multiples.allSatisfy { $0 == nil } ? [] : multiples.map { $0?.factor(draws) ?? 1 }
  }
}

/// What a measure is worked out from.
enum MeasureSource: Sendable, Hashable {
  /// The activity of some services, by position.
  case activity([Int])
  /// The bed days of some services.
  case bedDays([Int])
  /// What is required of a resource.
  case resource(Int)
  /// What an organisation spends.
  case cost(Int)
  /// What an organisation is short of.
  case gap(Int)
  /// What the system is short of.
  case systemGap
  /// Cost of an organisation that stays although its activity has gone.
  case stranded(Int)
  /// The same for the system.
  case systemStranded
}

// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// Published and exact results about patients who flow through units, simulated.
///
/// A simulated value varies by chance. Where the other value is exact, the tolerance is four standard
/// errors of ours, which with 15 runs chance exceeds once in some 750 rows; where it is a simulation
/// too, the row says what the band is.
enum FlowCases {
  static var all: [ValidationCase] {
    pools + sharing + blocking + overTime + strokeCapacity + strokeNetwork + discharge
  }

  static let band = "simulated, within four standard errors"

  /// The same seed for all, so that the register is the same on every machine.
  private static let seed: UInt64 = 2_017

  /// The results of so many runs of a network.
  static func runs(
    _ network: FlowNetwork, warmUp: Double, days: Double, runs: Int, auditTime: Double = 0,
    firstWeekday: Int = 0
  ) -> [FlowResult] {
    let horizon = FlowHorizon(
      warmUp: warmUp, length: days, auditTime: auditTime, firstWeekday: firstWeekday)
    guard let plan = try? FlowPlan(network, horizon: horizon) else { return [] }
    var kernel = FlowKernel(plan, seed: seed)
    return (1...runs).map { kernel.run(replication: $0) }
  }

  /// The mean over runs and its standard error.
  static func estimate(
    _ results: [FlowResult], _ value: (FlowResult) -> Double
  ) -> (mean: Double, error: Double) {
    let values = results.map(value)
    let count = Double(values.count)
    guard count > 1 else { return (.nan, .nan) }
    let mean = values.reduce(0, +) / count
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (mean, (squares / (count - 1) / count).squareRoot())
  }

  /// A row about runs: what was measured of them beside an exact value.
  static func row(
    _ id: String, _ result: String, _ source: String, exact: Double, _ unit: String,
    _ results: [FlowResult], _ value: (FlowResult) -> Double
  ) -> ValidationCase {
    let found = estimate(results, value)
    return row(
      id, "\(result) (\(band))", source, theirs: exact, ours: found.mean, unit,
      tolerance: 4 * found.error)
  }

  /// A row with a band of its own.
  static func row(
    _ id: String, _ result: String, _ source: String, theirs: Double, ours: Double, _ unit: String,
    tolerance: Double, because explanation: String = ""
  ) -> ValidationCase {
    ValidationCase(
      id: id, engine: "PatientFlow", result: result, source: source, theirs: theirs, ours: ours,
      unit: unit, tolerance: tolerance, explanation: explanation, test: "ValidationTests")
  }

  /// One unit with one queue: arrivals a day, a stay, and so many beds; nil for no limit.
  static func ward(
    _ arrivals: [Double], stay: StayTime, beds: Int?, patience: StayTime? = nil,
    profile: ArrivalProfile = .even, order: FlowUnit.Order = .firstCome
  ) -> FlowNetwork {
    let classes = arrivals.indices.map {
      PatientClass(id: "class-\($0)", name: "Class \($0)", priority: $0, patience: patience)
    }
    let kind = beds.map { FlowUnit.Kind.beds([BedGroup(calendar: BedCalendar(beds: $0))]) }
    return FlowNetwork(
      classes: classes,
      units: [FlowUnit(id: "ward", name: "Ward", kind: kind ?? .unlimited, order: order)],
      arrivals: arrivals.indices.map {
        ArrivalStream(
          id: "stream-\($0)", patientClass: $0, unit: 0, perDay: arrivals[$0], profile: profile)
      },
      journeys: arrivals.indices.map {
        Journey(
          unit: 0, patientClass: $0, stay: stay, routes: [Route(chance: 1, to: nil, name: "home")])
      })
  }
}

extension FlowResult {
  /// Mean days waited at the first unit, by those admitted.
  var wait: Double { units[0].daysWaited / Double(max(1, units[0].admissions)) }

  /// The share of arrivals at the first unit that found no bed.
  var shareFoundFull: Double { Double(units[0].foundFull) / Double(max(1, units[0].arrivals)) }
}

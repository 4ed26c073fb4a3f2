// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// Replications of a network, and whether they agree with an exact answer.
struct Replications {
  let results: [FlowResult]

  /// Runs replications 1 to a number under the seed 7.
  init(
    _ network: FlowNetwork, warmUp: Double = 0, length: Double, count: Int = 20,
    auditTime: Double = 0
  ) throws {
    let horizon = FlowHorizon(warmUp: warmUp, length: length, auditTime: auditTime)
    var kernel = FlowKernel(try FlowPlan(network, horizon: horizon), seed: 7)
    results = (1...count).map { kernel.run(replication: $0) }
  }

  /// Whether the mean of a measure is within four standard errors of an exact answer, with some
  /// allowance for what the two do not have in common.
  ///
  /// One in 15,000 tests would fail by chance, and
  /// never again, because the seed is fixed.
  func agree(
    with exact: Double, allowing allowance: Double = 0, _ measure: (FlowResult) -> Double
  ) -> Agreement {
    let values = results.map(measure)
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(values.count * (values.count - 1))).squareRoot()
    return Agreement(exact: exact, mean: mean, error: error, allowance: allowance)
  }
}

/// How a simulated mean compares with an exact answer.
struct Agreement: CustomStringConvertible {
  let exact: Double
  let mean: Double
  let error: Double
  let allowance: Double

  /// Whether the two are no further apart than the band.
  var holds: Bool { (mean - exact).magnitude <= 4 * error + allowance + 1e-12 }

  var description: String { "exact \(exact), simulated \(mean), standard error \(error)" }
}

extension UnitResult {
  /// Mean wait of those admitted.
  var meanWait: Double { daysWaited / Double(admissions) }
  /// The share of arrivals that found no bed.
  var shareFoundFull: Double { Double(foundFull) / Double(arrivals) }
}

// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Simulation

/// How much is simulated for a page, so that it appears in about a second.
///
/// A network with many events gets fewer replications; the page says how many. The number depends on
/// the model alone and not on the machine.
enum FlowEffort {
  /// Events that a page may cost.
  private static let events = 3_000_000
  private static let most = 30
  private static let least = 5

  /// The study of a model for a page.
  static func study(_ model: FlowModel, seed: UInt64) throws(FlowProblems) -> FlowStudy {
    let first = try run(model, 1..<2, seed: seed)
    let count = min(most, max(least, events / max(first.first?.events ?? 1, 1)))
    let rest = try run(model, 2..<(count + 1), seed: seed)
    return FlowStudy(model, seed: seed, asked: .fixed(count), results: first + rest)
  }

  /// The study of a variant: half of the replications of its base, since common luck makes a difference
  /// surer than either.
  static func study(
    _ variant: FlowModel, against base: FlowStudy
  ) throws(FlowProblems) -> FlowStudy {
    let count = max(least, base.results.count / 2)
    let results = try run(variant, 1..<(count + 1), seed: base.seed)
    return FlowStudy(variant, seed: base.seed, asked: .fixed(count), results: results)
  }

  /// Replications of a model, in order; each has its own luck, whatever else is run.
  static func run(
    _ model: FlowModel, _ numbers: Range<Int>, seed: UInt64
  ) throws(FlowProblems) -> [FlowResult] {
    try ReplicationRunner(model, seed: seed).results(numbers).map(\.result)
  }
}

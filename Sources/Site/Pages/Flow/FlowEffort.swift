// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Projection
import Simulation

/// How much is simulated for a page, so that it appears in about a second.
///
/// A network with many events gets fewer replications; the page says how many. The number depends on
/// the model alone and not on the machine.
enum FlowEffort {
  /// Events that a page may cost.
  private static let events = 6_000_000
  private static let most = 30
  private static let least = 5

  /// The replications of a model that a page shows.
  static func replications(_ model: FlowModel, seed: UInt64) throws(FlowProblems) -> Int {
    let first = try run(model, 1..<2, seed: seed)
    return min(most, max(least, events / max(first.first?.events ?? 1, 1)))
  }

  /// The study of a model for a page.
  static func study(_ model: FlowModel, seed: UInt64) throws -> FlowStudy {
    try FlowStudy.run(
      model, seed: seed, replications: .fixed(replications(model, seed: seed)))
  }

  /// Replications of a model, in order; each has its own luck, whatever else is run.
  static func run(
    _ model: FlowModel, _ numbers: Range<Int>, seed: UInt64
  ) throws(FlowProblems) -> [FlowResult] {
    let plan = try FlowPlan(model.network, horizon: model.horizon)
    let blocks = RunBlocks.map(numbers, size: 5, threads: nil, progress: nil) { block in
      var kernel = FlowKernel(plan, seed: seed)
      return block.map { kernel.run(replication: $0) }
    }
    return blocks.flatMap(\.self)
  }
}

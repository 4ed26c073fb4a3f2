// SPDX-License-Identifier: Apache-2.0

/// Memory for one run at a time, so that many runs allocate nothing.
///
/// Made by ``DemandModel/workspace()`` for one model; each thread has its own.
public struct DemandWorkspace: Sendable {
  /// The figures of the last run.
  public internal(set) var run: DemandRun
  /// By growth factor and year: what it multiplies by, or years of age for health status.
  var growth: [Double]
  /// By mitigator and year: the share that it takes.
  var taken: [Double]
  /// By node and year: products of growth factors.
  var growthNodes: [Double]
  /// By node and year: products of mitigators.
  var planNodes: [Double]
}

// SPDX-License-Identifier: Apache-2.0

/// What one run draws, in the order of the inputs.
public struct CostingDraw: Hashable, Sendable {
  /// The series of each driver when nobody does anything, as its ``CostDriver/Resolution`` says.
  public var doNothing: [[Double]]
  /// The series of each driver with the plan.
  public var withPlan: [[Double]]
  /// Drawn series of inflation: per cent on the year before for each year after the base year.
  public var prices: [[Double]] = []
  /// A number from 0 to below 1 for each scheme, for ``ConfidenceRule/bernoulli``; empty only
  /// under ``ConfidenceRule/expected``.
  public var uniforms: [Double] = []
  /// A factor on the full-year effect of each scheme; empty for 1.
  public var effects: [Double] = []
  /// A factor on the baseline of each line; empty for 1.
  public var baselines: [Double] = []

  /// Gives drivers their series; set the rest afterwards.
  public init(doNothing: [[Double]], withPlan: [[Double]]) {
    self.doNothing = doNothing
    self.withPlan = withPlan
  }
}

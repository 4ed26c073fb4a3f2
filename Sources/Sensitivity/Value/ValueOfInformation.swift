// SPDX-License-Identifier: Apache-2.0

import Sampling

/// What it would be worth to know more before deciding.
///
/// Each decision has a net benefit in each run, all from the same runs; the decision with the
/// highest mean is taken when nothing more is known.
public struct ValueOfInformation: Hashable, Sendable {
  /// What it would be worth to know one input.
  public struct Part: Hashable, Sendable {
    /// The name of the input.
    public let input: String
    /// The expected value of knowing it exactly (EVPPI), in the unit of the benefits.
    public let value: Double
    /// How far the value typically lies from the true one with this many runs.
    public let standardError: Double
    /// How many decisions would be taken, each at some value of the input.
    public let decisions: Int
  }

  /// The mean net benefit of each decision.
  public let means: [Double]
  /// The decision with the highest mean, the first of equals.
  public let best: Int
  /// The expected value of knowing everything (EVPI), in the unit of the benefits; exact for these
  /// runs.
  public let perfect: Double
  /// How far `perfect` typically lies from the true value with this many runs.
  public let standardErrorOfPerfect: Double
  /// The share of runs in which another decision than `best` would have been better.
  public let regret: Chance
  /// What each input would be worth, the largest value first; equals in the order of inputs.
  public let parts: [Part]

  /// The value of knowing everything, and of knowing each input.
  ///
  /// The value of an input is found from the same runs: the benefit of each decision over the best
  /// is fitted smoothly to the input, and the fit stands for what would be expected if the input
  /// were known (Strong, Oakley and Brennan, 2014, "Estimating multiparameter partial expected value
  /// of perfect information from a probabilistic sensitivity analysis sample: a nonparametric
  /// regression approach", Medical Decision Making 34). It cannot be negative. The fit can overshoot
  /// by chance, so a value is never shown above `perfect`, since knowing one input is never worth
  /// more than knowing all.
  /// - Parameters:
  ///   - inputs: the inputs in each run; none, to ask for `perfect` alone.
  ///   - benefits: for each decision, its net benefit in each run: more is better.
  /// - Throws: `SensitivityError` for no decisions, for other runs than those of the inputs, no
  ///   runs, and values that are no numbers.
  public init(_ inputs: DrawnInputs, benefits: [[Double]]) throws(SensitivityError) {
    guard let first = benefits.first else { throw .noDecisions }
    for (number, benefit) in benefits.enumerated() {
      let name = "decision \(number + 1)"
      try inputs.check(benefit, name)
      try RunValues.check(benefit, name, runs: first.count)
    }
    let means = benefits.map { CompensatedSum.of($0) / Double(first.count) }
    let best = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    let gains = Self.gains(benefits, over: best)
    let largest = Self.largest(gains, runs: first.count)
    let summary = try Summary(largest, "the benefit of knowing")
    self.means = means
    self.best = best
    perfect = summary.moments.mean
    standardErrorOfPerfect = summary.moments.standardErrorOfMean
    regret = try Chance(count: largest.count { $0 > 0 }, runs: first.count)
    parts = Self.parts(inputs, gains.map(CentredMeasure.init), perfect)
  }

  /// The benefit of each other decision less that of the best.
  private static func gains(_ benefits: [[Double]], over best: Int) -> [[Double]] {
    benefits.indices.filter { $0 != best }.map { decision in
      zip(benefits[decision], benefits[best]).map { $0 - $1 }
    }
  }

  /// What is gained in each run by the decision that is best there: 0 where that is the best of all.
  private static func largest(_ gains: [[Double]], runs: Int) -> [Double] {
    gains.reduce([Double](repeating: 0, count: runs)) { found, gain in
      zip(found, gain).map { max($0, $1) }
    }
  }

  private static func parts(
    _ inputs: DrawnInputs, _ gains: [CentredMeasure], _ perfect: Double
  ) -> [Part] {
    let found = inputs.ids.indices.map { place in
      part(inputs.ids[place], inputs.bases[place], gains, perfect)
    }
    return found.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.map(\.element)
  }

  private static func part(
    _ id: String, _ basis: SplineBasis, _ gains: [CentredMeasure], _ perfect: Double
  ) -> Part {
    let runs = basis.order.count
    var known = KnownInput(runs: runs)
    for (number, gain) in gains.enumerated() {
      let fit = SmoothFit(basis, gain)
      // A decision that the input does not move is worse than the best at every value of it.
      if !fit.isFlat { known.offer(number, fit, fit.values(basis)) }
    }
    let value = CompensatedSum.of(known.largest) / Double(runs)
    return Part(
      input: id, value: min(value, perfect),
      standardError: known.standardError(basis, gains, mean: value),
      decisions: Set(known.chosen).count)
  }
}

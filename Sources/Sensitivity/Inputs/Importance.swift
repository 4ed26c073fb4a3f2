// SPDX-License-Identifier: Apache-2.0

/// Which inputs a measure hangs on, from the runs of an ensemble.
///
/// The share of an input is its first-order index (Sobol', 1993): the part of the measure's variance
/// that would go if the input were known, estimated by a smooth fit and corrected for chance. Shares
/// of inputs that vary apart add up to 1 at most; what is missing are inputs acting together, and
/// luck in the model itself. The share of an input that is correlated with others includes what it
/// tells of them.
public struct Importance: Hashable, Sendable {
  /// What more of an input does to the measure.
  public enum Direction: String, Hashable, Sendable {
    /// The measure is higher where the input is higher.
    case raises
    /// The measure is lower where the input is higher.
    case lowers
    /// It goes up in one part and down in another.
    case turns
    /// Nothing that these runs can show.
    case nothing
  }

  /// One input's part.
  public struct Part: Hashable, Sendable {
    /// The name of the input.
    public let input: String
    /// The share of the measure's variance, from 0 to 1.
    public let share: Double
    /// How far the share typically lies from the true one with this many runs.
    public let standardErrorOfShare: Double
    /// What more of the input does.
    public let direction: Direction
    /// The 10th percentile of the input.
    public let low: Double
    /// The 90th percentile of the input.
    public let high: Double
    /// The measure on average where the input is at its 10th percentile.
    public let atLow: Double
    /// The measure on average where the input is at its 90th percentile.
    public let atHigh: Double

    /// By how much the measure changes on average from the input's 10th percentile to its 90th.
    public var effect: Double { atHigh - atLow }
  }

  /// Every input, the largest share first; equals in the order of inputs.
  public let parts: [Part]
  /// Whether the measure varies at all.
  public let varies: Bool

  /// The input that matters most: nil when none is seen to matter.
  public var most: Part? { parts.first.flatMap { $0.share > 0 ? $0 : nil } }

  /// The sum of the shares: above 1 only for inputs that are correlated, or by chance.
  public var explained: Double { parts.reduce(0) { $0 + $1.share } }

  /// The parts of inputs in a measure.
  /// - Throws: `SensitivityError` for other runs than those of the inputs, no runs, and values that
  ///   are no numbers.
  public init(_ inputs: DrawnInputs, measure: [Double]) throws(SensitivityError) {
    try inputs.check(measure, "the measure")
    let centred = CentredMeasure(measure)
    varies = centred.squares > 0
    let found = inputs.ids.indices.map { Self.part(inputs, $0, centred) }
    parts = found.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
  }

  private static func part(_ inputs: DrawnInputs, _ place: Int, _ measure: CentredMeasure) -> Part {
    let basis = inputs.bases[place]
    let fit = SmoothFit(basis, measure)
    let column = inputs.columns[place]
    let fitted = fit.isFlat ? [] : fit.values(basis)
    func along(_ values: [Double], _ share: Double) -> Double {
      if values.isEmpty { return measure.mean }
      let point = share * Double(basis.order.count - 1)
      let below = Int(point)
      let above = min(below + 1, basis.order.count - 1)
      let part = point - Double(below)
      return values[basis.order[below]] * (1 - part) + values[basis.order[above]] * part
    }
    return Part(
      input: inputs.ids[place], share: fit.share,
      standardErrorOfShare: fit.standardErrorOfShare, direction: direction(basis.order, fitted),
      low: along(column, 0.1), high: along(column, 0.9), atLow: along(fitted, 0.1),
      atHigh: along(fitted, 0.9))
  }

  /// Whether a fit goes one way between the 5th and the 95th percentile of the input, but for a
  /// tenth of all its ups and downs.
  private static func direction(_ order: [Int], _ fitted: [Double]) -> Direction {
    guard !fitted.isEmpty else { return .nothing }
    var (up, down) = (0.0, 0.0)
    let inner = order[(order.count / 20)..<(order.count - order.count / 20)]
    for (before, after) in zip(inner, inner.dropFirst()) {
      let step = fitted[after] - fitted[before]
      if step > 0 { up += step } else { down -= step }
    }
    if up + down == 0 { return .nothing }
    if min(up, down) > 0.1 * (up + down) { return .turns }
    return up > down ? .raises : .lowers
  }
}

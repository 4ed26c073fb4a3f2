// SPDX-License-Identifier: Apache-2.0

public import Sampling

/// What one input at a time does to a measure, the largest effect first.
///
/// Each input is set to its low and to its high value while all others keep their central values, so
/// what inputs do together is not seen here; `RankRegression` and `Importance` see it.
public struct Tornado: Hashable, Sendable {
  /// The effect of one input.
  public struct Bar: Hashable, Sendable {
    /// The name of the input.
    public let input: String
    /// The low value of the input.
    public let low: Double
    /// The high value of the input.
    public let high: Double
    /// The measure with the input at its low value.
    public let atLow: Double
    /// The measure with the input at its high value.
    public let atHigh: Double

    /// The length of the bar.
    public var swing: Double { (atHigh - atLow).magnitude }
  }

  /// The measure with every input at its central value.
  public let centre: Double
  /// A bar for each input that varies, the longest first; equals in the order of inputs.
  public let bars: [Bar]

  /// The tornado of one measure.
  /// - Parameters:
  ///   - inputs: the inputs, in the order in which the model takes them.
  ///   - shares: the shares of all values that lie below the low and the high value.
  ///   - model: the measure for values of all inputs.
  /// - Throws: `SensitivityError.notANumber` when the model returns what is not a number.
  public init(
    inputs: [UncertainInput], shares: ClosedRange<Double> = 0.1...0.9,
    model: ([Double]) -> Double
  ) throws(SensitivityError) {
    let all = try Self.all(inputs: inputs, shares: shares, measures: 1) { [model($0)] }
    self = all[0]
  }

  private init(centre: Double, bars: [Bar]) {
    self.centre = centre
    self.bars = bars
  }

  /// The tornadoes of several measures from the same evaluations: two for each input that varies,
  /// and one for the centre.
  /// - Parameters:
  ///   - inputs: the inputs, in the order in which the model takes them.
  ///   - shares: the shares of all values that lie below the low and the high value.
  ///   - measures: how many measures the model returns.
  ///   - model: the measures for values of all inputs.
  /// - Returns: a tornado for each measure, in the order in which the model returns them.
  /// - Throws: `SensitivityError` when the model returns what is not a number, or another count.
  public static func all(
    inputs: [UncertainInput], shares: ClosedRange<Double> = 0.1...0.9, measures: Int,
    model: ([Double]) -> [Double]
  ) throws(SensitivityError) -> [Tornado] {
    let central = inputs.map(\.centre)
    let centre = try checked(model(central), measures, "the centre")
    var found: [(Int, low: Double, high: Double, atLow: [Double], atHigh: [Double])] = []
    for (place, input) in inputs.enumerated() where !input.distribution.isFixed {
      let low = input.distribution.quantile(shares.lowerBound)
      let high = input.distribution.quantile(shares.upperBound)
      var values = central
      values[place] = low
      let atLow = try checked(model(values), measures, "“\(input.id)” at its low value")
      values[place] = high
      let atHigh = try checked(model(values), measures, "“\(input.id)” at its high value")
      found.append((place, low, high, atLow, atHigh))
    }
    return (0..<measures).map { measure in
      let bars = found.map { place, low, high, atLow, atHigh in
        Bar(
          input: inputs[place].id, low: low, high: high, atLow: atLow[measure],
          atHigh: atHigh[measure])
      }
      return Tornado(centre: centre[measure], bars: sorted(bars))
    }
  }

  private static func checked(
    _ values: [Double], _ measures: Int, _ name: String
  ) throws(SensitivityError) -> [Double] {
    guard values.count == measures else {
      throw .runsDiffer(of: name, found: values.count, expected: measures)
    }
    if measures > 0 { try RunValues.check(values, name) }
    return values
  }

  private static func sorted(_ bars: [Bar]) -> [Bar] {
    bars.enumerated().sorted {
      ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset)
    }.map(\.element)
  }
}

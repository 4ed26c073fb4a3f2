// SPDX-License-Identifier: Apache-2.0

/// Why chance cannot be drawn as asked.
public indirect enum SamplingError: Error, Equatable, Sendable {
  /// A number of a distribution is infinite or not a number.
  case notANumber(Double)
  /// The low end of a range is above its high end.
  case lowAboveHigh(low: Double, high: Double)
  /// The most likely value is outside the range.
  case modeOutside(low: Double, mode: Double, high: Double)
  /// A standard deviation is below 0.
  case negativeDeviation(Double)
  /// An interval goes beyond the range that its values may have.
  case outsideRange(low: Double, high: Double, range: ClosedRange<Double>)
  /// The mean of a Poisson distribution is below 0, too large, or not a number.
  case meanOutside(Double, most: Double)
  /// The number of trials of a binomial distribution is below 0 or too large.
  case trialsOutside(Int, most: Int)
  /// A probability is not from 0 to 1.
  case probabilityOutside(Double)
  /// There is nothing to choose from.
  case noChoices
  /// The probabilities of choices do not add up to 1.
  case probabilitiesSum(Double)
  /// A list of values is empty.
  case noValues
  /// A list of values has one, at a place from 0, that is infinite or not a number.
  case valueNotANumber(at: Int)
  /// Two lists that belong together differ in length.
  case lengthsDiffer(Int, Int)
  /// Two inputs have one name.
  case inputTwice(String)
  /// A correlation names an input that is not there.
  case unknownInput(String, in: RankCorrelation)
  /// A correlation is not from -1 to 1.
  case correlationOutside(RankCorrelation)
  /// A correlation of an input with itself.
  case correlationWithItself(RankCorrelation)
  /// The same correlation is stated twice.
  case correlationTwice(RankCorrelation)
  /// Two correlations of one pair of inputs differ.
  case correlationsContradict(RankCorrelation, RankCorrelation)
  /// No inputs can be correlated in this way: the inputs that are tied to one another, the one at
  /// which it fails, and the nearest matrix that is possible.
  case impossibleCorrelations(among: [String], at: String, nearest: CorrelationMatrix)
  /// A problem with one input.
  case input(String, SamplingError)
}

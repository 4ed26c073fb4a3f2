// SPDX-License-Identifier: Apache-2.0

/// What one run of the model found.
///
/// The account adds up without rounding: for every line, `baseline` plus the contributions of all
/// causes plus `chance` is the total, in whatever order they are added, because each is a multiple
/// of 2⁻²⁰.
public struct ResamplingRun: Sendable, Equatable {
  /// The number of the run.
  public let run: Int
  /// The place of the variant of the population; 0 when there is none.
  public let variant: Int
  /// The value of each uncertain input.
  public let values: [Double]
  /// For each line of the model, the count.
  public let totals: [Int]
  /// For each part by sex and age, the count.
  public let people: [Int]
  /// For each part by specialty, the count.
  public let specialties: [Int]
  /// For each line, what avoidance took away.
  public let avoided: [Int]
  /// For each line and then each cause, its share of the expected change: Shapley's (1953), over all
  /// causes at once.
  public let contributions: [Double]
  /// For each line, the total less what was to be expected: the luck of drawing whole spells.
  public let chance: [Double]
}

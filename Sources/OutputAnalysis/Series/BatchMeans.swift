// SPDX-License-Identifier: Apache-2.0

import Sampling

/// The mean of one long run with an interval from means of batches.
///
/// Law and Carson (1979), "A sequential procedure for determining the length of a steady-state
/// simulation". The interval can be relied on when neighbouring batches have nothing to do with one
/// another, which is checked and said.
public struct BatchMeans: Hashable, Sendable {
  /// The fewest batches that are accepted.
  public static let fewest = 20

  /// The mean with its interval; its replications are the batches.
  public let estimate: Estimate
  /// The correlation of neighbouring batches.
  public let lagOne: Double
  /// Observations of one batch.
  public let batchSize: Int

  /// Whether neighbouring batches show no more correlation than chance gives independent ones (95%).
  public var looksIndependent: Bool {
    lagOne <= 1.645 / Double(estimate.replications).squareRoot()
  }

  /// Batch means of a series.
  ///
  /// - Parameters:
  ///   - series: observations at even distances, the warm-up left out. What does not fill the last
  ///     batch is left out at the beginning.
  ///   - batches: how many; 20 to 30 are usual.
  ///   - cycle: the observations of a whole cycle, such as 7 for days of the week; a batch holds whole
  ///     cycles.
  ///   - confidence: of the interval, between 0 and 1.
  /// - Returns: the means; nil for fewer than 20 batches, less than one observation in each, or a value
  ///   that is not finite.
  public static func of(
    _ series: [Double], batches: Int = fewest, cycle: Int = 1, confidence: Double = 0.95
  ) -> BatchMeans? {
    guard batches >= fewest, cycle >= 1 else { return nil }
    let size = series.count / batches / cycle * cycle
    guard size >= 1 else { return nil }
    let start = series.count - size * batches
    let means = (0..<batches).map { batch in
      let first = start + batch * size
      return CompensatedSum.of(Array(series[first..<(first + size)])) / Double(size)
    }
    guard let estimate = Estimate.of(means, confidence: confidence) else { return nil }
    return BatchMeans(
      estimate: estimate, lagOne: lagOne(means, mean: estimate.mean), batchSize: size)
  }

  private static func lagOne(_ means: [Double], mean: Double) -> Double {
    var products = 0.0
    var squares = 0.0
    for place in means.indices {
      let deviation = means[place] - mean
      squares += deviation * deviation
      if place > 0 { products += deviation * (means[place - 1] - mean) }
    }
    return squares > 0 ? products / squares : 0
  }
}

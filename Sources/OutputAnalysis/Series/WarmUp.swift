// SPDX-License-Identifier: Apache-2.0

/// How much of the beginning of a series to leave out, because it still shows how the run began.
///
/// MSER-5: means of five observations each, and the cut that makes the standard error of what is left
/// smallest. White (1997), "An effective truncation heuristic for bias reduction in simulation output",
/// Simulation 69; in batches of five, White, Cobb and Spratt (2000).
public enum WarmUp: Hashable, Sendable {
  /// Leave out so many observations.
  case cut(observations: Int)
  /// The best cut lies in the second half, or there are too few observations: run longer.
  case runLonger

  /// Observations of one batch.
  public static let batch = 5
  /// Batches at the end that are no candidates: a few alike ones there would win by chance.
  static let kept = 5

  /// Finds the cut of a series of observations at even distances.
  ///
  /// Observations that do not fill the last batch are not looked at. Of equal cuts the first is taken.
  public static func mser5(_ series: [Double]) -> WarmUp {
    let means = batchMeans(series)
    guard means.count >= 2 * kept, means.allSatisfy(\.isFinite) else { return .runLonger }
    guard let best = bestCut(means), best * 2 <= means.count else { return .runLonger }
    return .cut(observations: best * batch)
  }

  private static func batchMeans(_ series: [Double]) -> [Double] {
    (0..<(series.count / batch)).map { place in
      series[(place * batch)..<((place + 1) * batch)].reduce(0, +) / Double(batch)
    }
  }

  /// The number of batches to leave out.
  ///
  /// From the end backwards, so that each cut takes one step; the mean and the squares are updated as
  /// Welford (1962) does, which loses no digits.
  private static func bestCut(_ means: [Double]) -> Int? {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0
    var best: (place: Int, score: Double)?
    for place in means.indices.reversed() {
      count += 1
      let before = means[place] - mean
      mean += before / count
      squares += before * (means[place] - mean)
      guard place <= means.count - kept else { continue }
      let score = squares / (count * count)
      if best.map({ score <= $0.score }) ?? true { best = (place, score) }
    }
    return best?.place
  }
}

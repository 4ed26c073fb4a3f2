// SPDX-License-Identifier: Apache-2.0

/// The places of values in rising order.
public enum Ranks {
  /// The rank of each value, from 1; equal values share the mean of their ranks.
  /// - Throws: `SamplingError.noValues`, and `valueNotANumber` for one that is not finite.
  public static func of(_ values: [Double]) throws(SamplingError) -> [Double] {
    try SampleValues.check(values)
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return ranks
  }

  /// Pearson's correlation of two lists: nil when one of them does not vary.
  /// - Throws: `SamplingError` when they differ in length, are empty or hold what is not a number.
  public static func linearCorrelation(
    _ first: [Double], _ second: [Double]
  ) throws(SamplingError) -> Double? {
    guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
    let (left, right) = (try SampleMoments(first), try SampleMoments(second))
    let deviations = left.standardDeviation * right.standardDeviation
    guard deviations > 0 else { return nil }
    var sum = CompensatedSum()
    for place in first.indices {
      sum.add((first[place] - left.mean) * (second[place] - right.mean))
    }
    return min(max(sum.value / Double(first.count - 1) / deviations, -1), 1)
  }

  /// Spearman's rank correlation of two lists: nil when one of them does not vary.
  /// - Throws: `SamplingError` when they differ in length, are empty or hold what is not a number.
  public static func correlation(
    _ first: [Double], _ second: [Double]
  ) throws(SamplingError) -> Double? {
    guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
    return try linearCorrelation(try of(first), try of(second))
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The finishes of one item over many schedules.
///
/// The p-quantile is the earliest finish that a share p of all schedules do not exceed, so that
/// quantiles and chances agree.
public struct FinishDistribution: Hashable, Sendable {
  private let sorted: [Double]

  /// Any number of finishes, in any order.
  public init(_ finishes: [Double]) { sorted = finishes.sorted() }

  /// How many there are.
  public var count: Int { sorted.count }

  /// The mean; 0 of none.
  public var mean: Double { count == 0 ? 0 : sorted.reduce(0, +) / Double(count) }

  /// The variance of the sample, with one less than the number below.
  public var variance: Double {
    guard count > 1 else { return 0 }
    let mean = mean
    return sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }

  /// The finish that a share of the schedules do not exceed; 0 of none.
  public func quantile(_ share: Double) -> Double {
    guard count > 0 else { return 0 }
    let rank = Int((share * Double(count) - 1e-9).rounded(.up))
    return sorted[min(max(rank - 1, 0), count - 1)]
  }

  /// The share of schedules that finish on a day or before.
  public func chance(by day: Double) -> Double {
    guard count > 0 else { return 0 }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return Double(low) / Double(count)
  }

  /// The share that has finished, at evenly spaced days from the first to the last finish.
  public func curve(points: Int = 40) -> [(day: Double, share: Double)] {
    guard let first = sorted.first, let last = sorted.last else { return [] }
    guard last > first, points > 1 else { return [(first, 1)] }
    return (0..<points).map { point in
      let day = first + (last - first) * Double(point) / Double(points - 1)
      return (day, point == points - 1 ? 1 : chance(by: day))
    }
  }
}

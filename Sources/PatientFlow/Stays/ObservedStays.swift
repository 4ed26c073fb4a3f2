// SPDX-License-Identifier: Apache-2.0

/// Times that were seen, in order, as a distribution: the inverse is that of `StayInverse.observed`.
struct ObservedStays {
  private let sorted: [Double]

  /// The distribution of times.
  init(_ seen: [Double]) { sorted = seen.sorted() }

  /// The share of patients who stay longer than a time.
  func share(longerThan time: Double) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return 0 }
    if time < first { return 1 }
    if time >= last { return 0 }
    let above = sorted.firstIndex { $0 > time } ?? sorted.count
    let (low, high) = (sorted[above - 1], sorted[above])
    let place = Double(above - 1) + (time - low) / (high - low)
    return 1 - (place + 0.5) / Double(sorted.count)
  }

  /// The mean of the lesser of the stay and a time.
  func mean(upTo time: Double) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return 0 }
    var sum = (min(first, time) + min(last, time)) / 2
    for (low, high) in zip(sorted, sorted.dropFirst()) {
      sum += Self.mean(from: low, to: high, upTo: time)
    }
    return sum / Double(sorted.count)
  }

  /// The mean of the lesser of a time and a number that is even between two.
  private static func mean(from low: Double, to high: Double, upTo time: Double) -> Double {
    if time >= high { return (low + high) / 2 }
    if time <= low { return time }
    let share = (time - low) / (high - low)
    return share * (low + time) / 2 + (1 - share) * time
  }
}

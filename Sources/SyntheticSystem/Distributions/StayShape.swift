// SPDX-License-Identifier: Apache-2.0

/// How many nights people stay.
///
/// A share leaves on the day of admission; the others stay a night and then leave each day with a
/// fixed chance, which is high for most and low for a part of them, so that a few stay very long.
/// No stay is longer than `longest` nights.
struct StayShape: Sendable {
  static let longest = 180
  private let shares: Shares

  /// - Parameters:
  ///   - sameDay: the share that stays no night.
  ///   - short: mean nights of those who leave soon.
  ///   - long: mean nights of those who do not.
  ///   - longShare: the share of those who do not, among all who stay.
  init(sameDay: Double, short: Double, long: Double, longShare: Double) {
    var weights = [Double](repeating: 0, count: Self.longest + 1)
    weights[0] = sameDay
    for (mean, share) in [(short, 1 - longShare), (long, longShare)] {
      var left = (1 - sameDay) * share
      for nights in 1...Self.longest {
        weights[nights] += left / mean
        left -= left / mean
      }
    }
    shares = Shares(weights)
  }

  /// The nights at a point from 0 to below 1.
  func nights(_ point: Double) -> Int { shares.pick(point) }

  /// The mean number of nights.
  var mean: Double { shares.parts.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } }
}

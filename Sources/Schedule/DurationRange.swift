// SPDX-License-Identifier: Apache-2.0

/// How long work takes, in whole calendar days: three estimates, of which all may be the same.
///
/// A duration with a condition, such as "12 to 24 months, depending on estates", keeps both its ends.
public struct DurationRange: Hashable, Sendable {
  /// Days when everything goes well; at least 0.
  public let low: Double
  /// Days that are most likely.
  public let likely: Double
  /// Days when much goes wrong.
  public let high: Double

  /// Three estimates in rising order.
  ///
  /// - Throws: `ScheduleError.duration` when one is negative or endless, or they do not rise.
  public init(low: Double, likely: Double, high: Double) throws(ScheduleError) {
    guard low.isFinite, high.isFinite, low >= 0, low <= likely, likely <= high else {
      throw .duration(low: low, likely: likely, high: high)
    }
    self.init(checked: low, likely, high)
  }

  /// The same number of days in every case; a negative or endless number becomes 0.
  public init(days: Double) {
    let length = days.isFinite ? max(days, 0) : 0
    self.init(checked: length, length, length)
  }

  private init(checked low: Double, _ likely: Double, _ high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  /// Nothing: a milestone or a gate.
  public static let none = DurationRange(days: 0)

  /// Whether the three estimates agree.
  public var isCertain: Bool { low == high }

  /// Days longer in each case, or shorter when negative; never less than 0.
  public func longer(by days: Double) -> DurationRange {
    DurationRange(checked: max(low + days, 0), max(likely + days, 0), max(high + days, 0))
  }

  /// One of the three.
  public func days(_ estimate: DurationEstimate) -> Double {
    switch estimate {
    case .low: low
    case .likely: likely
    case .high: high
    }
  }
}

/// Which of three estimates a schedule is worked out with.
public enum DurationEstimate: Sendable, CaseIterable {
  case low
  case likely
  case high
}

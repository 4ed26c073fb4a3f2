// SPDX-License-Identifier: Apache-2.0

/// The values that a standard admits; a value at the limit is admitted.
public enum Limit: Equatable, Sendable {
  /// This value or more.
  case atLeast(Double)
  /// This value or less.
  case atMost(Double)
  /// A value from the first to the second.
  case between(Double, Double)

  /// How far a value is inside the limit: zero at the limit, negative outside it.
  public func margin(of value: Double) -> Double {
    switch self {
    case .atLeast(let low): value - low
    case .atMost(let high): high - value
    case .between(let low, let high): min(value - low, high - value)
    }
  }

  /// Whether a value is admitted.
  public func admits(_ value: Double) -> Bool {
    switch self {
    case .atLeast(let low): value >= low
    case .atMost(let high): value <= high
    case .between(let low, let high): value >= low && value <= high
    }
  }

  /// The nearest limit that admits these values too.
  public func relaxed(toAdmit values: [Double]) -> Limit {
    switch self {
    case .atLeast(let low): .atLeast(values.reduce(low, min))
    case .atMost(let high): .atMost(values.reduce(high, max))
    case .between(let low, let high): .between(values.reduce(low, min), values.reduce(high, max))
    }
  }

  /// By how much a limit of the same kind is wider; the sum of both ends for one with two.
  func widening(to wider: Limit) -> Double {
    switch (self, wider) {
    case (.atLeast(let old), .atLeast(let new)): old - new
    case (.atMost(let old), .atMost(let new)): new - old
    case (.between(let low, let high), .between(let newLow, let newHigh)):
      (low - newLow) + (newHigh - high)
    default: .infinity
    }
  }

  /// The numbers that make the limit.
  var numbers: [Double] {
    switch self {
    case .atLeast(let low): [low]
    case .atMost(let high): [high]
    case .between(let low, let high): [low, high]
    }
  }
}

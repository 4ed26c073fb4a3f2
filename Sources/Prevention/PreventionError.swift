// SPDX-License-Identifier: Apache-2.0

/// What keeps a programme or a cause from being worked out.
public enum PreventionError: Error, Hashable, Sendable {
  /// A share below 0 or above 1, or without a value.
  case shareOutOfRange(what: String, Double)
  /// Shares of the same people that add up to more than all of them.
  case sharesAboveOne(Double)
  /// A relative risk that is not above 0.
  case riskNotPositive(Double)
  /// People or pounds below 0, or without a value.
  case belowZero(what: String, Double)
  /// As many years as there should not be.
  case yearsOutOfRange(Int)
  /// Years of a lag that are not in order, or a first one that is not above 0.
  case lagOutOfOrder
}

extension PreventionError: CustomStringConvertible {
  /// What is wrong, in a sentence without its full stop.
  public var description: String {
    switch self {
    case .shareOutOfRange(let what, let value): "\(what) of \(value)"
    case .sharesAboveOne(let sum): "shares that add up to \(sum)"
    case .riskNotPositive(let value): "a relative risk of \(value)"
    case .belowZero(let what, let value): "\(what) of \(value)"
    case .yearsOutOfRange(let years): "\(years) years"
    case .lagOutOfOrder: "years since a change that do not rise from 1"
    }
  }
}

enum Check {
  static func share(_ value: Double, _ what: String) throws(PreventionError) {
    guard (0...1).contains(value) else { throw .shareOutOfRange(what: what, value) }
  }

  static func notBelowZero(_ value: Double, _ what: String) throws(PreventionError) {
    guard value >= 0, value.isFinite else { throw .belowZero(what: what, value) }
  }

  static func risk(_ value: Double) throws(PreventionError) {
    guard value > 0, value.isFinite else { throw .riskNotPositive(value) }
  }
}

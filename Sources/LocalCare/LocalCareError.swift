// SPDX-License-Identifier: Apache-2.0

/// A number that the engine cannot work with.
public enum LocalCareError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A number outside of what it can mean.
  case outOfRange(what: String, found: Double, expected: String)
  /// More staff than the engine tries: the load cannot be what was meant.
  case tooMany(what: String, most: Int)

  /// The problem in plain English.
  public var description: String {
    switch self {
    case .outOfRange(let what, let found, let expected):
      "\(what) is \(found); it has to be \(expected)"
    case .tooMany(let what, let most): "\(what) would need more than \(most)"
    }
  }
}

/// Checks of numbers, each named as a reader knows it.
enum Check {
  static func positive(_ value: Double, _ what: String) throws(LocalCareError) {
    guard value > 0, value.isFinite else {
      throw .outOfRange(what: what, found: value, expected: "more than nothing")
    }
  }

  static func notNegative(_ value: Double, _ what: String) throws(LocalCareError) {
    guard value >= 0, value.isFinite else {
      throw .outOfRange(what: what, found: value, expected: "nothing or more")
    }
  }

  static func share(_ value: Double, _ what: String) throws(LocalCareError) {
    guard value >= 0, value <= 1 else {
      throw .outOfRange(what: what, found: value, expected: "a share from 0 to 1")
    }
  }

  static func shareBelowOne(_ value: Double, _ what: String) throws(LocalCareError) {
    guard value >= 0, value < 1 else {
      throw .outOfRange(what: what, found: value, expected: "a share from 0 and below 1")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the inputs of the emissions of travel.
public enum EmissionsError: Error, Equatable, Sendable {
  /// A number that must be finite and zero or more is not.
  case notZeroOrMore(String, Double)
  /// A number that must be finite is not.
  case notFinite(String, Double)
}

extension EmissionsError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .notZeroOrMore(let name, let value):
      "\(name) is \(value): give a finite number of zero or more"
    case .notFinite(let name, let value): "\(name) is \(value): give a finite number"
    }
  }
}

/// Checks shared by factors and journeys, each naming the number in the error.
enum EmissionsCheck {
  static func zeroOrMore(_ name: String, _ value: Double) throws(EmissionsError) {
    guard value >= 0 && value.isFinite else { throw .notZeroOrMore(name, value) }
  }

  static func finite(_ name: String, _ value: Double) throws(EmissionsError) {
    guard value.isFinite else { throw .notFinite(name, value) }
  }
}

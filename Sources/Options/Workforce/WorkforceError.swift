// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a staffing standard or with the staff to compare with it.
public enum WorkforceError: Error, Equatable, Sendable {
  /// A number of staff or beds is below zero, infinite or not a number.
  case notZeroOrMore(String, Double)
  /// The beds that a ratio is for are not above zero.
  case notPositive(String, Double)
  /// A standard has two ratios for one staff group.
  case repeatedStaffGroup(String)
  /// The staff of one site are given twice.
  case repeatedSite(String)
  /// A rota has nobody on it.
  case emptyRota(minimumPerSite: Int)
}

extension WorkforceError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .notZeroOrMore(let name, let value):
      "\(name) is \(value): give a finite number of zero or more"
    case .notPositive(let name, let value): "\(name) is \(value): give a finite number above zero"
    case .repeatedStaffGroup(let group): "'\(group)' has two ratios: give one for each staff group"
    case .repeatedSite(let site): "site '\(site)' is given twice: give its consultants once"
    case .emptyRota(let minimum): "a rota of \(minimum) was given: give at least one consultant"
    }
  }
}

/// Checks shared by standards and rotas, each naming the number in the error.
enum WorkforceCheck {
  static func zeroOrMore(_ name: String, _ value: Double) throws(WorkforceError) {
    guard value >= 0 && value.isFinite else { throw .notZeroOrMore(name, value) }
  }
}

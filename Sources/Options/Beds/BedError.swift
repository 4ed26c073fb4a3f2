// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a question about beds.
public enum BedError: Error, Equatable, Sendable {
  /// A number of patients, days or beds occupied is below zero, infinite or not a number.
  case notZeroOrMore(String, Double)
  /// A number of days that divides others is not above zero.
  case notPositive(String, Double)
  /// An occupancy isn't above 0 and at most 1.
  case impossibleOccupancy(Double)
  /// A chance isn't between 0 and 1, ends excluded, so that no number of beds or any would do.
  case impossibleChance(Double)
  /// A number of beds is below the least allowed or above the most.
  case impossibleBeds(Int, allowed: ClosedRange<Int>)
  /// The mean number of beds occupied is more than the formulas are worked out for.
  case loadTooLarge(Double, limit: Double)
  /// The first part of a stay is longer than the mean stay, so not everybody can stay through it.
  case firstPartLongerThanStay(firstDays: Double, meanStayDays: Double)
}

extension BedError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .notZeroOrMore(let name, let value):
      "\(name) is \(value): give a finite number of zero or more"
    case .notPositive(let name, let value): "\(name) is \(value): give a finite number above zero"
    case .impossibleOccupancy(let value):
      "the occupancy is \(value): give a share above 0 and at most 1"
    case .impossibleChance(let value): "the chance is \(value): give a number above 0 and below 1"
    case .impossibleBeds(let beds, let allowed):
      "\(beds) beds were given: give \(allowed.lowerBound) to \(allowed.upperBound)"
    case .loadTooLarge(let load, let limit):
      "\(load) beds are occupied on average: give at most \(limit)"
    case .firstPartLongerThanStay(let first, let mean):
      "the first \(first) days are longer than the mean stay of \(mean): give the stays themselves"
    }
  }
}

/// Checks shared by the questions, each naming the number in the error.
enum BedCheck {
  static func zeroOrMore(_ name: String, _ value: Double) throws(BedError) {
    guard value >= 0 && value.isFinite else { throw .notZeroOrMore(name, value) }
  }

  static func chance(_ value: Double) throws(BedError) {
    guard value > 0 && value < 1 else { throw .impossibleChance(value) }
  }

  static func beds(_ count: Int, atLeast least: Int) throws(BedError) {
    let allowed = least...BedPool.mostBeds
    guard allowed.contains(count) else { throw .impossibleBeds(count, allowed: allowed) }
  }
}

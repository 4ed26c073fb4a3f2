// SPDX-License-Identifier: Apache-2.0

/// A financial year, from April to March, named by the calendar year in which it starts.
///
/// `Year(2016)` is 2016-17. Years count like whole numbers, so `Year(2016)...Year(2020)` is a
/// sequence of five years.
public struct Year: Hashable, Sendable {
  /// The calendar year in which this financial year starts: 2016 for 2016-17.
  public let start: Int

  /// Creates the financial year that starts in April of `start`.
  public init(_ start: Int) { self.start = start }
}

extension Year: Comparable, Strideable {
  /// Whether the left year comes before the right one.
  public static func < (left: Self, right: Self) -> Bool { left.start < right.start }

  /// Counts the years from this one to `other`; negative when `other` is earlier.
  public func distance(to other: Self) -> Int { other.start - start }

  /// Finds the year `count` years later, or earlier when `count` is negative.
  public func advanced(by count: Int) -> Self { Self(start + count) }
}

extension Year: ExpressibleByIntegerLiteral {
  /// Creates a year from a literal such as `2016`.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Year: LosslessStringConvertible {
  /// The year as people in the NHS write it: `2016-17`, `1999-00`.
  public var description: String {
    let end = (start % 100 + 1) % 100
    return "\(start)-\(end < 10 ? "0" : "")\(end)"
  }

  /// Reads a year written as `2016-17`; nil for anything else, including `2016-18`.
  public init?(_ description: String) {
    guard let start = Int(description.prefix(4)), start >= 1000 else { return nil }
    self.init(start)
    guard self.description == description else { return nil }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A named rule that keeps published tables from pointing at a person.
public struct SmallNumberPolicy: Sendable, Equatable {
  /// What is done with a count of nought.
  public enum ZeroRule: String, Sendable, Equatable {
    /// Noughts are shown. A reader then knows that every hidden count is at least one.
    case shown
    /// Noughts are hidden like any other small count.
    case hidden
  }

  /// The policy's name, to print under each table.
  public let name: String
  /// Counts from one to just below this are hidden.
  public let suppressBelow: Int
  /// Counts that are shown are rounded to the nearest multiple of this; nil shows them exactly.
  public let roundTo: Int?
  /// Whether further cells are hidden so that totals do not give the hidden ones away.
  public let protectsFromTotals: Bool
  /// What is done with a count of nought.
  public let zeroes: ZeroRule

  /// Makes a policy.
  ///
  /// A threshold below one hides nothing; a rounding base below two rounds nothing.
  public init(
    name: String, suppressBelow: Int, roundTo: Int? = nil, protectsFromTotals: Bool = true,
    zeroes: ZeroRule = .shown
  ) {
    self.name = name
    self.suppressBelow = suppressBelow
    self.roundTo = roundTo
    self.protectsFromTotals = protectsFromTotals
    self.zeroes = zeroes
  }

  /// Counts of 1 to 4 hidden, other cells hidden where a total would give them away.
  public static let fewerThanFive = SmallNumberPolicy(
    name: "Counts of 1 to 4 are hidden", suppressBelow: 5)

  /// Counts of 1 to 7 shown as a star, all others rounded to the nearest 5.
  ///
  /// Totals are rounded on their own, not added up from rounded cells, so a total does not give
  /// a hidden count away and no further cells are hidden.
  public static let sevenOrFewerRounded = SmallNumberPolicy(
    name: "Counts of 1 to 7 are shown as *, others are rounded to the nearest 5",
    suppressBelow: 8, roundTo: 5, protectsFromTotals: false)

  func isSmall(_ count: Int) -> Bool {
    count == 0 ? zeroes == .hidden && suppressBelow > 0 : count < suppressBelow
  }

  /// The smallest value a reader must suppose a hidden count to have.
  var leastHidden: Int { zeroes == .shown ? 1 : 0 }

  func shown(_ count: Int) -> PublishedCount {
    guard let base = roundTo, base > 1 else { return .exact(count) }
    return .rounded((count + base / 2) / base * base)
  }
}

/// One count as it may be published.
public enum PublishedCount: Sendable, Equatable, CustomStringConvertible {
  /// The count itself.
  case exact(Int)
  /// The count rounded.
  case rounded(Int)
  /// Hidden. The mark is the same whether the count is small or protects one that is: telling them
  /// apart would help a reader work the small one out.
  case hidden

  /// What to print: the figure, or a star.
  public var description: String {
    switch self {
    case .exact(let count), .rounded(let count): String(count)
    case .hidden: "*"
    }
  }
}

/// Why a table cannot be made ready for publication.
public enum SmallNumberError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A count below nought.
  case negativeCount(row: Int, column: Int, count: Int)
  /// Rows of different lengths.
  case raggedRow(row: Int, columns: Int, expected: Int)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .negativeCount(let row, let column, let count):
      "Row \(row), column \(column) holds \(count). A count is nought or more: correct it."
    case .raggedRow(let row, let columns, let expected):
      "Row \(row) has \(columns) cells where the first row has \(expected). "
        + "Give every row the same number of cells."
    }
  }
}

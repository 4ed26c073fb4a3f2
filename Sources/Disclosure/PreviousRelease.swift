// SPDX-License-Identifier: Apache-2.0

/// A figure that may leave, or a place where one would be.
public struct SafeFigure: Sendable, Hashable {
  /// The table that it is in.
  public let table: String
  /// What it is of.
  public let key: CellKey
  /// The figure in the smallest units of its quantity; nil where it is hidden.
  public let shown: Int?

  /// Describes a figure.
  public init(table: String, key: CellKey, shown: Int?) {
    self.table = table
    self.key = key
    self.shown = shown
  }
}

/// What has left before, which every reader may hold beside what leaves now.
public struct PreviousRelease: Sendable {
  /// The rule that it left by.
  public let policy: DisclosurePolicy
  /// Its figures.
  public let figures: [SafeFigure]

  /// Describes an earlier release.
  public init(policy: DisclosurePolicy, figures: [SafeFigure]) {
    self.policy = policy
    self.figures = figures
  }

  /// What it says of each figure; nothing of those that are sums of others that it shows.
  func ranges() -> [NamedCell: ClosedRange<Int>] {
    var ranges: [NamedCell: ClosedRange<Int>] = [:]
    for figure in figures {
      guard let shown = figure.shown else { continue }
      let isTotal = figure.key.coordinates.contains(CellKey.all)
      if policy.totals == .sumsOfShown && isTotal { continue }
      let range = policy.range(shownAs: shown, Quantity(measure: figure.key.measure))
      ranges[NamedCell(table: figure.table, key: figure.key)] = range
    }
    return ranges
  }
}

/// A cell of a table.
struct NamedCell: Hashable {
  let table: String
  let key: CellKey
}

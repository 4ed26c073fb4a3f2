// SPDX-License-Identifier: Apache-2.0

/// What was written down for one option on one criterion.
public enum Score: Hashable, Sendable {
  /// A symbol of the criterion's ``SymbolScale``, such as `++` or `-`.
  case symbol(String)
  /// A number in the unit of the criterion's ``ValueFunction``, such as minutes.
  case number(Double)
}

/// One cell of the table of options by criteria.
public struct ScoreEntry: Hashable, Sendable {
  /// Which cell.
  public let cell: Cell
  /// The score in use.
  public let score: Score
  /// The lower end of the range in doubt, in the unit of the score; `nil` when not in doubt.
  public let low: Score?
  /// The upper end of the range in doubt; `nil` when not in doubt.
  public let high: Score?

  /// Creates a cell of the table.
  public init(
    _ option: OptionID, _ criterion: CriterionID, _ score: Score, low: Score? = nil,
    high: Score? = nil
  ) {
    cell = Cell(option, criterion)
    self.score = score
    self.low = low
    self.high = high
  }
}

/// A place in the table: one option on one criterion.
public struct Cell: Hashable, Sendable {
  /// The row.
  public let option: OptionID
  /// The column.
  public let criterion: CriterionID

  /// Points at a cell.
  public init(_ option: OptionID, _ criterion: CriterionID) {
    self.option = option
    self.criterion = criterion
  }
}

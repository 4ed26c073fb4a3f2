// SPDX-License-Identifier: Apache-2.0

extension AppraisalInputs {
  /// The value of every cell, options in rows; nil where there is no score.
  ///
  /// Reports scores that are unknown, double or without a value, at either end of their range too.
  func valuations(_ mistakes: inout MistakeList) -> [[Valuation?]] {
    var rows = [[Valuation?]](
      repeating: Array(repeating: nil, count: criteria.count), count: options.count)
    let optionRows = positions(of: options.map(\.id))
    let criterionColumns = positions(of: criteria.map(\.id))
    for cell in scores.map(\.cell).repeated() { mistakes.report(.duplicateScore(cell)) }
    for entry in scores {
      guard let row = optionRows[entry.cell.option] else {
        mistakes.report(.unknownOption(entry.cell.option))
        continue
      }
      guard let column = criterionColumns[entry.cell.criterion] else {
        mistakes.report(.unknownCriterion(entry.cell.criterion))
        continue
      }
      let scale = criteria[column].scale
      rows[row][column] = scale.valuation(of: entry.score, in: entry.cell, &mistakes)
      for end in [entry.low, entry.high].compactMap({ $0 }) {
        _ = scale.valuation(of: end, in: entry.cell, &mistakes)
      }
    }
    return rows
  }

  /// The cells without a score, row by row.
  func missingCells() -> [Cell] {
    let scored = Set(scores.map(\.cell))
    return options.flatMap { option in criteria.map { Cell(option.id, $0.id) } }
      .filter { !scored.contains($0) }
  }

  private func positions<Subject>(of ids: [Identifier<Subject>]) -> [Identifier<Subject>: Int] {
    Dictionary(zip(ids, ids.indices)) { first, _ in first }
  }
}

extension Scale {
  /// Gives a score its value, or reports why it has none.
  func valuation(
    of score: Score, in cell: Cell, _ mistakes: inout MistakeList
  ) -> Valuation? {
    do {
      return try valuation(of: score)
    } catch {
      mistakes.report(error.mistake(in: cell))
      return nil
    }
  }
}

extension ScoreFault {
  /// The fault as a mistake of the inputs.
  func mistake(in cell: Cell) -> AppraisalError {
    switch self {
    case .unknownSymbol(let symbol, let expected):
      .unknownSymbol(symbol, expected: expected, cell)
    case .notFinite: .scoreNotFinite(cell)
    case .numberOnSymbolScale: .numberOnSymbolScale(cell)
    case .symbolOnMeasuredScale(let symbol): .symbolOnMeasuredScale(symbol, cell)
    case .outside(let score, let lowest, let highest):
      .scoreOutsideScale(score, lowest: lowest, highest: highest, cell)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Reads a table by the names of its columns and collects what is wrong with it.
struct TableReader {
  /// Problems beyond this number are left out.
  static let mostProblems = 50

  let file: String
  private(set) var text: DelimitedText
  private(set) var problems: [ResamplingProblem] = []

  init(_ bytes: [UInt8], file: String, required: [String]) {
    self.file = file
    text = DelimitedText(bytes)
    if text.header.isEmpty {
      problem(
        row: 1, nil, "an empty file", "a header and rows", "Fill the file, or take it away.")
      return
    }
    for name in required where !text.header.contains(name) {
      problem(row: 1, name, "no such column", "a column \(name)", "Add the column.")
    }
    for (place, name) in text.header.enumerated()
    where text.header[..<place].contains(name) {
      problem(row: 1, name, "two columns of one name", "each once", "Take one away.")
    }
  }

  /// Whether more can be read.
  mutating func next() -> Bool {
    guard problems.count < Self.mostProblems, text.next() else {
      if let row = text.unclosedAt {
        problem(
          row: row, nil, "a quotation mark that is never closed", "closed quotation marks",
          "Close it.")
      }
      return false
    }
    if text.cells.count != text.header.count {
      problem(
        nil, "\(text.cells.count) cells", "\(text.header.count), as in the header",
        "Add or remove commas; put text with commas in double quotes.")
    }
    return true
  }

  func column(_ name: String) -> Int? { text.header.firstIndex(of: name) }

  mutating func problem(
    row: Int? = nil, _ column: String?, _ found: String, _ expected: String, _ advice: String
  ) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(
      ResamplingProblem(
        place: file, row: row ?? text.row, column: column, found: found, expected: expected,
        advice: advice))
  }

  /// The whole number of a column in a range.
  mutating func whole(_ column: Int, _ range: ClosedRange<Int>, _ means: String) -> Int? {
    if let number = text.whole(column: column), range.contains(number) { return number }
    let cell = text.text(column: column)
    problem(
      text.header[column], cell.isEmpty ? "nothing" : "“\(cell)”",
      "\(means), a whole number from \(range.lowerBound) to \(range.upperBound)",
      cell.isEmpty
        ? "Fill the cell, or leave the row out and say so." : "Correct the cell.")
    return nil
  }

  /// The number of a column in a range.
  mutating func number(
    _ column: Int, _ range: ClosedRange<Double>, _ means: String
  ) -> Double? {
    let cell = text.text(column: column)
    if let number = Double(cell), number.isFinite, range.contains(number) { return number }
    problem(
      text.header[column], cell.isEmpty ? "nothing" : "“\(cell)”",
      "\(means), from \(range.lowerBound) to \(range.upperBound)", "Correct the cell.")
    return nil
  }

  /// The sex of a column.
  mutating func sex(_ column: Int) -> Sex? {
    if let sex = Self.sex(text.text(column: column)) { return sex }
    problem(
      text.header[column], "“\(text.text(column: column))”", "female, male or unknown",
      "Correct the cell.")
    return nil
  }

  /// A sex by its name or by its code of the NHS data dictionary.
  static func sex(_ text: String) -> Sex? {
    switch text {
    case "male", "1", "m", "M": .male
    case "female", "2", "f", "F": .female
    case "", "unknown", "persons", "0", "9": .unknown
    default: nil
    }
  }
}

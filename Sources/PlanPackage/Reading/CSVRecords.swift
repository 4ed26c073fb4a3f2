// SPDX-License-Identifier: Apache-2.0

/// The records of a CSV file (RFC 4180), each with the number of its row.
///
/// Rows are counted as a spreadsheet counts them: the header is row 1, and a quoted cell with
/// line breaks in it is still one row.
public struct CSVRecords: Sendable {
  /// The rows that hold anything, with their numbers.
  public let records: [(row: Int, cells: [String])]
  /// Everything that is wrong.
  public let violations: [Violation]

  /// Reads a whole file.
  ///
  /// A byte order mark and either kind of line end are accepted. Bytes that are not UTF-8, a
  /// quotation mark that is never closed and text after a closing one are violations.
  public init(bytes: [UInt8], file: String) {
    var parser = CSVParser(bytes: bytes, file: file)
    parser.run()
    records = parser.records
    violations = parser.violations
  }

  /// A record as a line of CSV, quoted only where it has to be.
  public static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
      guard needsQuotes else { return cell }
      // By scalars: a quotation mark under an accent is another character, and the same byte.
      var quoted = "\"".unicodeScalars
      for scalar in cell.unicodeScalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
      }
      return String(quoted) + "\""
    }.joined(separator: ",") + "\n"
  }
}

/// One pass over the bytes; a cell is decoded when it ends.
private struct CSVParser {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var row = 1
  private(set) var records: [(row: Int, cells: [String])] = []
  private(set) var violations: [Violation] = []
  private var cells: [String] = []

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func run() {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      violations.append(
        Violation(
          file: file, found: "an Excel workbook or a zip file", expected: "a CSV file",
          advice: "Open it in Excel and save it as “CSV UTF-8 (comma delimited)”."))
      return
    }
    while position < bytes.count {
      readCell()
      endCell()
    }
    if !cells.isEmpty { endRecord() }
  }

  private mutating func readCell() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      readQuotedCell()
    } else {
      let start = position
      while position < bytes.count, !isCellEnd(bytes[position]) { position += 1 }
      cells.append(decode(bytes[start..<position]))
    }
  }

  private mutating func readQuotedCell() {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\"") else {
        content.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        cells.append(decode(content[...]))
        rejectTextAfterQuotes()
        return
      }
      content.append(byte)
      position += 1
    }
    violations.append(
      Violation(
        file: file, row: row, column: columnName, found: "a quotation mark that is never closed",
        expected: "a closing quotation mark",
        advice: "Close the quotation, and double any quotation mark inside it."))
    cells.append(decode(content[...]))
  }

  private mutating func rejectTextAfterQuotes() {
    let start = position
    while position < bytes.count, !isCellEnd(bytes[position]) { position += 1 }
    guard position > start else { return }
    violations.append(
      Violation(
        file: file, row: row, column: "\(cells.count)",
        found: "“\(decode(bytes[start..<position]))” after a closing quotation mark",
        expected: "a comma or the end of the row",
        advice: "Double a quotation mark that belongs to the text: \"\"like this\"\"."))
  }

  private mutating func endCell() {
    guard position < bytes.count else {
      endRecord()
      return
    }
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: ",") {
      // A comma at the very end of the file still opens one more, empty, cell.
      if position == bytes.count { cells.append("") }
      return
    }
    if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
      position += 1
    }
    endRecord()
  }

  private mutating func endRecord() {
    if cells.contains(where: { !$0.isEmpty }) { records.append((row, cells)) }
    cells = []
    row += 1
  }

  private func isCellEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private var columnName: String { "\(cells.count + 1)" }

  private mutating func decode(_ content: ArraySlice<UInt8>) -> String {
    if let text = String(validating: content, as: UTF8.self) { return text }
    let text = String(decoding: content, as: UTF8.self)
    let culprit = content.first { $0 >= 0x80 } ?? 0
    let named = String(culprit, radix: 16, uppercase: true)
    violations.append(
      Violation(
        file: file, row: row, column: columnName,
        found: "the byte \(named) in “\(text)”, which is not UTF-8",
        expected: "text in UTF-8",
        advice: "The file looks like Latin-1 or Windows-1252, as Excel writes “CSV”. Save it "
          + "as “CSV UTF-8 (comma delimited)”."))
    return text
  }
}

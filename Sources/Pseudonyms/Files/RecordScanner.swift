// SPDX-License-Identifier: Apache-2.0

/// Goes through the records of a piece of a CSV file (RFC 4180), one line each.
///
/// A line break within quotation marks ends the record all the same, and the record is wrong: no
/// field of a person or a contact has one, and a quotation mark that somebody forgot must not
/// swallow the rows below it.
struct RecordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Why a record is not text.
  static let notText = "bytes that are not UTF-8 (perhaps Windows-1252)"
  /// Where the present record is, without its line end.
  private(set) var line = 0..<0
  private var cells: [Range<Int>] = []
  /// What is wrong with the present record.
  private(set) var problem: String?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Cells of the present record.
  var count: Int { cells.count }

  /// Goes to the next record that holds anything; false at the end.
  ///
  /// `rows` goes up by the lines that were passed.
  mutating func next(rows: inout Int) -> Bool {
    while position < bytes.count {
      scan()
      rows += 1
      if !line.isEmpty { return true }
    }
    return false
  }

  private mutating func scan() {
    let start = position
    var cellStart = position
    var hasQuotes = false
    cells.removeAll(keepingCapacity: true)
    problem = nil
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") {
        cells.append(cellStart..<position)
        cellStart = position + 1
      } else if byte == UInt8(ascii: "\"") {
        hasQuotes = true
        if cellStart == position { skipQuoted() }
      }
      position += 1
    }
    var end = min(position, bytes.count)
    position = end + 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    cells.append(cellStart..<max(cellStart, end))
    line = start..<end
    if hasQuotes { checkQuotes() }
  }

  /// Goes from an opening quotation mark to the byte before what follows the closing one.
  private mutating func skipQuoted() {
    var index = position + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
          position = index
          return
        }
        index += 1
      }
      index += 1
    }
    problem = "a quotation mark that is not closed on its line"
    position = index - 1
  }

  private mutating func checkQuotes() {
    guard problem == nil else { return }
    for cell in cells where !cell.isEmpty && bytes[cell.lowerBound] == UInt8(ascii: "\"") {
      guard cell.count >= 2, bytes[cell.upperBound - 1] == UInt8(ascii: "\"") else {
        problem = "text after a closing quotation mark"
        return
      }
    }
  }

  /// The bytes of a cell as they stand, quotation marks included.
  func raw(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells[index]])
  }

  /// The text of a cell.
  func text(_ index: Int) -> String {
    let cell = cells[index]
    guard let first = bytes[cell].first, first == UInt8(ascii: "\"") else {
      return String(decoding: bytes[cell], as: UTF8.self)
    }
    var content: [UInt8] = []
    var isSecond = false
    for byte in bytes[cell].dropFirst().dropLast() {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The present record as it stands.
  var wholeLine: String { String(decoding: bytes[line], as: UTF8.self) }

  /// Whether the present record has bytes beyond ASCII.
  var isAccented: Bool { bytes[line].contains { $0 >= 0x80 } }

  /// Whether the present record is UTF-8 with no control characters in it.
  var isText: Bool {
    var isPlain = true
    for byte in bytes[line] {
      if byte >= 0x80 { isPlain = false }
      if byte < 32 && byte != 9 { return false }
    }
    return isPlain || String(validating: bytes[line], as: UTF8.self) != nil
  }
}

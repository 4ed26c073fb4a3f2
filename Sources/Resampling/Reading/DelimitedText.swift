// SPDX-License-Identifier: Apache-2.0

/// A table of comma-separated values, read cell by cell without making texts of them.
///
/// RFC 4180: cells may be in double quotes, within which commas and line ends are text and a doubled
/// quotation mark is one. A byte order mark and either kind of line end are accepted; empty lines are
/// passed over.
struct DelimitedText {
  /// A cell: where its text is, and whether doubled quotation marks are in it.
  struct Cell {
    var range: Range<Int>
    var hasDoubledQuotes = false
  }

  let bytes: [UInt8]
  /// The headings.
  private(set) var header: [String] = []
  /// The line of the row that was read last, the header being 1.
  private(set) var row = 0
  /// The cells of that row.
  private(set) var cells: [Cell] = []
  /// What is wrong with the quotation marks, if anything.
  private(set) var unclosedAt: Int?

  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if next() { header = cells.map(text) }
  }

  /// Reads a row; false at the end.
  mutating func next() -> Bool {
    while position < bytes.count {
      row += 1
      cells.removeAll(keepingCapacity: true)
      readRow()
      if cells.count > 1 || !(cells.first?.range.isEmpty ?? true) { return true }
    }
    return false
  }

  private mutating func readRow() {
    bytes.withUnsafeBufferPointer { bytes in
      var start = position
      while true {
        if start < bytes.count, bytes[start] == 0x22 {
          start = readQuoted(bytes, start)
        } else {
          var end = start
          while end < bytes.count, bytes[end] != 0x2C, bytes[end] != 0x0A { end += 1 }
          let isAtLineEnd = end == bytes.count || bytes[end] == 0x0A
          let last = isAtLineEnd && end > start && bytes[end - 1] == 0x0D ? end - 1 : end
          cells.append(Cell(range: start..<last))
          start = end
        }
        guard start < bytes.count, bytes[start] == 0x2C else {
          position = min(start + 1, bytes.count)
          return
        }
        start += 1
      }
    }
  }

  /// Reads a cell in quotation marks and gives where the comma or the line end after it is.
  private mutating func readQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ quote: Int
  ) -> Int {
    var end = quote + 1
    var isDoubled = false
    while end < bytes.count {
      if bytes[end] == 0x22 {
        guard end + 1 < bytes.count, bytes[end + 1] == 0x22 else { break }
        isDoubled = true
        end += 1
      }
      end += 1
    }
    if end >= bytes.count { unclosedAt = unclosedAt ?? row }
    cells.append(Cell(range: (quote + 1)..<min(end, bytes.count), hasDoubledQuotes: isDoubled))
    var after = min(end + 1, bytes.count)
    while after < bytes.count, bytes[after] != 0x2C, bytes[after] != 0x0A { after += 1 }
    return after
  }

  /// The text of a cell of the row that was read last.
  func text(_ cell: Cell) -> String {
    let text = String(decoding: bytes[cell.range], as: UTF8.self)
    guard cell.hasDoubledQuotes else { return text }
    var undoubled = ""
    var wasQuote = false
    for character in text.unicodeScalars {
      if character == "\"", wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = character == "\""
      undoubled.unicodeScalars.append(character)
    }
    return undoubled
  }

  /// The text of a column, or nothing when the row is too short.
  func text(column: Int) -> String { column < cells.count ? text(cells[column]) : "" }

  /// The whole number, not below 0, of a column.
  func whole(column: Int) -> Int? {
    guard column < cells.count else { return nil }
    let range = cells[column].range
    guard !range.isEmpty, range.count < 16 else { return nil }
    var number = 0
    for place in range {
      let digit = Int(bytes[place]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// A hash of the bytes of a column: FNV-1a (Fowler, Noll and Vo).
  func hash(column: Int) -> UInt64 {
    guard column < cells.count else { return 0 }
    return bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for place in cells[column].range {
        hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
      }
      return hash
    }
  }
}

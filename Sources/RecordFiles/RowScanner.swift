// SPDX-License-Identifier: Apache-2.0

/// Goes through the rows of a CSV file (RFC 4180), or of a piece of one, without copying them.
///
/// A row that is not as it should be is given with its problem, and reading goes on at the next line: a
/// quotation mark that somebody forgot must not swallow the rows below it.
public struct RowScanner {
  /// Why a row is not text.
  public static let notText = "bytes that are not UTF-8 (perhaps Windows-1252)"

  private let bytes: UnsafeBufferPointer<UInt8>
  private let breaksLinesInQuotes: Bool
  private var position = 0
  private var cells: [Range<Int>] = []
  /// Where the present row is, without its line end.
  public private(set) var line = 0..<0
  /// What is wrong with the present row.
  public private(set) var problem: String?

  /// Begins before the first row.
  ///
  /// - Parameters:
  ///   - bytes: The rows; a byte order mark is passed over.
  ///   - breaksLinesInQuotes: Whether a quoted cell may go on over a line end, as it may where a whole file
  ///     is at hand. In a piece of a file a line end ends the row.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, breaksLinesInQuotes: Bool = false) {
    self.bytes = bytes
    self.breaksLinesInQuotes = breaksLinesInQuotes
    if bytes.starts(with: LinePieces.byteOrderMark) { position = LinePieces.byteOrderMark.count }
  }

  /// Cells of the present row.
  public var count: Int { cells.count }

  /// Goes to the next row that holds anything; false at the end.
  ///
  /// `rows` goes up by the rows that were passed, empty ones among them.
  public mutating func next(rows: inout Int) -> Bool {
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
    if hasQuotes && problem == nil {
      checkQuotes(cellStart..<withoutReturn(start, min(position, bytes.count)))
    }
    if problem != nil { position = lineEnd(after: start) }
    let end = withoutReturn(start, min(position, bytes.count))
    position = min(position, bytes.count) + 1
    cells.append(cellStart..<max(cellStart, end))
    line = start..<end
  }

  private func withoutReturn(_ start: Int, _ end: Int) -> Int {
    end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  private func lineEnd(after start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Goes from an opening quotation mark to the closing one.
  private mutating func skipQuoted() {
    var index = position + 1
    while index < bytes.count, breaksLinesInQuotes || bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
          position = index
          return
        }
        index += 1
      }
      index += 1
    }
    problem =
      breaksLinesInQuotes
      ? "a quotation mark is never closed" : "a quotation mark that is not closed on its line"
    position = index - 1
  }

  private mutating func checkQuotes(_ last: Range<Int>) {
    for cell in cells + [last] where !cell.isEmpty && isQuoted(cell) {
      guard cell.count >= 2, bytes[cell.upperBound - 1] == UInt8(ascii: "\"") else {
        problem = "text after a closing quotation mark"
        return
      }
    }
  }

  private func isQuoted(_ cell: Range<Int>) -> Bool { bytes[cell].first == UInt8(ascii: "\"") }

  /// The bytes of a cell as they stand, quotation marks included.
  public func raw(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells[index]])
  }

  /// The bytes of a cell without the quotation marks around it; marks within it stay doubled.
  public func content(_ index: Int) -> UnsafeRawBufferPointer {
    let cell = cells[index]
    let isBare = !isQuoted(cell) || cell.count < 2
    let inner = isBare ? cell : cell.lowerBound + 1..<cell.upperBound - 1
    return UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[inner]))
  }

  /// Whether a cell has quotation marks around it and in it, so that its content is not its value.
  public func hasMarksWithin(_ index: Int) -> Bool {
    isQuoted(cells[index]) && content(index).contains(UInt8(ascii: "\""))
  }

  /// The value of a cell, as bytes.
  public func value(_ index: Int) -> [UInt8] {
    guard hasMarksWithin(index) else { return Array(content(index)) }
    var value: [UInt8] = []
    var isSecond = false
    for byte in content(index) {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { value.append(byte) }
    }
    return value
  }

  /// The value of a cell, as text in UTF-8.
  public func text(_ index: Int) -> String {
    hasMarksWithin(index)
      ? String(decoding: value(index), as: UTF8.self)
      : String(decoding: content(index), as: UTF8.self)
  }

  /// The bytes of the present row as they stand.
  public var lineBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[line]) }

  /// The present row as it stands.
  public var wholeLine: String { String(decoding: bytes[line], as: UTF8.self) }

  /// Whether the present row has bytes beyond ASCII.
  public var isAccented: Bool { bytes[line].contains { $0 >= 0x80 } }

  /// What is wrong with the present row where it has to be text of so many cells.
  public func problem(cells: Int) -> String? {
    if let problem { return problem }
    guard count == cells else { return "another number of cells than columns" }
    return isText ? nil : Self.notText
  }

  /// Whether the present row is UTF-8 with no control characters in it.
  public var isText: Bool {
    var isPlain = true
    for byte in bytes[line] {
      if byte >= 0x80 { isPlain = false }
      if byte < 32 && byte != 9 { return false }
    }
    return isPlain || String(validating: bytes[line], as: UTF8.self) != nil
  }
}

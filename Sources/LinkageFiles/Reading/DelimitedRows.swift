// SPDX-License-Identifier: Apache-2.0

/// Walks over the rows of a CSV file without copying it; a row that is not as it should be is handed out
/// with its reason, and reading goes on at the next line.
struct DelimitedRows {
  /// What was found at one place of the file.
  enum Row {
    /// Cells as bytes; quoted ones with doubled quotation marks are copied.
    case cells
    /// What is wrong, and the line as it stands.
    case malformed(reason: String, line: String)
  }

  private let bytes: UnsafeRawBufferPointer
  private var position: Int
  /// The number of the row last read, the header being 1.
  private(set) var number = 0
  /// The cells of the row last read.
  private(set) var cells: [UnsafeRawBufferPointer] = []
  /// Cells that had to be copied, freed at the next row.
  private var copies: [UnsafeMutableRawBufferPointer] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    position = hasMark ? 3 : 0
  }

  /// Where the next row begins, in bytes.
  var offset: Int { position }

  /// Frees what the last row needed.
  mutating func finish() {
    for copy in copies { copy.deallocate() }
    copies.removeAll(keepingCapacity: true)
  }

  /// Reads the next row that is not empty; nil at the end.
  mutating func next() -> Row? {
    while position < bytes.count {
      finish()
      cells.removeAll(keepingCapacity: true)
      number += 1
      let start = position
      if let reason = readRow() {
        position = start
        let line = takeLine()
        return .malformed(reason: reason, line: line)
      }
      if cells.count > 1 || !(cells.first?.isEmpty ?? true) { return .cells }
    }
    finish()
    return nil
  }

  /// Reads cells up to the end of the row; gives what is wrong.
  private mutating func readRow() -> String? {
    while true {
      if position < bytes.count, bytes[position] == 0x22 {
        if let reason = readQuoted() { return reason }
      } else {
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        cells.append(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
      }
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if byte == 0x2C {
        if position == bytes.count { cells.append(UnsafeRawBufferPointer(rebasing: bytes[0..<0])) }
        if position == bytes.count { return nil }
        continue
      }
      if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      return nil
    }
  }

  private mutating func readQuoted() -> String? {
    let start = position + 1
    var end = start
    var doubled = 0
    while end < bytes.count {
      if bytes[end] == 0x22 {
        guard end + 1 < bytes.count, bytes[end + 1] == 0x22 else { break }
        doubled += 1
        end += 1
      }
      end += 1
    }
    guard end < bytes.count else { return "a quotation mark is never closed" }
    position = end + 1
    guard position == bytes.count || isEnd(bytes[position]) else {
      return "text after a closing quotation mark"
    }
    let content = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    cells.append(doubled == 0 ? content : undoubled(content, doubled))
    return nil
  }

  private mutating func undoubled(_ content: UnsafeRawBufferPointer, _ doubled: Int)
    -> UnsafeRawBufferPointer
  {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: content.count - doubled, alignment: 1)
    var place = 0
    var index = 0
    while index < content.count {
      copy[place] = content[index]
      place += 1
      index += content[index] == 0x22 ? 2 : 1
    }
    copies.append(copy)
    return UnsafeRawBufferPointer(copy)
  }

  /// The line that begins here as text, and moves on behind it.
  private mutating func takeLine() -> String {
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    let line = String(decoding: bytes[start..<position], as: UTF8.self)
    if position < bytes.count { position += 1 }
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x0A || byte == 0x0D }
}

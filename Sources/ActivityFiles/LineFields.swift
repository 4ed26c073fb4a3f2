// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The cells of one line of a CSV file, without copying them.
///
/// Lines are split at line breaks first, so a quoted cell may hold commas but no line break.
struct LineFields {
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  var count: Int { starts.count }

  /// Splits a line, which ends before its line break.
  mutating func split(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress else { return }
    var position = line.lowerBound
    while true {
      if position < line.upperBound, bytes[position] == UInt8(ascii: "\"") {
        position = quoted(bytes, position + 1, line.upperBound)
      } else {
        let rest = line.upperBound - position
        let comma = rest > 0 ? memchr(base + position, Int32(UInt8(ascii: ",")), rest) : nil
        let end = comma.map { UnsafeRawPointer($0) - base } ?? line.upperBound
        starts.append(position)
        ends.append(end)
        position = end
      }
      guard position < line.upperBound else { return }
      position += 1
    }
  }

  /// Takes a cell in quotation marks and gives the place of the comma after it.
  private mutating func quoted(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
  ) -> Int {
    var position = start
    while position < end {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      position += 1
    }
    starts.append(start)
    ends.append(min(position, end))
    while position < end, bytes[position] != UInt8(ascii: ",") { position += 1 }
    return position
  }

  /// The bytes of a cell.
  func bytes(_ cell: Int, _ all: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: all[starts[cell]..<ends[cell]])
  }

  /// The text of a cell.
  func text(_ cell: Int, _ all: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes(cell, all), as: UTF8.self)
  }
}

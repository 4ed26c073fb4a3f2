// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// A file in pieces of whole lines, the header apart.
///
/// Memory does not grow with the file.
final class LineChunks {
  /// As many bytes as are read at a time when nothing else is said.
  static let usualSize = 16 << 20
  /// The cells of the first line.
  private(set) var header: [String] = []
  private let path: String
  private let size: Int
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// Opens a file and reads its header.
  ///
  /// - Throws: `PlanError` when it cannot be read, has no header or lacks a column.
  init(_ path: String, columns: [String], size: Int = LineChunks.usualSize) throws {
    self.path = path
    self.size = size
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw PlanError([
        Violation(
          file: path, found: String(cString: strerror(errno)), expected: "a readable file",
          advice: "Check the path and its permissions.")
      ])
    }
    try readHeader(columns)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func readHeader(_ columns: [String]) throws {
    while rest.firstIndex(of: UInt8(ascii: "\n")) == nil, !isAtEnd { try fill() }
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count
    var line = Array(rest[..<end])
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    let records = CSVRecords(bytes: line, file: path)
    guard records.violations.isEmpty else { throw PlanError(records.violations) }
    header = records.records.first?.cells ?? []
    rest.removeFirst(min(rest.count, end + 1))
    let missing = columns.filter { !header.contains($0) }
    guard missing.isEmpty else {
      throw PlanError(
        missing.map {
          Violation(
            file: path, row: 1, column: $0, found: "no such column",
            expected: columns.joined(separator: ","),
            advice: "Columns may stand in any order; others are passed over.")
        })
    }
  }

  /// The next lines; nil at the end.
  func next() throws -> [UInt8]? {
    while !isAtEnd, rest.count < size || !rest.contains(UInt8(ascii: "\n")) { try fill() }
    guard !rest.isEmpty else { return nil }
    let end =
      isAtEnd ? rest.count : (rest.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.count)
    let chunk = end == rest.count ? rest : Array(rest[..<end])
    rest = Array(rest[end...])
    return chunk
  }

  private func fill() throws {
    let wanted = size
    var count = 0
    let more = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      count = read(descriptor, buffer.baseAddress, wanted)
      filled = max(0, count)
    }
    guard count >= 0 else {
      throw PlanError([
        Violation(
          file: path, found: String(cString: strerror(errno)), expected: "a readable file",
          advice: "Check the disk.")
      ])
    }
    isAtEnd = count == 0
    rest = rest.isEmpty ? more : rest + more
  }

  /// Calls `body` with each line of a chunk, without its line break.
  static func lines(
    _ bytes: UnsafeRawBufferPointer, _ body: (Range<Int>) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    var position = 0
    while position < bytes.count {
      let found = memchr(base + position, Int32(UInt8(ascii: "\n")), bytes.count - position)
      let next = found.map { UnsafeRawPointer($0) - base } ?? bytes.count
      var end = next
      if end > position, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      body(position..<end)
      position = next + 1
    }
  }
}

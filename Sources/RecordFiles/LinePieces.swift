// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage

/// A CSV file in pieces that end where a line ends, the header apart; memory does not grow with the file.
public final class LinePieces {
  /// As many bytes as a piece has when nothing else is said.
  public static let usualLength = 4 << 20
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let longestLine = 64 << 20

  private let path: String
  private let length: Int
  private let encoding: TextEncoding
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// The names of the columns.
  public private(set) var header: [String] = []

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - columns: Columns that it must have.
  ///   - encoding: How its letters are written.
  ///   - length: The least bytes of a piece, but of the last.
  /// - Throws: `PlanError` when it cannot be read, is no CSV file or lacks a column.
  public init(
    _ path: String, columns: [String] = [], encoding: TextEncoding = .utf8,
    length: Int = usualLength
  ) throws(PlanError) {
    self.path = path
    self.length = length
    self.encoding = encoding
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw PlanError([
        Violation(
          file: path, found: "no such file, or one that cannot be read",
          expected: "a readable file", advice: "Check the path and its permissions.")
      ])
    }
    try fill()
    try FileContent.check(rest, of: path)
    try readHeader(columns)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next piece of whole lines, in UTF-8; nil at the end.
  public func next() throws(PlanError) -> [UInt8]? { try piece().map(encoding.inUTF8) }

  private func readHeader(_ columns: [String]) throws(PlanError) {
    if rest.starts(with: Self.byteOrderMark) { rest.removeFirst(Self.byteOrderMark.count) }
    var end = rest.firstIndex(of: UInt8(ascii: "\n"))
    while end == nil, !isAtEnd {
      try fill()
      end = rest.firstIndex(of: UInt8(ascii: "\n"))
    }
    let line = rest.prefix(end ?? rest.count)
    let csv = CSVRecords(bytes: encoding.inUTF8(Array(line)), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    header = csv.records.first?.cells ?? []
    rest.removeFirst(min(rest.count, line.count + 1))
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

  private func piece() throws(PlanError) -> [UInt8]? {
    while !isAtEnd, rest.count < length { try fill() }
    while !isAtEnd, !rest.contains(UInt8(ascii: "\n")) {
      guard rest.count <= Self.longestLine else {
        throw unreadable("a line of more than \(rest.count) bytes")
      }
      try fill()
    }
    guard !rest.isEmpty else { return nil }
    let last = isAtEnd ? nil : rest.lastIndex(of: UInt8(ascii: "\n"))
    let end = last.map { $0 + 1 } ?? rest.count
    defer { rest.removeSubrange(..<end) }
    return end == rest.count ? rest : Array(rest[..<end])
  }

  private func fill() throws(PlanError) {
    var count = 0
    let more = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      repeat {
        count = read(descriptor, buffer.baseAddress, length)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    guard count >= 0 else { throw unreadable(String(cString: strerror(errno))) }
    isAtEnd = count == 0
    rest = rest.isEmpty ? more : rest + more
  }

  private func unreadable(_ found: String) -> PlanError {
    FileContent.unreadable(path, found: found)
  }
}

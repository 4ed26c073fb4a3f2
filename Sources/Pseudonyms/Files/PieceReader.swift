// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// Reads a file in pieces that end where a line ends, so that memory does not grow with the file.
struct PieceReader {
  private static let pieceLength = 4 << 20
  private let file: String
  private let handle: FileHandle
  private let encoding: TextEncoding
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// The names of the columns.
  private(set) var header: [String] = []

  /// Opens a file and reads its header.
  ///
  /// - Throws: `PlanError` when it cannot be read or is not a CSV file in UTF-8.
  init(_ path: String, encoding: TextEncoding = .utf8) throws(PlanError) {
    file = path
    self.encoding = encoding
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw PlanError([
        Violation(
          file: path, found: "no such file, or one that cannot be read",
          expected: "a readable file", advice: "Check the path and its permissions.")
      ])
    }
    self.handle = handle
    var first = try piece() ?? []
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { first.removeFirst(3) }
    try check(first)
    let end = first.firstIndex(of: UInt8(ascii: "\n")) ?? first.count
    let csv = CSVRecords(bytes: encoding.inUTF8(Array(first[..<end])), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    header = csv.records.first?.cells ?? []
    rest = Array(first.dropFirst(end + 1)) + rest
  }

  /// The next piece of whole lines; nil at the end.
  mutating func next() throws(PlanError) -> [UInt8]? { try piece().map(encoding.inUTF8) }

  func close() { try? handle.close() }

  private mutating func piece() throws(PlanError) -> [UInt8]? {
    while !isAtEnd && rest.count < Self.pieceLength {
      do {
        guard let data = try handle.read(upToCount: Self.pieceLength), !data.isEmpty else {
          isAtEnd = true
          break
        }
        rest += data
      } catch { throw unreadable(error.localizedDescription) }
    }
    guard !rest.isEmpty else { return nil }
    var end = rest.count
    if !isAtEnd {
      guard let last = rest.lastIndex(of: UInt8(ascii: "\n")) else {
        throw unreadable("a line of more than \(rest.count) bytes")
      }
      end = last + 1
    }
    defer { rest.removeSubrange(..<end) }
    return end == rest.count ? rest : Array(rest[..<end])
  }

  private func check(_ first: [UInt8]) throws(PlanError) {
    let starts: [(bytes: [UInt8], what: String)] = [
      ([0xFF, 0xFE], "text in UTF-16"), ([0xFE, 0xFF], "text in UTF-16"),
      ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or a zip file"),
      ([0x1F, 0x8B], "a file packed with gzip"),
    ]
    for start in starts where first.starts(with: start.bytes) { throw unreadable(start.what) }
    if first.prefix(4096).contains(0) { throw unreadable("bytes that are not text") }
  }

  private func unreadable(_ found: String) -> PlanError {
    PlanError([
      Violation(
        file: file, found: found, expected: "comma-separated text in UTF-8",
        advice: "Write the file as “CSV UTF-8 (comma delimited)”.")
    ])
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Linkage
import PlanPackage

/// Hands records over to Spark as files, and reads the pairs that it wrote.
public struct SparkFiles: Sendable {
  /// The folder, which every worker has to see under the same path.
  public let folder: String

  /// Files in a folder.
  public init(folder: String) { self.folder = folder }

  /// The records.
  public var records: String { folder + "/records.csv" }
  /// Names and the groups of nicknames that hold each.
  public var nicknames: String { folder + "/nicknames.csv" }
  /// The folder that Spark writes.
  public var pairs: String { folder + "/pairs" }
  /// The script that Spark runs.
  public var script: String { folder + "/link.sql" }

  /// Writes the records that a job reads.
  ///
  /// - Throws: `DistributedLinkageError` for a value with a line break or a column that is not there,
  ///   `FileError` when the folder cannot be written.
  public func write(_ table: RecordTable, for job: SparkJob) throws {
    var columns: [InternedColumn] = []
    for name in job.columns {
      guard let column = table.column(name) else {
        throw DistributedLinkageError.notWhole("the records have no column “\(name)”")
      }
      columns.append(column)
    }
    let cells = try columns.map(Self.cells)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: records, contents: nil),
      let file = FileHandle(forWritingAtPath: records)
    else { throw FileError(path: records, reason: String(cString: strerror(errno))) }
    var lines = Array((["row", "source"] + job.columns).joined(separator: ",").utf8) + [0x0A]
    for row in 0..<table.count {
      lines += Array("\(row),\(table.sources[row])".utf8)
      for (column, cells) in zip(columns, cells) {
        lines.append(0x2C)
        let code = column.codes[row]
        if code >= 0 { lines += cells[Int(code)] }
      }
      lines.append(0x0A)
      if lines.count > 1 << 20 {
        try file.write(contentsOf: lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: lines)
    try file.close()
    if job.readsNicknames { try AtomicFile.write(Self.lines(table.nicknames), to: nicknames) }
  }

  /// Each distinct value as a cell.
  private static func cells(_ column: InternedColumn) throws -> [[UInt8]] {
    try (0..<column.distinctCount).map { code in
      let bytes = Array(column.bytes(of: code))
      if bytes.contains(0x0A) || bytes.contains(0x0D) {
        let row = column.codes.firstIndex(of: Int32(code)) ?? 0
        throw DistributedLinkageError.valueWithLineBreak(column: column.name, row: row)
      }
      return quoted(bytes)
    }
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    let isPlain = !bytes.contains { $0 == 0x22 || $0 == 0x2C }
    guard !isPlain else { return bytes }
    var cell: [UInt8] = [0x22]
    for byte in bytes {
      if byte == 0x22 { cell.append(0x22) }
      cell.append(byte)
    }
    return cell + [0x22]
  }

  private static func lines(_ table: NicknameTable) -> String {
    let lines = table.memberships().sorted { $0.key < $1.key }.map { name, groups in
      String(decoding: quoted(Array(name.utf8)), as: UTF8.self) + ","
        + groups.map(String.init).joined(separator: " ")
    }
    return (["name,groups"] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads the pairs and gives each its weight, in the order of the native engine.
  ///
  /// - Throws: `DistributedLinkageError.unreadable` for a line that is not as it should be.
  public func read(
    _ table: RecordTable, _ model: LinkageModel, atLeast: Double
  ) throws -> ScoredPairs {
    let weigher = try PairWeigher(model, table)
    let names = try FileManager.default.contentsOfDirectory(atPath: pairs).sorted()
    var pieces: [ScoredPairs] = []
    for name in names where name.hasSuffix(".csv") {
      let path = pairs + "/" + name
      let bytes = try Data(contentsOf: URL(filePath: path))
      pieces.append(
        try PairLines(path, rules: model.blocking.count, rows: table.count)
          .pairs(bytes, weigher, atLeast: atLeast))
    }
    return ScoredPairs(gathering: pieces, records: table.count)
  }
}

/// The lines of one file of pairs.
private struct PairLines {
  private let path: String
  private let rules: Int
  private let rows: Int

  init(_ path: String, rules: Int, rows: Int) {
    self.path = path
    self.rules = rules
    self.rows = rows
  }

  func pairs(
    _ bytes: Data, _ weigher: PairWeigher, atLeast: Double
  ) throws(DistributedLinkageError) -> ScoredPairs {
    var kept = ScoredPairs(left: [], right: [], weight: [], rule: [])
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      guard let fields = Self.numbers(line), fields.count == 3 + weigher.comparisons,
        fields[0] < fields[1], fields[1] < rows, fields[2] < rules
      else { throw unreadable(number, line) }
      let pattern = Array(fields[3...])
      guard pattern.enumerated().allSatisfy({ weigher.has($1, of: $0) }) else {
        throw unreadable(number, line)
      }
      let weight = weigher.weight(fields[0], fields[1], at: pattern)
      guard weight >= atLeast else { continue }
      kept.left.append(Int32(fields[0]))
      kept.right.append(Int32(fields[1]))
      kept.weight.append(weight)
      kept.rule.append(UInt8(truncatingIfNeeded: fields[2]))
    }
    return kept
  }

  private func unreadable(_ number: Int, _ line: Data) -> DistributedLinkageError {
    .unreadable(
      file: path, line: number + 1, text: String(decoding: line.prefix(80), as: UTF8.self))
  }

  /// Whole numbers of at least 0 between commas; nil for anything else.
  private static func numbers(_ line: Data) -> [Int]? {
    var numbers: [Int] = []
    var value: Int?
    for byte in line {
      if byte == 0x2C {
        guard let found = value else { return nil }
        numbers.append(found)
        value = nil
      } else {
        guard byte >= 0x30, byte <= 0x39, (value ?? 0) < 1 << 40 else { return nil }
        value = (value ?? 0) * 10 + Int(byte - 0x30)
      }
    }
    guard let found = value else { return nil }
    return numbers + [found]
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers
import Linkage
import PlanPackage
import RecordFiles

/// Reads files of records into a table.
public struct RecordFileReader {
  /// Which columns are read.
  public struct Columns: Sendable {
    /// The header of the identifier.
    public var identifier: String
    /// The fields to compare.
    public var fields: [RecordField]
    /// The header that names the source of a row; each file is a source without one.
    public var source: String?
    /// The header that tells the true person.
    public var truth: String?
    /// Headers of groups for error rates.
    public var groups: [String]
    /// Tokens of NHS numbers of people who have objected; their rows are left out.
    public var objections: Set<String>

    /// Which columns are read.
    public init(
      identifier: String, fields: [RecordField], source: String? = nil, truth: String? = nil,
      groups: [String] = [], objections: Set<String> = []
    ) {
      self.identifier = identifier
      self.fields = fields
      self.source = source
      self.truth = truth
      self.groups = groups
      self.objections = objections
    }

    /// All headers, in the order in which the reader holds them.
    var headers: [String] {
      [identifier] + fields.map(\.header) + groups + [source, truth].compactMap { $0 }
    }
  }

  private let columns: Columns
  private var standard: [ColumnBuilder]
  private var identifiers = ColumnBuilder(name: "id")
  private var truth = ColumnBuilder(name: "truth")
  private var groups: [ColumnBuilder]
  private var known: Set<String> = []
  private var sources: [UInt16] = []
  private var sourceNames: [String] = []
  private var quarantine: [QuarantinedRow] = []
  private var findings: [FieldFindings] = []
  private var leftOut = 0

  private init(_ columns: Columns) {
    self.columns = columns
    standard = columns.fields.map { ColumnBuilder(name: $0.name) }
    groups = columns.groups.map { ColumnBuilder(name: $0) }
  }

  /// Reads files; each value is standardised once, however many rows hold it.
  ///
  /// - Throws: `PlanError` when a file cannot be read or lacks a column.
  public static func read(_ paths: [String], _ columns: Columns) throws -> LinkageRecords {
    var reader = Self(columns)
    for path in paths { try reader.read(path) }
    return reader.records()
  }

  private func records() -> LinkageRecords {
    let named = NameParts.added(to: columns.fields, standard.map { $0.column() })
    return LinkageRecords(
      table: RecordTable(
        columns: named.columns, sources: sources,
        sourceNames: sourceNames.isEmpty ? ["records"] : sourceNames),
      identifiers: identifiers.column(), fields: named.fields,
      truth: columns.truth == nil ? nil : truth.column(), groups: groups.map { $0.column() },
      quarantine: quarantine, leftOut: leftOut, findings: findings)
  }

  private mutating func read(_ path: String) throws {
    let raw = try RawColumns(path, headers: columns.headers)
    quarantine += raw.quarantine
    var keep = checked(raw, path)
    leaveOutObjections(raw, &keep)
    Self.append(raw, keep, to: &identifiers, 0)
    for (index, field) in columns.fields.enumerated() {
      let found = Self.append(raw.columns[index + 1], keep, field, path, to: &standard[index])
      findings.append(found)
    }
    let offset = columns.fields.count + 1
    for index in groups.indices { Self.append(raw, keep, to: &groups[index], offset + index) }
    if columns.truth != nil { Self.append(raw, keep, to: &truth, raw.columns.count - 1) }
    try appendSources(raw, keep, path, offset + groups.count)
  }

  /// Whether each row is kept: it has an identifier that no row before it has.
  private mutating func checked(_ raw: RawColumns, _ path: String) -> [Bool] {
    let column = raw.columns[0]
    var seen = [Bool](repeating: false, count: column.distinctCount)
    let isFirstFile = known.isEmpty
    var keep = [Bool](repeating: true, count: column.codes.count)
    for (row, code) in column.codes.enumerated() {
      let reason: String
      if code < 0 {
        reason = "no identifier"
      } else if seen[Int(code)] {
        reason = "the identifier “\(column.text(of: code))” is in the file before"
      } else if !isFirstFile, known.contains(column.text(of: code)) {
        reason = "the identifier “\(column.text(of: code))” is in another file"
      } else {
        seen[Int(code)] = true
        continue
      }
      keep[row] = false
      quarantine.append(
        QuarantinedRow(file: path, row: raw.numbers[row], reason: reason, text: raw.text(row)))
    }
    for code in 0..<column.distinctCount { known.insert(column.text(of: Int32(code))) }
    return keep
  }

  /// Leaves out the rows of people who have objected; they are counted and written nowhere.
  private mutating func leaveOutObjections(_ raw: RawColumns, _ keep: inout [Bool]) {
    let place = columns.fields.firstIndex { $0.header == "nhs-number-token" }
    guard let place, !columns.objections.isEmpty else { return }
    let column = raw.columns[place + 1]
    let objected = (0..<column.distinctCount).map {
      columns.objections.contains(column.text(of: Int32($0)))
    }
    for (row, code) in column.codes.enumerated() where code >= 0 && keep[row] {
      guard objected[Int(code)] else { continue }
      keep[row] = false
      leftOut += 1
    }
  }

  private static func append(
    _ raw: RawColumns, _ keep: [Bool], to builder: inout ColumnBuilder, _ index: Int
  ) {
    let column = raw.columns[index]
    let texts = (0..<column.distinctCount).map {
      TextEncoding.guessed(column.utf8(of: Int32($0))).text
    }
    for (row, code) in column.codes.enumerated() where keep[row] {
      builder.append(code < 0 ? nil : texts[Int(code)])
    }
  }

  /// Standardises each distinct value once, and counts what was found by rows.
  private static func append(
    _ raw: InternedColumn, _ keep: [Bool], _ field: RecordField, _ path: String,
    to builder: inout ColumnBuilder
  ) -> FieldFindings {
    let texts = (0..<raw.distinctCount).map { TextEncoding.guessed(raw.utf8(of: Int32($0))) }
    let order =
      field.kind == .dateOfBirth ? DateOrder.detected(in: texts.lazy.map(\.text)) : .dayMonthYear
    let values = texts.map { field.kind.standardise($0.text, dates: order) }
    var found = FieldFindings(file: path, header: field.header)
    for (row, code) in raw.codes.enumerated() where keep[row] {
      guard code >= 0 else {
        found.missing += 1
        builder.appendMissing()
        continue
      }
      let value = values[Int(code)]
      found.count(value.status)
      if texts[Int(code)].isForeign { found.otherEncoding += 1 }
      builder.append(value.comparable)
    }
    return found
  }

  private static let mostSources = 10_000

  private mutating func appendSources(
    _ raw: RawColumns, _ keep: [Bool], _ path: String, _ index: Int
  ) throws {
    let own = URL(filePath: path).deletingPathExtension().lastPathComponent
    guard columns.source != nil else {
      let number = number(of: own)
      sources += keep.lazy.filter { $0 }.map { _ in number }
      return
    }
    let column = raw.columns[index]
    guard column.distinctCount + sourceNames.count < Self.mostSources else {
      throw PlanError([
        Violation(
          file: path, column: columns.source, found: "\(column.distinctCount) different sources",
          expected: "fewer than \(Self.mostSources)",
          advice: "Give the column that names the source of a record, not one of its own.")
      ])
    }
    let numbers = (0..<column.distinctCount).map { number(of: column.text(of: Int32($0))) }
    for (row, code) in column.codes.enumerated() where keep[row] {
      sources.append(code < 0 ? number(of: "not stated") : numbers[Int(code)])
    }
  }

  private mutating func number(of source: String) -> UInt16 {
    if let known = sourceNames.firstIndex(of: source) { return UInt16(known) }
    sourceNames.append(source)
    return UInt16(sourceNames.count - 1)
  }
}

extension FieldFindings {
  fileprivate mutating func count(_ status: StandardisedValue.Status) {
    switch status {
    case .kept: kept += 1
    case .repaired: repaired += 1
    case .missing: missing += 1
    case .invalid: invalid += 1
    }
  }
}

extension InternedColumn {
  /// The bytes of a value.
  func utf8(of code: Int32) -> ArraySlice<UInt8> { bytes(of: Int(code)) }
}

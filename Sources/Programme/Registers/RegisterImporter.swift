// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// Fills one register of the shared shape from a CSV file.
///
/// Rows are matched with entries by the key, so that the same file can be imported again and then
/// changes nothing. A column that is not in the file leaves its field as it is.
public struct RegisterImporter: RegisterImporting {
  private let definition: RegisterDefinition
  private let desk: RegisterDesk

  /// An importer for a register of a plan.
  public init(
    _ definition: RegisterDefinition, _ data: DataFolder, plan: RegisterPlan,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.definition = definition
    desk = RegisterDesk(data, plan: plan, clock: clock)
  }

  /// The id of the register.
  public var id: String { definition.id }

  /// The title of the register.
  public var title: String { definition.title }

  /// One for each field.
  public var columns: [RegisterImportColumn] {
    definition.fields.map { field in
      RegisterImportColumn(
        name: field.id,
        meaning: [field.label, field.meaning, RegisterValue.expected(field)]
          .filter { !$0.isEmpty }.joined(separator: ": "),
        isRequired: field.isRequired)
    }
  }

  /// What a file would do; nothing is changed.
  public func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport {
    try reading(bytes, file).report
  }

  /// Does it when nothing is wrong with the file, all of it or nothing.
  public func take(
    _ bytes: [UInt8], file: String, by author: Author, token: String?
  ) async throws(EventRefusal) -> RegisterImportReport {
    let reading = try reading(bytes, file)
    var report = reading.report
    guard report.isClean else { return report }
    try await desk.append(
      reading.events(
        reason: "Import of \(file)", on: LondonTime.day(desk.clock())), id, author, token)
    report.isDone = true
    return report
  }

  /// Every entry as a file that can be imported again.
  public func export() throws(EventRefusal) -> [UInt8] {
    try Self.file(definition, desk.record(id).entries, fields: definition.fields)
  }

  /// Entries as a file, with the fields that are asked for.
  public static func file(
    _ definition: RegisterDefinition, _ entries: [RegisterEntry], fields: [RegisterField]
  ) -> [UInt8] {
    let rows = [fields.map(\.id)] + entries.map { entry in fields.map { entry.text($0) } }
    return Array(rows.map { RegisterFile.line($0) }.joined().utf8)
  }

  private func reading(
    _ bytes: [UInt8], _ file: String
  ) throws(EventRefusal) -> RegisterFile {
    let record = try desk.record(id)
    var reading = RegisterFile(definition, desk.plan, record)
    reading.read(bytes, file)
    return reading
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// Schemes of savings as a register that a file fills.
public struct SchemeRegisterImporter: RegisterImporting {
  private let desk: SchemeDesk

  /// An importer for the schemes of a plan.
  public init(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    desk = SchemeDesk(data, plan: plan, clock: clock)
  }

  /// The name by which the command knows it.
  public let id = "schemes"
  /// The title, for a reader.
  public let title = "Schemes of savings"
  /// The columns of a programme office's spreadsheet.
  public var columns: [RegisterImportColumn] { SchemeImport.columns.map(RegisterImportColumn.init) }

  /// What a file would do; nothing is changed.
  public func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport {
    let reading = SchemeImport(plan: desk.plan, state: try desk.state(), today: desk.today)
    let known = Set(try desk.state().schemes.map(\.id))
    return RegisterImportReport(reading.read(String(decoding: bytes, as: UTF8.self)), known)
  }

  /// Does it when nothing is wrong with the file, all of it or nothing.
  public func take(
    _ bytes: [UInt8], file: String, by author: Author, token: String?
  ) async throws(EventRefusal) -> RegisterImportReport {
    var report = try look(bytes, file: file)
    guard report.isClean else { return report }
    try await desk.accept(String(decoding: bytes, as: UTF8.self), by: author, token: token)
    report.isDone = true
    return report
  }

  /// The table of schemes is a page of its own.
  public func export() throws(EventRefusal) -> [UInt8] {
    throw .notNow("Take the table of schemes from /programme/savings/schemes.csv on the site.")
  }
}

/// Benefits as a register that a file fills.
public struct BenefitRegisterImporter: RegisterImporting {
  private let desk: BenefitDesk
  private let schemes: SchemeDesk

  /// An importer for the benefits of a plan.
  public init(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    desk = BenefitDesk(data, plan: plan, clock: clock)
    schemes = SchemeDesk(data, plan: plan, clock: clock)
  }

  /// The name by which the command knows it.
  public let id = "benefits"
  /// The title, for a reader.
  public let title = "Benefits"
  /// The columns of a benefits register.
  public var columns: [RegisterImportColumn] {
    BenefitImport.columns.map(RegisterImportColumn.init)
  }

  /// What a file would do; nothing is changed.
  public func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport {
    let reading = BenefitImport(plan: desk.plan, state: try desk.state(), schemes: try names())
    let known = Set(try desk.state().benefits.map(\.id))
    return RegisterImportReport(reading.read(String(decoding: bytes, as: UTF8.self)), known)
  }

  /// Does it when nothing is wrong with the file, all of it or nothing.
  public func take(
    _ bytes: [UInt8], file: String, by author: Author, token: String?
  ) async throws(EventRefusal) -> RegisterImportReport {
    var report = try look(bytes, file: file)
    guard report.isClean else { return report }
    try await desk.accept(
      String(decoding: bytes, as: UTF8.self), schemes: try names(), by: author, token: token)
    report.isDone = true
    return report
  }

  /// The table of benefits is a page of its own.
  public func export() throws(EventRefusal) -> [UInt8] {
    throw .notNow("Take the table of benefits from /programme/benefits on the site.")
  }

  private func names() throws(EventRefusal) -> [String] {
    try schemes.state().schemes.map(\.id)
  }
}

extension RegisterImportColumn {
  fileprivate init(_ column: SavingsImportColumn) {
    self.init(name: column.heading, meaning: column.meaning, isRequired: column.isRequired)
  }
}

extension RegisterImportReport {
  fileprivate init(_ outcome: RegisterImportOutcome, _ known: Set<String>) {
    self.init()
    switch outcome {
    case .problems(let found):
      problems = found.map {
        Problem(
          row: $0.line, column: $0.column.isEmpty ? nil : $0.column, found: $0.found,
          expected: $0.expected)
      }
    case .changes(let changes):
      added = changes.filter { !known.contains($0.id) }.map { Change(key: $0.id) }
      changed = changes.filter { known.contains($0.id) }
        .map { Change(key: $0.id, changes: [$0.what]) }
    }
  }
}

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
  /// How amounts are read.
  public let notes = [
    "Amounts are in thousands of pounds. The order of columns does not matter. A scheme that is "
      + "not in the register is added; one that is gets the terms of the table."
  ]
  /// The columns of a programme office's spreadsheet.
  public var columns: [RegisterImportColumn] { SchemeImport.columns }

  /// What a file would do; nothing is changed.
  public func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport {
    SchemeImport(plan: desk.plan, state: try desk.state(), today: desk.today)
      .read(String(decoding: bytes, as: UTF8.self))
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
    BenefitImport.columns
  }

  /// What a file would do; nothing is changed.
  public func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport {
    BenefitImport(plan: desk.plan, state: try desk.state(), schemes: try names())
      .read(String(decoding: bytes, as: UTF8.self))
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

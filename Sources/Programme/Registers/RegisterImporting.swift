// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// A register that can be filled from a CSV file: registers of one shape, and any family that says
/// what it makes of the rows of a file.
///
/// To add one, such as schemes of savings, conform to this and list it in `RegisterImporters.all`;
/// the command and the pages then offer it.
public protocol RegisterImporting: Sendable {
  /// The name by which the command and the pages know it.
  var id: String { get }
  /// The title, for a reader.
  var title: String { get }
  /// The columns that a file can have.
  var columns: [RegisterImportColumn] { get }
  /// What somebody should know before, in plain words.
  var notes: [String] { get }
  /// What a file would do; nothing is changed.
  ///
  /// - Throws: `EventRefusal`.
  func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport
  /// Does it when nothing is wrong with the file, all of it or nothing.
  ///
  /// - Throws: `EventRefusal`.
  func take(
    _ bytes: [UInt8], file: String, by author: Author, token: String?
  ) async throws(EventRefusal) -> RegisterImportReport
  /// Every entry as a file that can be imported again.
  ///
  /// - Throws: `EventRefusal`.
  func export() throws(EventRefusal) -> [UInt8]
}

extension RegisterImporting {
  /// Nothing but the columns has to be known.
  public var notes: [String] { [] }
}

/// A column of a file to import.
public struct RegisterImportColumn: Sendable, Equatable {
  /// What stands in the header.
  public let name: String
  /// What the cells hold, in words.
  public let meaning: String
  /// Whether a file must have it.
  public let isRequired: Bool

  /// A column.
  public init(name: String, meaning: String, isRequired: Bool) {
    self.name = name
    self.meaning = meaning
    self.isRequired = isRequired
  }
}

/// What a file would change, or everything that is wrong with it.
public struct RegisterImportReport: Sendable, Equatable, Codable {
  /// One thing that is wrong.
  public struct Problem: Sendable, Equatable, Codable {
    /// The row as a spreadsheet counts it, the header being row 1; nil for the whole file.
    public let row: Int?
    /// The column, by its heading; nil for a whole row.
    public let column: String?
    /// What stands there.
    public let found: String
    /// What ought to stand there.
    public let expected: String

    /// A problem at a place.
    public init(row: Int?, column: String?, found: String, expected: String) {
      self.row = row
      self.column = column
      self.found = found
      self.expected = expected
    }

    /// The problem in one line.
    public var text: String {
      let place = [row.map { "row \($0)" }, column.map { "column \($0)" }].compactMap { $0 }
      let start = place.isEmpty ? "" : place.joined(separator: ", ") + ": "
      return start + "found \(found); expected \(expected)"
    }
  }

  /// An entry that is added or changed.
  public struct Change: Sendable, Equatable, Codable {
    /// The key of the entry.
    public let key: String
    /// What changes, one sentence each; may be empty when the entry is new.
    public let changes: [String]

    /// A new entry, or changes of one.
    public init(key: String, changes: [String] = []) {
      self.key = key
      self.changes = changes
    }
  }

  /// Everything that is wrong, in the order of the file.
  public var problems: [Problem]
  /// The entries that are new.
  public var added: [Change]
  /// The entries that change.
  public var changed: [Change]
  /// How many entries stay as they are.
  public var unchanged: Int
  /// Whether it was done.
  public var isDone: Bool

  /// A report.
  public init(
    problems: [Problem] = [], added: [Change] = [], changed: [Change] = [], unchanged: Int = 0,
    isDone: Bool = false
  ) {
    self.problems = problems
    self.added = added
    self.changed = changed
    self.unchanged = unchanged
    self.isDone = isDone
  }

  /// Whether nothing is wrong.
  public var isClean: Bool { problems.isEmpty }

  /// Whether nothing would change.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty }
}

/// Every register that can be filled from a file.
public enum RegisterImporters {
  /// The registers of the plan, and what other families offer.
  public static func all(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) -> [any RegisterImporting] {
    let registers = plan.registers.registers.map { definition -> any RegisterImporting in
      RegisterImporter(definition, data, plan: plan.registers, clock: clock)
    }
    return registers + [
      MeasureImporter(data, plan: plan.measures, clock: clock),
      SchemeRegisterImporter(data, plan: plan, clock: clock),
      BenefitRegisterImporter(data, plan: plan, clock: clock),
    ]
  }
}

// SPDX-License-Identifier: Apache-2.0

import Analysis
public import Engagement
import Forms
public import Foundation
public import Ledger

/// The formats in which responses can be taken away.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// CSV tables that are a data package.
  case csv
  /// One workbook.
  case xlsx
  /// The code frame as a REFI-QDA codebook, with the comments as a table.
  case qualcoder
  /// The folders of the government's open Consult tool.
  case consult

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .csv: "CSV tables with a data package"
    case .xlsx: "Workbook (XLSX)"
    case .qualcoder: "QualCoder: REFI-QDA codebook and comments"
    case .consult: "i.AI Consult: respondents and questions"
    }
  }

  var contentType: String {
    self == .xlsx
      ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/zip"
  }
}

/// Makes exports of a consultation; pages and the command line both use it.
public struct ResponseExport: Sendable {
  let data: DataFolder
  let definition: ConsultationDefinition
  let shelf: ResultsShelf
  let role: String
  let clock: @Sendable () -> Date

  /// An exporter for a consultation, in a role.
  public init(
    data: DataFolder, definition: ConsultationDefinition, shelf: ResultsShelf, role: String,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.definition = definition
    self.shelf = shelf
    self.role = role
    self.clock = clock
  }

  /// One file: the workbook, or an archive with a manifest of what is in it.
  ///
  /// - Throws: `LedgerError`, `WorkbookError`.
  public func file(_ format: ExportFormat, allWords: Bool) async throws -> ExportFile {
    let origin = try origin()
    let material = try await material(allWords: allWords)
    switch format {
    case .xlsx: return try ResponsesWorkbook.file(ResponseTables(material), origin)
    default:
      let files = ExportManifest.adding(to: try files(format, material, origin), origin)
      return ExportFile(
        path: "\(definition.id)-\(format.rawValue).zip", bytes: ZipFile.bytes(files))
    }
  }

  /// The files of a format that is not a workbook, without their manifest.
  public func files(
    _ format: ExportFormat, _ material: ExportMaterial, _ origin: ExportOrigin
  ) throws -> [ExportFile] {
    let tables = ResponseTables(material)
    switch format {
    case .csv: return ResponsePackage.files(tables, origin)
    case .xlsx: return [try ResponsesWorkbook.file(tables, origin)]
    case .qualcoder:
      let comments = ResponsePackage.files(tables, origin).filter {
        ["comments.csv", "codebook.csv"].contains($0.path)
      }
      return [CodebookFile.file(material.codes)] + comments
    case .consult: return ConsultLayout.files(material)
    }
  }

  /// What the export is made of.
  public func origin() throws -> ExportOrigin {
    let anchor = try data.ledger.anchor()
    return ExportOrigin(
      consultation: definition.id, title: definition.title, madeOn: clock(), role: role,
      sequence: anchor.sequence, digest: anchor.digest, isSynthetic: data.isSynthetic)
  }

  /// The responses, with all words or only those that were published.
  public func material(allWords: Bool) async throws -> ExportMaterial {
    let results = try await shelf.results(of: definition)
    let answers = try await shelf.answers(of: results.records)
    let versions = try data.ledger.state(FormState.self).versions[definition.form] ?? []
    let published = try PublishedWordsIndex(definition.id, data.ledger)
    return ExportMaterial(
      results, answers: answers, versions: versions, equality: try equality(),
      codes: try codes()
    ) { record, question, text in
      allWords ? text : published.words(record, question)
    }
  }

  /// Counts with small numbers hidden; the store knows no response.
  private func equality() throws -> [EqualityCount] {
    let answers = try EqualityDesk(data).answers(to: definition.id)
    let tables = EqualityTable.tabulate(answers) { counts in
      guard let list = try? ResultsView.policy.publish(counts) else {
        return (counts.map { _ in nil }, nil)
      }
      return (list.counts.map(\.shownNumber), list.total.shownNumber)
    }
    return tables.flatMap { table in
      zip(table.question.categories, table.counts).map { category, count in
        EqualityCount(
          question: table.question.text, answer: category.label,
          count: count.map(String.init) ?? "*")
      }
    }
  }

  private func codes() throws -> [ExportCode] {
    let frame = try data.ledger.state(CodingState.self).coding(of: definition.id).frame
    return frame.inUse.map {
      ExportCode(
        id: $0.id, title: $0.words.title, description: $0.words.description,
        parent: $0.words.parent)
    }
  }
}

extension PublishedCount {
  /// The number as it may be shown, or nil.
  fileprivate var shownNumber: Int? {
    switch self {
    case .exact(let number), .rounded(let number): number
    case .hidden: nil
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Engagement
import Foundation
import Ledger
import PlanPackage
public import Portal
import Site

/// Responses to a consultation, counted or as files.
struct Responses: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count the responses to a consultation, or export them.",
    subcommands: [Tabulate.self, ExportResponses.self])
}

/// Counts the answers to every closed question.
struct Tabulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count the answers to every closed question: all, and excluding flagged.",
    discussion: "The numbers are exact and for the office; small ones are not hidden.")

  @OptionGroup var plan: PlanArgument
  @Option(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "The consultation, by its id.")
  var consultation: String
  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    do {
      let chosen = try ConsultationArgument(plan, consultation, data)
      let results = try await ResultsShelf(chosen.folder.ledger).results(of: chosen.definition)
      let rows = try results.rows()
      if json {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Terminal.write(Array(try encoder.encode(rows)) + [10])
      } else {
        Terminal.print("question\tanswer\tall\texcluding flagged\tanswered")
        for row in rows {
          Terminal.print(
            "\(row.question)\t\(row.answer)\t\(row.all)\t\(row.excludingFlagged)\t\(row.answered)")
        }
      }
    } catch {
      throw try Terminal.failure(error)
    }
  }
}

/// Writes responses as files for analysts.
struct ExportResponses: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export responses: csv, xlsx, qualcoder or consult.",
    discussion: """
      Words are those that were published, unless --all-words is given for the independent analyst. \
      Answers about equality are counts only, and no format joins them to a response.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "The consultation, by its id.")
  var consultation: String
  @Option(help: "csv, xlsx, qualcoder or consult.")
  var format = ExportFormat.csv
  @Flag(help: "All words, not only those that were published.")
  var allWords = false
  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  func run() async throws {
    do {
      let chosen = try ConsultationArgument(plan, consultation, data)
      let export = ResponseExport(
        data: chosen.folder, definition: chosen.definition,
        shelf: ResultsShelf(chosen.folder.ledger), role: "command line")
      let file = try await export.file(format, allWords: allWords)
      try AtomicFile.write(file.bytes, to: output)
      try await chosen.folder.ledger.append(
        ResultsEvent.exported(format: format.rawValue, allWords: allWords, digest: file.sha256),
        subject: consultation, by: .program)
      Terminal.print("\(file.sha256)  \(output)")
    } catch {
      throw try Terminal.failure(error)
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}

/// A consultation of a plan with the data folder of what happened to it.
struct ConsultationArgument {
  let definition: ConsultationDefinition
  let folder: DataFolder

  init(_ plan: PlanArgument, _ id: String, _ data: String) throws {
    let plan = try EngagementPlan(plan.reader())
    guard let found = plan.consultations.first(where: { $0.id == id }) else {
      let known = plan.consultations.map(\.id).joined(separator: ", ")
      throw ValidationError("There is no consultation “\(id)”. There are: \(known).")
    }
    try requireDataFolder(data)
    definition = found
    folder = try DataFolder(path: data)
  }
}

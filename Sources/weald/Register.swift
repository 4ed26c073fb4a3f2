// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Engagement
import Foundation
import Ledger
import PlanPackage
import Programme

/// Registers as files: in and out.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Import a CSV file into a register, or export one.",
    subcommands: [ImportRegister.self, ExportRegister.self])
}

/// Takes a file into a register, all of it or nothing.
struct ImportRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a CSV file into a register: all of it, or nothing.",
    discussion: """
      Everything that is wrong is said at once, and nothing is changed until nothing is. Rows are \
      matched by the first field, so that the same file can be imported again. Exits with 1 when \
      something is wrong.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "The register, by its id.")
  var register: String
  @Argument(help: "The CSV file.", completion: .file(extensions: ["csv"]))
  var file: String
  @Flag(help: "Only say what is wrong or would change.")
  var check = false
  @OptionGroup var format: JSONFlag

  func run() async throws {
    let report: RegisterImportReport
    do {
      let importer = try RegisterArgument(plan, register, data).importer
      let bytes = try InputFile.bytes(file)
      let name = URL(fileURLWithPath: file).lastPathComponent
      report =
        check
        ? try importer.look(bytes, file: name)
        : try await importer.take(bytes, file: name, by: .program, token: nil)
    } catch {
      throw try Terminal.failure(error)
    }
    if format.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Terminal.write(Array(try encoder.encode(report)) + [10])
    } else {
      show(report)
    }
    if !report.isClean { throw ExitCode(1) }
  }

  private func show(_ report: RegisterImportReport) {
    guard report.isClean else {
      for problem in report.problems { Terminal.print(problem.text) }
      Terminal.say("Nothing was changed: \(report.problems.count) to put right.")
      return
    }
    for entry in report.added { Terminal.print("add \(entry.key)") }
    for entry in report.changed {
      Terminal.print("change \(entry.key): " + entry.changes.joined(separator: "; "))
    }
    Terminal.say(
      (report.isDone ? "Done. " : "Nothing was changed: this was a check. ")
        + "Added \(report.added.count), changed \(report.changed.count), as they are "
        + "\(report.unchanged).")
  }
}

/// Writes a register as a file that can be imported again.
struct ExportRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export a register as a CSV file.")

  @OptionGroup var plan: PlanArgument
  @Option(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "The register, by its id.")
  var register: String
  @Option(name: .shortAndLong, help: "The file to write; without it, it is printed.")
  var output: String?

  func run() async throws {
    do {
      let bytes = try RegisterArgument(plan, register, data).importer.export()
      guard let output else { return Terminal.write(bytes) }
      try AtomicFile.write(bytes, to: output)
      Terminal.say("Wrote \(output).")
    } catch {
      throw try Terminal.failure(error)
    }
  }
}

/// A register of a plan, with the data folder of its entries.
struct RegisterArgument {
  let importer: any RegisterImporting

  init(_ plan: PlanArgument, _ id: String, _ data: String) throws {
    try requirePath(data, "--data")
    let programme = ProgrammePlan(try plan.reader().plan())
    try requireDataFolder(data)
    let importers = RegisterImporters.all(try DataFolder(path: data), plan: programme)
    guard let found = importers.first(where: { $0.id == id }) else {
      let known = importers.map(\.id).joined(separator: ", ")
      throw ValidationError("There is no register “\(id)”. There are: \(known).")
    }
    importer = found
  }
}

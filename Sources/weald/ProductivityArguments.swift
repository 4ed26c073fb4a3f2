// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import Productivity
import Programme

/// What every productivity tool takes: a file, and how to write what it gives.
struct ToolArguments: ParsableArguments {
  @Argument(help: "A CSV file with a header.", completion: .file())
  var file: String?
  @Option(help: "The table to write as CSV; the first one when none is named.")
  var table: String?
  @Flag(help: "Write everything as JSON for another program to read.")
  var json = false
  @Flag(help: "Write a table with made-up numbers to start from.")
  var example = false

  func validate() throws {
    if file == nil && !example {
      throw ValidationError("Name a CSV file, or ask for a table to start from with --example.")
    }
  }

  /// Runs a tool with settings by the names of its options.
  func run(_ id: String, _ settings: [String: String?]) throws {
    try Terminal.run {
      guard let tool = ProductivityTool.named(id) else { return }
      guard let file, !example else {
        Terminal.write(Array(tool.example.utf8))
        return
      }
      let report = try tool.report(
        InputFile.bytes(file), file: file, settings: settings.compactMapValues { $0 })
      json ? Terminal.write(try JSONEncoder.readable(report)) : try write(report)
    }
  }

  /// The table on standard output, what it means on standard error.
  private func write(_ report: ToolReport) throws {
    guard let chosen = report.tables.first(where: { table == nil || $0.id == table }) else {
      throw Violation(
        file: "--table", found: "“\(table ?? "")”",
        expected: "one of " + report.tables.map(\.id).joined(separator: ", "),
        advice: "Choose one of these.")
    }
    Terminal.say(report.headline)
    for figure in report.figures { Terminal.say("  \(figure.label): \(figure.value)") }
    for sentence in report.rule { Terminal.say("  \(sentence)") }
    for input in report.excluded { Terminal.say("Left out: \(input)") }
    Terminal.write(Array(chosen.csv().utf8))
  }
}

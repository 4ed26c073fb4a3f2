// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Facts
import Foundation
import PlanPackage
import Reports
import Site

/// Works a plan out and gives the findings in the form asked for.
struct Assess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work a plan out: on the terminal, as JSON, as a web site or as a workbook.")

  @OptionGroup var plan: PlanArgument
  @OptionGroup var scenario: ScenarioOption
  @OptionGroup var output: JSONFlag
  @Option(help: "Write the whole site as static pages to this folder.", completion: .directory)
  var html: String?
  @Option(help: "Write an accessible Excel workbook to this file.")
  var xlsx: String?

  func validate() throws {
    try requirePath(html, "--html")
    try requirePath(xlsx, "--xlsx")
  }

  func run() async throws {
    try Terminal.run {
      let reader = try plan.reader()
      let assessment = try Assessment(reader, scenario: scenario.scenario)
      if let html { try writePages(reader, to: html) }
      if let xlsx {
        try AssessmentWorkbook(assessment).write(toPath: xlsx)
        Terminal.say("Wrote \(xlsx).")
      }
      if output.json {
        Terminal.write(try AssessmentDocument(assessment).json())
      } else if html == nil && xlsx == nil {
        AssessmentSummary(assessment).lines.forEach(Terminal.print)
      }
    }
  }

  /// Writes the site beside its place and then puts it there whole.
  private func writePages(_ reader: PlanReader, to folder: String) throws {
    let site = try StaticSite(reader, scenario: scenario.scenario)
    let output = try FolderOutput(folder)
    var progress = Progress("Writing pages", total: site.paths.count)
    for path in site.paths {
      let file = site.file(path)
      try output.write(file.bytes, to: file.name)
      progress.step()
    }
    try output.putInPlace()
    Terminal.say("Open \(folder)/index.html.")
  }
}

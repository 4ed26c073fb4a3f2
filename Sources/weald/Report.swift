// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Engagement
import Foundation
import Ledger
import Papers
import PlanPackage
import Programme

/// Drafts a paper from the record.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draft a board pack, highlight report or committee paper from the record.",
    discussion: """
      Writes KIND-DAY.html, .xlsx and .json to a folder. The HTML needs nothing else, and every figure \
      in it leads to where it comes from. The kinds are board, highlight (with --workstream), \
      scrutiny, regulator and stocktake. Without --data the paper is drawn from the plan alone.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "board, highlight, scrutiny, regulator or stocktake.")
  var kind: String
  @Option(name: .customLong("as-of"), help: "The last day that counts, such as 2017-09-30.")
  var day: String
  @Option(help: "The folder to write to.", completion: .directory)
  var out: String
  @Option(help: "The folder of what happened, with ledger.sqlite in it.", completion: .directory)
  var data: String?
  @Option(help: "The workstream of a highlight report, or all.")
  var workstream: String?
  @Option(help: "The day to compare with; without it the last paper issued, or a month before.")
  var since: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(out, "DIR")
    try requirePath(data, "FOLDER")
    guard let paper = PaperKind(rawValue: kind) else {
      let kinds = PaperKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--kind is one of \(kinds); found “\(kind)”.")
    }
    guard CivilDay(day) != nil else {
      throw ValidationError("--as-of is a day such as 2017-09-30; found “\(day)”.")
    }
    if let since, CivilDay(since) == nil {
      throw ValidationError("--since is a day such as 2017-08-31; found “\(since)”.")
    }
    if paper.needsWorkstream, workstream == nil {
      throw ValidationError("--kind \(kind) needs --workstream ID, or --workstream all.")
    }
    if !paper.needsWorkstream, workstream != nil {
      throw ValidationError("--kind \(kind) is about all workstreams; leave --workstream out.")
    }
  }

  func run() throws {
    try Terminal.run {
      let files = try PaperFiles(folder: out)
      if let data { try requireDataFolder(data) }
      let folder = try data.map { try DataFolder(path: $0) }
      let assessment = try Assessment(try plan.reader())
      let maker = PaperMaker(plan: assessment.plan, graph: assessment.graph)
      if folder == nil { Terminal.say("No data folder: nothing recorded.") }
      for order in orders(maker) {
        let paper = try maker.paper(order, from: folder)
        let written = try files.write(paper, as: order.fileName)
        if output.json {
          Terminal.write(try PaperDocument(paper).bytes())
        } else {
          for path in written { Terminal.print(path) }
        }
      }
    }
  }

  private func orders(_ maker: PaperMaker) -> [PaperOrder] {
    guard let kind = PaperKind(rawValue: kind), let day = CivilDay(day) else { return [] }
    let workstreams =
      workstream == "all" ? maker.workstreams.map { Optional($0.id) } : [workstream]
    return workstreams.map {
      PaperOrder(kind, day: day, since: since.flatMap { CivilDay($0) }, workstream: $0)
    }
  }
}

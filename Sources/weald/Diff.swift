// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Facts
import Foundation
import PlanPackage

/// Says which figures differ between two plans, and which pages show them.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which figures differ between two plans, or two scenarios of one.",
    discussion: "Exits with 0 whether or not they differ; read the output, or --json.")

  @Argument(help: "The folder of the plan before.", completion: .directory)
  var before: String
  @Argument(help: "The folder of the plan after.", completion: .directory)
  var after: String
  @Option(help: "A scenario of the plan before.")
  var scenarioBefore: String?
  @Option(help: "A scenario of the plan after.")
  var scenarioAfter: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(before, "BEFORE")
    try requirePath(after, "AFTER")
  }

  func run() throws {
    try Terminal.run {
      let old = try Assessment(PlanReader(folder: before), scenario: scenarioBefore)
      let new = try Assessment(PlanReader(folder: after), scenario: scenarioAfter)
      let differences = old.graph.differences(to: new.graph)
      if output.json {
        let documents = differences.map { DifferenceDocument($0, old.graph, new.graph) }
        Terminal.write(try JSONEncoder.readable(documents))
        return
      }
      for difference in differences { show(difference, old.graph, new.graph) }
      Terminal.say(Terminal.counted(differences.count, "figure differs", "figures differ") + ".")
    }
  }

  private func show(_ difference: FactDifference, _ old: FactGraph, _ new: FactGraph) {
    let before = difference.before?.figureText ?? "none"
    let after = difference.after?.figureText ?? "none"
    let label = (difference.after ?? difference.before)?.label ?? ""
    Terminal.print("\(difference.id): \(before) → \(after) (\(difference.plainEnglish)) \(label)")
    for use in uses(of: difference.id, old, new) {
      Terminal.print("  shown by \(use.kind.rawValue) \(use.path): \(use.title)")
    }
  }
}

private func uses(of id: FactID, _ old: FactGraph, _ new: FactGraph) -> [Use] {
  var uses = old.uses(of: id)
  for use in new.uses(of: id) where !uses.contains(where: { $0.path == use.path }) {
    uses.append(use)
  }
  return uses
}

/// A difference as other programs read it.
private struct DifferenceDocument: Encodable {
  let id: String
  let before: FactDocument?
  let after: FactDocument?
  let change: Decimal?
  let words: String
  let shownBy: [String]

  init(_ difference: FactDifference, _ old: FactGraph, _ new: FactGraph) {
    id = difference.id.rawValue
    before = difference.before.map(FactDocument.init)
    after = difference.after.map(FactDocument.init)
    change = difference.change
    words = difference.plainEnglish
    shownBy = uses(of: difference.id, old, new).map(\.path)
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Facts
import Foundation
import PlanPackage

/// Prints where a figure comes from, down to its sources, and what uses it.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show where a figure comes from, as a tree down to its sources.")

  @OptionGroup var plan: PlanArgument
  @Argument(help: "The id of the fact, as `weald assess --json` lists them.")
  var fact: String
  @OptionGroup var scenario: ScenarioOption
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let assessment = try Assessment(plan.reader(), scenario: scenario.scenario)
      guard let id = FactID(fact), let explanation = assessment.graph.explain(id) else {
        Terminal.say("There is no fact “\(fact)”.")
        for near in suggestions(assessment.graph) { Terminal.say("  \(near.id): \(near.label)") }
        throw ExitCode.failure
      }
      if output.json {
        Terminal.write(try JSONEncoder.readable(ExplanationDocument(explanation, assessment.graph)))
      } else {
        for line in explanation.lines { Terminal.print(line) }
        printUses(id, assessment.graph)
      }
    }
  }

  private func printUses(_ id: FactID, _ graph: FactGraph) {
    let dependents = graph.dependents(of: id)
    let uses = graph.uses(of: id)
    guard !dependents.isEmpty || !uses.isEmpty else { return }
    Terminal.print("\nused by")
    for fact in dependents { Terminal.print("  fact \(fact.id): \(fact.label)") }
    for use in uses { Terminal.print("  \(use.kind.rawValue) \(use.path): \(use.title)") }
  }

  private func suggestions(_ graph: FactGraph) -> [Fact] {
    let words = fact.lowercased().split { $0 == "." || $0 == "-" }
    let scored = graph.facts.map { fact in
      (fact, words.filter { fact.id.rawValue.contains($0) }.count)
    }
    return scored.filter { $0.1 > 0 }.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }
      .prefix(5).map(\.0)
  }
}

/// An explanation as other programs read it.
private struct ExplanationDocument: Encodable {
  let fact: FactDocument
  let inputs: [ExplanationDocument]?
  let checks: [ExplanationDocument]?
  let rivals: [String]?
  let dependents: [String]
  let uses: [String]

  init(_ explanation: Explanation, _ graph: FactGraph) {
    fact = FactDocument(explanation.fact)
    var inputs: [ExplanationDocument] = []
    var checks: [ExplanationDocument] = []
    var rivals: [String] = []
    for branch in explanation.branches {
      switch branch {
      case .input(let inner): inputs.append(ExplanationDocument(inner, graph))
      case .check(let inner): checks.append(ExplanationDocument(inner, graph))
      case .rival(let fact): rivals.append(fact.id.rawValue)
      case .source, .seen, .deeper: break
      }
    }
    self.inputs = inputs.isEmpty ? nil : inputs
    self.checks = checks.isEmpty ? nil : checks
    self.rivals = rivals.isEmpty ? nil : rivals
    dependents = graph.dependents(of: explanation.fact.id).map(\.id.rawValue)
    uses = graph.uses(of: explanation.fact.id).map(\.path)
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Facts
import Foundation
import PlanPackage

/// Lists what a careful reader would question.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List figures that contradict each other, have no source or could mislead.",
    discussion: """
      Findings that the plan acknowledges are listed with their reason. Exits with 1 when an \
      error is not acknowledged.
      """)

  @OptionGroup var plan: PlanArgument
  @OptionGroup var scenario: ScenarioOption
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let assessment = try Assessment(plan.reader(), scenario: scenario.scenario)
      let findings = assessment.findings
      if output.json {
        Terminal.write(try JSONEncoder.readable(findings.map(FindingDocument.init)))
      } else {
        findings.forEach(show)
        let open = findings.filter { $0.acknowledgement == nil }.count
        Terminal.say(
          "\(Terminal.counted(findings.count, "finding", "findings")), \(open) not acknowledged.")
      }
      let fails = findings.contains { $0.severity == .error && $0.acknowledgement == nil }
      if fails { throw ExitCode.failure }
    }
  }

  private func show(_ finding: Finding) {
    Terminal.print("\(finding.severity.rawValue): \(finding.title) [\(finding.id)]")
    Terminal.print("  \(finding.explanation)")
    for place in finding.places { Terminal.print("  see \(place)") }
    if let acknowledgement = finding.acknowledgement {
      Terminal.print("  acknowledged by \(acknowledgement.by): \(acknowledgement.reason)")
    }
    Terminal.print("")
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Lists every set of sites of a service.
struct Options: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work out every set of sites of a service, and why each is or is not shortlisted.")

  @OptionGroup var service: ServiceArgument
  @OptionGroup var basis: BasisOption
  @Option(help: "Only sets with so many sites.")
  var sites: Int?
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let findings = try service.findings()
      let basis = try basis.checked(findings.model)
      let sets = try findings.model.everySet().filter { sites == nil || $0.count == sites }
      let outcomes = sets.compactMap {
        findings.model.outcome(of: $0, journeys: basis.journeys, series: basis.series)
      }
      if outcomes.isEmpty, let sites {
        throw PlanError([
          Violation(
            file: "options/service_sites.csv", found: "no set of \(sites) sites",
            expected: "from 1 to \(findings.model.candidates.count)",
            advice: "Give --sites a number in this range, or leave it out.")
        ])
      }
      if output.json {
        Terminal.write(
          try JSONEncoder.readable(
            OptionsDocument(
              findings, outcomes, journeys: basis.journeys, series: basis.series)))
      } else {
        show(findings, outcomes)
      }
    }
  }

  private func show(_ findings: OptionsFindings, _ outcomes: [ConfigurationOutcome]) {
    let text = OptionsText(findings)
    Terminal.print("mean  longest  volumes  sites")
    for outcome in outcomes { Terminal.print(text.line(outcome)) }
    for hurdle in findings.elimination?.hurdles ?? [] {
      Terminal.say(
        "\(hurdle.entering) reach “\(hurdle.rule.label)” (\(hurdle.rule.basis)); "
          + "\(hurdle.removed.count) fall.")
    }
    if let left = findings.elimination?.shortlist {
      let names = left.map { set in
        findings.model.named(set.open)?.name ?? set.open.joined(separator: "+")
      }
      Terminal.say("Left: \(names.isEmpty ? "none" : names.joined(separator: ", ")).")
    }
    for obstacle in findings.elimination?.obstacles ?? [] {
      var line = "Without “\(obstacle.rule.label)” \(obstacle.leaves.count) would be left"
      if let relaxation = obstacle.relaxation { line += "; \(relaxation) would leave one" }
      Terminal.say(line + ".")
    }
  }
}

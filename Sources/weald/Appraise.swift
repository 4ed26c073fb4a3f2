// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Weighs the shortlist of a service.
struct Appraise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Weigh the shortlist of a service, and say what would change the answer.")

  @OptionGroup var service: ServiceArgument
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let findings = try service.findings()
      guard let appraisal = findings.appraisal else {
        throw PlanError([
          Violation(
            file: findings.hasCriteria ? "options/rules.csv" : "options/criteria.csv",
            found: findings.hasCriteria
              ? "\(findings.elimination?.shortlist.count ?? 0) options on the shortlist"
              : "no criteria for “\(service.service)”",
            expected: "criteria, and at least two options on the shortlist",
            advice: findings.hasCriteria
              ? "See which hurdle removes the others: weald options."
              : "Add the criteria of the service.")
        ])
      }
      let document = AppraisalDocument(appraisal, service: service.service)
      if output.json {
        Terminal.write(try JSONEncoder.readable(document))
      } else {
        AppraisalText(appraisal).lines.forEach(Terminal.print)
      }
    }
  }
}

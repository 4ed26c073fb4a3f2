// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Works one set of sites out.
struct Access: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work out journeys, volumes, beds and staff for one set of open sites.")

  @OptionGroup var service: ServiceArgument
  @Option(help: "The open sites, by id, separated by commas.")
  var open: String
  @OptionGroup var basis: BasisOption
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let findings = try service.findings()
      let model = findings.model
      let sites = try SiteList.sites(open, model)
      let basis = try basis.checked(model)
      guard
        let outcome = model.outcome(of: sites, journeys: basis.journeys, series: basis.series)
      else {
        throw PlanError([
          Violation(
            file: "geography/demand.csv", found: "no cases among residents in \(basis.series)",
            expected: "cases to weigh journeys by", advice: "Add them, or choose another series.")
        ])
      }
      let document = ConfigurationDocument(outcome, findings)
      if output.json {
        Terminal.write(try JSONEncoder.readable(document))
      } else {
        OptionsText(findings).lines(outcome).forEach(Terminal.print)
      }
    }
  }
}

/// A list of sites as the command line takes it.
enum SiteList {
  /// The ids of a list separated by commas, each a candidate.
  static func sites(_ text: String, _ model: ServiceModel) throws -> [String] {
    let ids = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let known = model.candidates.map(\.id)
    let unknown = ids.filter { !known.contains($0) }
    guard unknown.isEmpty, !ids.isEmpty else {
      throw PlanError([
        Violation(
          file: "options/service_sites.csv",
          found: ids.isEmpty
            ? "no site in --open" : "“\(unknown.joined(separator: "”, “"))” in --open",
          expected: "candidates of \(model.service.id): \(known.joined(separator: ", "))",
          advice: "Name candidates by their ids, separated by commas.")
      ])
    }
    return ids
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Says what local care would take, where areas differ, and whether it pays.
struct LocalCareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local-care",
    abstract: "Staff, differences and the investment case of local care, area by area.")

  @OptionGroup var plan: PlanArgument
  @OptionGroup var scenario: ScenarioOption
  @Option(help: "Only this area, by its id.")
  var place: String?
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      let assessment = try Assessment(try plan.reader(), scenario: scenario.scenario)
      let document = try LocalCareDocument(assessment, place: place)
      if output.json {
        Terminal.write(try JSONEncoder.readable(document))
      } else {
        document.lines.forEach(Terminal.print)
      }
    }
  }
}

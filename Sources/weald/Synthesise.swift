// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import SyntheticSystem

/// Makes a system of providers up, so that anybody can run everything at once.
struct Synthesise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make up a year of activity for a system of the size of Kent and Medway.",
    discussion: """
      Writes a folder of comma-separated files: 300,000 stays and day cases, about 1.5 million \
      outpatient appointments and 600,000 attendances at A&E over real providers, care outside \
      hospitals, and their totals as the tables of a plan. Everything is drawn from distributions \
      written by hand; no figure comes from a record of a patient, and every row says that it is \
      made up. The same seed makes the same bytes.
      """)

  @Option(help: "A new folder, or one that this command made.", completion: .directory)
  var out: String
  @Option(help: "The same seed makes the same rows.")
  var seed: UInt64 = 2016
  @Option(help: "The size of the system: 1 is that of Kent and Medway.")
  var scale: Double = 1
  @Flag(help: "Write the totals alone: demand/services.csv, activity.csv and seasons.csv.")
  var aggregate = false
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(out, "--out")
    do { _ = try SyntheticSystem(seed: seed, scale: scale) } catch {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    try Terminal.run {
      let folder = try SyntheticFolder(out, onlyTotals: aggregate)
      let summary = try folder.fill(with: SyntheticSystem(seed: seed, scale: scale)) {
        Terminal.say($0)
      }
      if output.json {
        Terminal.write(try JSONEncoder.readable(summary))
      } else {
        summary.lines.forEach(Terminal.print)
      }
      Terminal.say("Made \(out). All of it is made up.")
    }
  }
}

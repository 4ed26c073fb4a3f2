// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import SyntheticRegion
import SyntheticSystem

/// Makes a system of providers, or a region of people, up, so that anybody can run everything at once.
struct Synthesise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make up a year of activity for a system of the size of Kent and Medway.",
    discussion: """
      Writes a folder of comma-separated files: 300,000 stays and day cases, about 1.5 million \
      outpatient appointments and 600,000 attendances at A&E over real providers, care outside \
      hospitals, and their totals as the tables of a plan. Everything is drawn from distributions \
      written by hand; no figure comes from a record of a patient, and every row says that it is \
      made up. The same seed makes the same bytes.

      With --people it makes a region of people instead: what general practices, hospitals and six other \
      sources have on record about each, with controlled mistakes, their contacts and costs over three \
      years, and the truth about who is who.
      """)

  @Option(help: "A new folder, or one that this command made.", completion: .directory)
  var out: String
  @Option(help: "The same seed makes the same rows.")
  var seed: UInt64 = 2016
  @Option(help: "The size of the system: 1 is that of Kent and Medway.")
  var scale: Double = 1
  @Flag(help: "Write the totals alone: demand/services.csv, activity.csv and seasons.csv.")
  var aggregate = false
  @Option(help: "Make a region of so many people instead, from 1 to 50,000,000.")
  var people: Int?
  @Option(help: "How many threads make a region; its bytes do not depend on them.")
  var threads = 2
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(out, "--out")
    guard threads >= 1 else { throw ValidationError("--threads is \(threads). Give at least 1.") }
    if let people {
      guard scale == 1, !aggregate else {
        throw ValidationError("--people makes a region; --scale and --aggregate are for a system.")
      }
      do { _ = try SyntheticRegion(seed: seed, people: people) } catch {
        throw ValidationError(error.description)
      }
    }
    do { _ = try SyntheticSystem(seed: seed, scale: scale) } catch {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    try Terminal.run {
      if let people { return try writeRegion(of: people) }
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

  private func writeRegion(of people: Int) throws {
    let region = try SyntheticRegion(seed: seed, people: people)
    let folder = try RegionFolder(out, region, threads: threads)
    var progress = Progress("pieces", total: region.pieceCount)
    let summary = try folder.fill { progress.reached($0) }
    if output.json {
      Terminal.write(try JSONEncoder.readable(summary))
    } else {
      summary.lines.forEach(Terminal.print)
    }
    Terminal.say("Made \(out). Everybody in it is made up.")
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Clusters
import Foundation
import PlanPackage

/// Groups practices or small areas within a band of people.
struct Cluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Group practices or small areas into clusters, hubs and systems.",
    discussion: """
      The file of units has an id, people and a place in each row: easting and northing in metres, \
      east and north in kilometres, or latitude and longitude. The file of links has the ids of two \
      units that touch in each row; without it, units are joined when no third lies between them.

      Every group has as many people as the floor and the ceiling allow, and hangs together. When \
      that cannot be, the units that make it impossible are named with the least change that helps; \
      --relax makes the first change of each. docs/clusters.md says how it works and what each \
      column and weight means.
      """)

  /// How hard to search.
  enum Effort: String, ExpressibleByArgument, CaseIterable {
    case quick, standard, thorough

    var value: ClusterEffort {
      switch self {
      case .quick: .quick
      case .standard: .standard
      case .thorough: .thorough
      }
    }
  }

  @Argument(
    help: "The folder of a plan, whose tiers are worked out by its own rules; or give --units.",
    completion: .directory)
  var plan: String?
  @Option(help: "The file of units, CSV.", completion: .file())
  var units: String?
  @Option(help: "The file of links, CSV.", completion: .file())
  var links: String?
  @Option(help: "Which column is what, such as people=pop2019,town=lad21nm.")
  var columns: String?
  @Option(help: "The fewest people of a group.")
  var floor = 20_000
  @Option(help: "The most people of a group.")
  var ceiling = 60_000
  @Option(help: "How many groups; without it, as many as comes nearest to the middle of the band.")
  var count: Int?
  @Option(help: "Without links: the longest link, in kilometres.")
  var longest = 20.0
  @Option(
    help: ArgumentHelp(
      "A further tier, grouped from the one before, such as hubs=50000-200000 or hubs=50000-200000:15.",
      valueName: "name=floor-ceiling"))
  var tier: [String] = []
  @Option(help: "What each wish weighs, in kilometres, such as towns=1,commissioners=0.5.")
  var weights: String?
  @Flag(help: "Let groups be in several pieces; what pieces cost is the weight contiguity.")
  var allowPieces = false
  @Option(help: "The column of a published grouping to compare with.")
  var compare: String?
  @Flag(help: "Where the rules cannot be kept, make the first change that helps.")
  var relax = false
  @Option(help: "quick, standard or thorough.")
  var effort: Effort = .standard
  @Option(help: "What chance depends on.")
  var seed: UInt64 = 1
  @Option(help: "How many starts at a time; without it, one for each core.")
  var threads: Int?
  @OptionGroup var output: JSONFlag
  @Flag(help: "Write a row for each unit with its group, CSV.")
  var csv = false

  func validate() throws {
    try requirePath(plan, "PLAN")
    try requirePath(units, "--units")
    guard (plan == nil) != (units == nil) else {
      throw ValidationError("Give the folder of a plan, or --units with a file.")
    }
    if plan != nil, let option = optionOfFiles {
      throw ValidationError("\(option) is for files: a plan brings its own rules.")
    }
    try requirePath(links, "--links")
    if output.json && csv { throw ValidationError("Give --json or --csv, not both.") }
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 1,024.")
    }
    guard longest > 0, longest.isFinite else {
      throw ValidationError("--longest is kilometres above 0.")
    }
    _ = try ClusterColumns(columns)
    _ = try ClusterWeights(weights, mustBeContiguous: !allowPieces).preferences
    _ = try tier.map { try ClusterTier($0) }
  }

  /// An option that was given and says nothing to a plan.
  private var optionOfFiles: String? {
    let given = [
      ("--links", links != nil), ("--columns", columns != nil), ("--count", count != nil),
      ("--tier", !tier.isEmpty), ("--weights", weights != nil), ("--compare", compare != nil),
      ("--allow-pieces", allowPieces), ("--relax", relax), ("--threads", threads != nil),
    ]
    return given.first { $0.1 }?.0
  }

  func run() throws {
    try Terminal.run {
      if let plan {
        let groups = try ClusterPlan(folder: plan)
        groups.show(asJSON: output.json, asCSV: csv)
        guard groups.isAcceptable else { throw ExitCode.failure }
        return
      }
      let input = try input()
      input.remarks.forEach(Terminal.say)
      let problem = try problem(input)
      let work = ClusterWork(seed: seed, effort: effort.value, threads: threads)
      var outcomes = [try work.outcome("clusters", problem, relaxing: relax, input)]
      for text in tier {
        guard let below = outcomes.last, below.isAcceptable else { break }
        let next = try ClusterTier(text)
        outcomes.append(
          try work.outcome(next.name, next.problem(over: below), relaxing: relax, input))
      }
      let document = ClusterDocument(outcomes, input, seed: seed)
      try show(document)
      outcomes.flatMap(\.talk).forEach(Terminal.say)
      if outcomes.contains(where: { !$0.isAcceptable }) { throw ExitCode.failure }
    }
  }

  /// Units and links from wherever they are.
  private func input() throws -> ClusterInput {
    try ClusterInput(
      unitFile: units ?? "", linkFile: links, columns: ClusterColumns(columns), longest: longest,
      compare: compare)
  }

  private func problem(_ input: ClusterInput) throws -> ClusterProblem {
    do throws(ClusterProblemError) {
      return try ClusterProblem(
        units: input.units, links: input.links, band: PeopleBand(floor: floor, ceiling: ceiling),
        count: count, preferences: weightsOfWishes)
    } catch {
      throw PlanError(error.faults.map { input.violation($0) })
    }
  }

  private var weightsOfWishes: Preferences {
    (try? ClusterWeights(weights, mustBeContiguous: !allowPieces).preferences) ?? Preferences()
  }

  private func show(_ document: ClusterDocument) throws {
    if output.json {
      Terminal.write(try JSONEncoder.readable(document))
    } else {
      Terminal.write(Array((csv ? document.unitTable : document.text).utf8))
    }
  }
}

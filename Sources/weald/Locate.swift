// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage
import Siting

/// Chooses sites from raw files, with a proof.
struct Locate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Choose the best sites from a file of demand and a file of journey times.",
    discussion: """
      The file of demand has the columns area and weight. The file of journey times has a row for \
      each area and a column of minutes for each site, or the columns area, site and minutes; an \
      empty cell is no route. A packed file of tenths of minutes ends in .bin and needs --areas \
      and --sites.

      The answer is proved: no other choice is better by more than the gap. The objective is the \
      weighted mean minutes, the largest minutes, the number of sites, or the share covered.
      """)

  /// What makes one choice better than another.
  enum Objective: String, ExpressibleByArgument, CaseIterable {
    case pMedian = "p-median"
    case pCentre = "p-centre"
    case setCover = "set-cover"
    case maxCover = "max-cover"
  }

  @Option(help: "The file of demand: area,weight.", completion: .file())
  var demand: String
  @Option(help: "The file of journey times.", completion: .file())
  var travel: String
  @Option(help: "p-median, p-centre, set-cover or max-cover.")
  var objective: Objective
  @Option(name: .customLong("p"), help: "The number of open sites.")
  var count: Int?
  @Option(help: "Minutes within which an area counts as covered.")
  var radius: Double?
  @Option(help: "Sites that stay open, separated by commas.")
  var keep: String?
  @Option(help: "Sites that may not open, separated by commas.")
  var forbid: String?
  @Option(help: "For a packed file: a CSV whose first column names its rows.")
  var areas: String?
  @Option(help: "For a packed file: a CSV whose first column names its columns.")
  var sites: String?
  @Option(help: "Stop after so many seconds with the best choice and its gap.")
  var timeLimit: Double?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    for (path, name) in [(demand, "--demand"), (travel, "--travel")] { try requirePath(path, name) }
    if objective != .setCover && count == nil {
      throw ValidationError("\(objective.rawValue) needs --p, the number of open sites.")
    }
    if (objective == .setCover || objective == .maxCover) && radius == nil {
      throw ValidationError("\(objective.rawValue) needs --radius, in minutes.")
    }
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError("--time-limit is a number of seconds above 0.")
    }
    if let radius, !(radius >= 0) { throw ValidationError("--radius is minutes, 0 or more.") }
    if travel.hasSuffix(".bin") && (areas == nil || sites == nil) {
      throw ValidationError("A packed file needs --areas and --sites.")
    }
  }

  func run() throws {
    try Terminal.run {
      let request = try LocateRequest(
        demand: InputFile.demand(demand), demandFile: demand,
        travel: InputFile.travel(travel, areas: areas, sites: sites), travelFile: travel,
        keep: list(keep), forbid: list(forbid))
      request.remarks.forEach(Terminal.say)
      let start = ContinuousClock.now
      let solution: SitingSolution
      do {
        solution = try request.problem.solve(
          engineObjective, progress: SearchReport(timeLimit).next)
      } catch let error as SitingError {
        throw PlanError([LocateRequest.violation(error, demand, travel)])
      }
      let time = (ContinuousClock.now - start) / .seconds(1)
      try show(LocateDocument(solution, request.problem, seconds: time))
    }
  }

  private var engineObjective: SitingObjective {
    switch objective {
    case .pMedian: .weightedMean(sites: count ?? 1)
    case .pCentre: .largestMinutes(sites: count ?? 1)
    case .setCover: .fewestSites(within: radius ?? 0)
    case .maxCover: .largestShare(sites: count ?? 1, within: radius ?? 0)
    }
  }

  private func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func show(_ document: LocateDocument) throws {
    if output.json {
      Terminal.write(try JSONEncoder.readable(document))
    } else {
      Terminal.print("objective \(document.objective)")
      Terminal.print("bound     \(document.bound)")
      Terminal.print("gap       \(document.gap)")
      Terminal.print("sites     \(document.sites.joined(separator: ","))")
      Terminal.say(
        "Found and \(document.gap == 0 ? "proved" : "bounded") in \(document.seconds) s.")
    }
  }
}

/// How far a search has come, said at most once a second, and whether its time is up.
private final class SearchReport {
  private let limit: Double?
  private let start = ContinuousClock.now
  private var lastSaid = ContinuousClock.now

  init(_ limit: Double?) { self.limit = limit }

  func next(_ progress: SearchProgress) -> SearchDecision {
    let now = ContinuousClock.now
    if now - lastSaid > .seconds(1) {
      lastSaid = now
      Terminal.say(
        "best \(progress.best), bound \(progress.bound), gap "
          + String(format: "%.4f%%", progress.gap * 100))
    }
    if let limit, (now - start) / .seconds(1) > limit { return .stop }
    return .goOn
  }
}

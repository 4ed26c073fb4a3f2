// SPDX-License-Identifier: Apache-2.0

import ActivityFiles
import ArgumentParser
import Foundation
import LinkedActivity
import PlanPackage
import Stewardship

/// Segments, activity and flows of linked people: what `weald segment --linked` does.
struct ActivitySegments: ParsableArguments {
  @Option(help: "A linked folder, which weald link made.", completion: .directory)
  var linked: String?
  @Option(
    help: "Linked: the folder of sources and events, as weald pseudonymise made it.",
    completion: .directory)
  var activity: String?
  @Option(help: "Linked: where the tables go, a new folder.", completion: .directory)
  var out: String?
  @Option(
    help: "Linked: rules for conditions; without it, those of the activity.",
    completion: .file())
  var conditions: String?
  @Option(
    help: "Linked: rules for segments, id,ages,conditions,at_least.", completion: .file())
  var segmentRules: String?
  @Option(help: "Linked: the first year of each band of age.")
  var ages = "0,18,50,65,75,85"
  @Option(help: "Linked: the months that count, as 2016-04/2017-03; without it, all.")
  var period: String?
  @OptionGroup(title: "Stewardship") var stewardship: StewardshipOptions

  /// Whether linked people are asked for.
  var isAsked: Bool { linked != nil || activity != nil || out != nil }

  func validate() throws {
    for (path, name) in [
      (linked, "--linked"), (activity, "--activity"), (out, "--out"),
      (conditions, "--conditions"), (segmentRules, "--segment-rules"),
    ] { try requirePath(path, name) }
    guard isAsked else { return }
    guard linked != nil, activity != nil, out != nil else {
      throw ValidationError("--linked, --activity and --out go together.")
    }
    if period != nil, months == nil {
      throw ValidationError("--period is two months, such as 2016-04/2017-03.")
    }
    if bands == nil {
      throw ValidationError("--ages are rising years that begin with 0, such as 0,18,65.")
    }
  }

  private var months: ClosedRange<UInt16>? { period.flatMap(ActivityRequest.period) }

  private var bands: AgeBands? {
    let starts = ages.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let known = starts.compactMap { $0 }
    guard known.count == starts.count, known.first == 0, known.last ?? 0 < 150,
      zip(known, known.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return AgeBands(starts: known)
  }

  /// Reads, adds up and writes.
  func run(json: Bool) throws {
    guard let linked, let activity, let out, let bands else { throw ExitCode.failure }
    let run = try stewardship.begin("segment", datasets: ActivitySegments.sources(of: activity))
    var request = ActivityRequest(linked: linked, activity: activity)
    request.conditions = conditions
    request.segmentRules = segmentRules
    request.ages = bands
    request.period = months
    var told = 0
    let tables = try request.tables { rows in
      guard rows / 1_000_000 > told else { return }
      told = rows / 1_000_000
      Terminal.say("Contacts read: \(told) million")
    }
    try tables.write(to: out)
    try run.finish(
      inputs: [linked + "/clusters.csv"], outputs: [out], counts: tables.counts)
    if json {
      Terminal.write(try tables.json())
    } else {
      tables.lines.forEach(Terminal.print)
    }
    Terminal.say("Made \(out). It is NOT FOR RELEASE; see weald release.")
    if !tables.reconciles { throw ExitCode.failure }
  }

  /// The sources of an activity folder, by the names of their files.
  private static func sources(of folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/sources")) ?? []
    return files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }
}

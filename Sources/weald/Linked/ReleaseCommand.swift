// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Disclosure
import Foundation
import PlanPackage
import Releases
import Stewardship

/// Lets tables leave that are safe, and nothing else.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Make safe tables of linked activity, as a data package.",
    discussion: """
      UNSAFE is a folder that weald segment --linked made. Small counts are hidden by the policy, \
      figures are rounded, and as much else is hidden as it takes for nothing small to be worked \
      out, neither from totals nor from earlier releases: give every one of the same people with \
      --previous. What comes out is a data package that weald check accepts. There is no way to \
      let rows about people out.

      Policies: \(DisclosurePolicy.all.map { "\($0.name): \($0.summary)" }.joined(separator: " "))
      """)

  @Argument(help: "The folder of tables that are not safe.", completion: .directory)
  var unsafe: String?
  @Option(help: "The rule: \(DisclosurePolicy.all.map(\.name).joined(separator: ", ")).")
  var policy = DisclosurePolicy.strict.name
  @Option(help: "An earlier release of the same people. May be given more than once.")
  var previous: [String] = []
  @Option(help: "A new folder for the release.", completion: .directory)
  var out: String?
  @Option(help: "What the release is called.")
  var title = "Linked activity"
  @Option(help: "The day of the release, as yyyy-mm-dd; today without it.")
  var date: String?
  @Option(
    help: "Print the row of sources.csv by which a plan cites a release.", completion: .directory)
  var cite: String?
  @OptionGroup(title: "Stewardship") var stewardship: StewardshipOptions
  @OptionGroup var output: JSONFlag

  func validate() throws {
    for (path, name) in [(unsafe, "UNSAFE"), (out, "--out"), (cite, "--cite")] {
      try requirePath(path, name)
    }
    if cite != nil {
      if unsafe != nil || out != nil { throw ValidationError("--cite stands alone.") }
      return
    }
    guard unsafe != nil, out != nil else {
      throw ValidationError("Give the folder of tables and --out.")
    }
    guard DisclosurePolicy.named(policy) != nil else {
      let names = DisclosurePolicy.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--policy is one of \(names).")
    }
    if let date, ReleaseCommand.day(date) == nil {
      throw ValidationError("--date is a day, such as 2017-04-30.")
    }
  }

  func run() throws {
    try Terminal.run {
      if let cite {
        Terminal.write(Array(try ReleaseFolder(cite).citation.utf8))
      } else {
        try release()
      }
    }
  }

  private func release() throws {
    guard let unsafe, let out, let policy = DisclosurePolicy.named(policy) else {
      throw ExitCode.failure
    }
    let run = try stewardship.begin("release", datasets: ReleaseRequest.sources(of: unsafe))
    var request = ReleaseRequest(
      unsafe: unsafe, policy: policy, date: date ?? ReleaseCommand.today)
    request.previous = previous
    request.title = title
    let release = try request.release()
    try release.write(to: out)
    let problems = ReleaseFolder.violations(out)
    guard problems.isEmpty else { throw PlanError(problems) }
    try run.finish(
      inputs: [unsafe + "/cells.csv"] + previous.map { $0 + "/datapackage.json" },
      outputs: [out], counts: release.counts)
    if output.json {
      Terminal.write(try release.json())
    } else {
      release.lines.forEach(Terminal.print)
    }
    Terminal.say("Made \(out), which weald check accepts.")
  }

  private static var today: String {
    day(Date()).map { String($0) } ?? ""
  }

  private static func day(_ date: Date) -> Substring? {
    date.ISO8601Format().split(separator: "T").first
  }

  private static func day(_ text: String) -> Date? {
    guard text.utf8.count == 10 else { return nil }
    return try? Date(text + "T00:00:00Z", strategy: .iso8601)
  }
}

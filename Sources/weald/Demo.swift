// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Demonstration
import Engagement
import Foundation
import Ledger
import Papers
import PlanPackage
import Programme
import Site

/// Fills a data folder with made-up people, so that every page has something to show.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a synthetic consultation with 5,000 responses, and serve it.",
    discussion: """
      Everything in it is made up, seeded, and labelled synthetic on every page. The accounts, one \
      for each role, are written to standard output with passwords that are new each time. Without \
      --data the folder is a temporary one, removed when the program is stopped with Control-C.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "A new folder for the data, which is kept.", completion: .directory)
  var data: String?
  @Option(help: "How many respond to the consultation that is over.")
  var responses = 5_000
  @Option(help: "The same seed makes the same people say the same.")
  var seed: UInt64 = 1
  @Flag(help: "Make the data and do not serve it.")
  var noServe = false
  @Flag(help: "Write the accounts as JSON.")
  var json = false
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(help: "The port to listen on.")
  var port = 8080

  func validate() throws {
    guard (0...100_000).contains(responses) else {
      throw ValidationError("--responses is a number from 0 to 100000.")
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError("A port is a number from 0 to 65535.")
    }
    if noServe, data == nil { throw ValidationError("--no-serve needs --data, a folder to keep.") }
  }

  func run() async throws {
    let path = data ?? NSTemporaryDirectory() + "weald-demo-" + UUID().uuidString
    do {
      let reader = try plan.reader()
      var demonstration = Demonstration(try EngagementPlan(reader), now: Date())
      demonstration.responses = responses
      demonstration.seed = seed
      demonstration.programme = ProgrammePlan(reader.plan())
      let assessment = try Assessment(reader)
      let maker = PaperMaker(plan: assessment.plan, graph: assessment.graph)
      demonstration.papers = { try maker.drawn($0, from: $1) }
      demonstration.minutes = try EngagementPlan.minutes(reader)
      try show(try await demonstration.fill(path) { Terminal.say($0) })
      if !noServe { try await serve(reader, path) }
    } catch let error as SiteServer.StartError {
      Terminal.say(error.description)
      throw ExitCode.failure
    } catch {
      throw try Terminal.failure(error)
    }
    if data == nil { try? FileManager.default.removeItem(atPath: path) }
  }

  private func serve(_ reader: PlanReader, _ path: String) async throws {
    let live = try LiveData(
      try DataFolder(path: path), title: reader.about.title, origin: "http://\(host):\(port)",
      announce: { Terminal.say($0) })
    let site = try LiveSite(reader, live: live)
    let server = SiteServer(site: site, host: host, port: port) { [host] port in
      Terminal.say("Open http://\(host):\(port)/have-your-say in a browser. Stop with Control-C.")
    }
    try await server.run()
  }

  private func show(_ accounts: [Demonstration.Account]) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      Terminal.write(Array(try encoder.encode(accounts)) + [10])
    } else {
      Terminal.print("role\temail\tpassword")
      for account in accounts {
        Terminal.print("\(account.role)\t\(account.email)\t\(account.password)")
      }
    }
  }
}

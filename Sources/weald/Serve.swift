// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger
import People
import PlanPackage
import Site

/// Opens a plan as a web site.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a plan as a web site.",
    discussion: """
      With --data the site also takes responses to consultations, bookings, questions and so on, and \
      staff can sign in. The folder holds what people said: keep it private and back it up with \
      weald backup. Stop it with Control-C.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(help: "The port to listen on.")
  var port = 8080
  @Option(help: "The folder of what happens to the plan; made when there is none.")
  var data: String?
  @Option(help: "The address under which people read the site, such as https://plan.example.")
  var origin: String?
  @Flag(help: "Another server stands in front and names the visitor in X-Forwarded-For.")
  var behindProxy = false
  @OptionGroup(title: "Mail") var mail: MailOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("A port is a number from 0 to 65535.")
    }
  }

  func run() async throws {
    do {
      let reader = try plan.reader()
      let live = try data.map { try liveData($0, title: reader.about.title) }
      let site = try LiveSite(reader, live: live)
      if let link = try await live?.people.firstLink(origin: live?.origin ?? "") {
        Terminal.say("Make the first administrator within a day: \(link)")
      }
      let server = SiteServer(site: site, host: host, port: port) { [host] port in
        Terminal.say("Open http://\(host):\(port)/ in a browser. Stop with Control-C.")
      }
      try await server.run()
    } catch let error as SiteServer.StartError {
      Terminal.say(error.description)
      throw ExitCode.failure
    } catch {
      throw try Terminal.failure(error)
    }
  }

  private func liveData(_ path: String, title: String) throws -> LiveData {
    let folder = try DataFolder(path: path, note: { Terminal.say("\($0)") })
    return try LiveData(
      folder, title: title, origin: origin ?? "http://\(host):\(port)",
      isBehindProxy: behindProxy, server: try mail.server(),
      announce: { Terminal.say($0) })
  }
}

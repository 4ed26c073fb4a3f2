// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PlanPackage
import Site

/// Opens a plan as a web site.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a plan as a web site.",
    discussion: "Stop it with Control-C.")

  @OptionGroup var plan: PlanArgument
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(help: "The port to listen on.")
  var port = 8080

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("A port is a number from 0 to 65535.")
    }
  }

  func run() async throws {
    do {
      let site = try LiveSite(plan.reader())
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
}

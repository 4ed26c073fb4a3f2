// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import Mail
import People

/// Makes a link to a new password.
struct ResetPassword: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a link with which somebody chooses a new password.")

  @Argument(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "Their e-mail address.")
  var email: String
  @Option(help: "The address of the site, as people open it.")
  var origin = "http://127.0.0.1:8080"

  func run() async throws {
    do {
      try requireDataFolder(data)
      let folder = try DataFolder(path: data)
      let people = People(
        data: folder, mail: OutboxSender(store: folder.contacts), title: "the plan")
      Terminal.print(
        try await people.resetLink(address: email, by: .program, origin: origin))
      Terminal.say("The link works once, and for 2 hours.")
    } catch {
      throw try Terminal.failure(error)
    }
  }
}

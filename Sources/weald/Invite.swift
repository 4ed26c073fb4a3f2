// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import Mail
import People

/// Invites somebody to work on a plan.
struct Invite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Invite somebody, and print the link with which they choose a password.")

  @Argument(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "Their name.")
  var name: String
  @Option(help: "Their e-mail address.")
  var email: String
  @Option(help: "contributor, analyst, programme-office, committee-member or administrator.")
  var role: String
  @Option(help: "The address of the site, as people open it.")
  var origin = "http://127.0.0.1:8080"

  func run() async throws {
    guard let role = Role(rawValue: role) else {
      throw ValidationError(
        "“\(role)” is no role. Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    do {
      try requireDataFolder(data)
      let folder = try DataFolder(path: data)
      let people = People(
        data: folder, mail: OutboxSender(store: folder.contacts), title: "the plan")
      Terminal.print(
        try await people.invite(
          name: name, address: email, role: role, by: .program, origin: origin))
      Terminal.say("Give this link to \(name). It works once, and for 7 days.")
    } catch {
      throw try Terminal.failure(error)
    }
  }
}

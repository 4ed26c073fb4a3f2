// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Mail
import People

/// Made-up staff, one for each role.
enum DemonstrationAccounts {
  static let office = Author(id: "synthetic-programme-office", role: "programme-office")
  static let operatorID = "synthetic-contributor"

  static func make(
    _ data: DataFolder, _ clock: SyntheticClock
  ) async throws -> [Demonstration.Account] {
    let people = People(
      data: data, mail: OutboxSender(store: data.contacts, clock: { clock.now }),
      title: "Synthetic plan", clock: { clock.now })
    let origin = "http://127.0.0.1:8080"
    var accounts: [Demonstration.Account] = []
    for role in [Role.administrator] + Role.allCases.filter({ $0 != .administrator }) {
      let account = Demonstration.Account(
        role: role.rawValue, email: "\(role.rawValue)@example.org", password: password())
      let name = "\(role.label) (synthetic)"
      let link =
        role == .administrator
        ? try await people.firstLink(origin: origin)
        : try await people.invite(
          name: name, address: account.email, role: role, by: .program, origin: origin)
      let token = link?.split(separator: "/").last.map(String.init) ?? ""
      _ = try await people.join(
        token, name: name, address: account.email, password: account.password)
      accounts.append(account)
    }
    return accounts
  }

  /// Three random groups of letters: made anew each time, so that no demonstration has a password
  /// that anybody knows.
  private static func password() -> String {
    let letters = RandomID.make()
    return [letters.prefix(5), letters.dropFirst(5).prefix(5), letters.dropFirst(10).prefix(5)]
      .joined(separator: "-")
  }
}

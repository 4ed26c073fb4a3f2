// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Synchronization
import Testing

@testable import Mail
@testable import People

@Suite("Accounts")
struct AccountTests {
  static let password = "three dull words"
  let folder: TestFolder
  let people: People

  init() throws {
    folder = try TestFolder()
    people = folder.people()
  }

  func first() async throws -> Person {
    let link = try #require(try await people.firstLink(origin: "https://plan.example"))
    return try await people.join(
      token(link), name: "Alex Admin", address: "Alex@example.org",
      password: AccountTests.password)
  }

  func join(_ name: String, _ role: Role, by author: Author) async throws -> Person {
    let link = try await people.invite(
      name: name, address: "\(name)@example.org", role: role, by: author, origin: "https://x")
    return try await people.join(
      token(link), name: "", address: "", password: AccountTests.password)
  }

  @Test("the first link works once and for a day, and only its digest is kept")
  func firstLink() async throws {
    let old = token(try #require(try await people.firstLink(origin: "https://x")))
    let link = token(try #require(try await people.firstLink(origin: "https://x")))
    await #expect(throws: PeopleError.linkEnded) { try await people.joiner(old) }
    let file = folder.data.path + "/contacts.sqlite"
    for name in [file, file + "-wal"] {
      let bytes = FileManager.default.contents(atPath: name) ?? Data()
      #expect(bytes.range(of: Data(link.utf8)) == nil)
    }
    #expect(try await people.joiner(link).role == .administrator)
    folder.clock.pass(People.firstLinkTime + 1)
    await #expect(throws: PeopleError.linkEnded) { try await people.joiner(link) }
    _ = try await first()
    #expect(try await people.firstLink(origin: "https://x") == nil)
    await #expect(throws: PeopleError.linkEnded) { try await people.joiner(link) }
  }

  @Test("two who use one link at once get one account")
  func linkUsedTwiceAtOnce() async throws {
    let admin = try await first()
    let link = token(
      try await people.invite(
        name: "B", address: "b@example.org", role: .analyst, by: admin.author, origin: ""))
    let joined = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<5 {
        group.addTask { [people] in
          (try? await people.join(link, name: "", address: "", password: AccountTests.password))
            != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(joined == 1)
  }

  @Test("an address has one account, however it is spelt")
  func addressTaken() async throws {
    let admin = try await first()
    await #expect(throws: PeopleError.addressTaken) {
      try await people.invite(
        name: "Other", address: " ALEX@EXAMPLE.ORG", role: .analyst, by: admin.author, origin: "")
    }
    #expect(
      try await people.signIn(address: "aLEX@example.org", password: AccountTests.password) == admin
    )
  }

  @Test("an invitation ends after a week, and an older one when a newer is made")
  func invitationEnds() async throws {
    let admin = try await first()
    let old = token(
      try await people.invite(
        name: "B", address: "b@example.org", role: .analyst, by: admin.author, origin: ""))
    let id = try #require(try people.list().first { $0.name == "B" }?.id)
    let new = token(try await people.inviteAgain(id, origin: ""))
    await #expect(throws: PeopleError.linkEnded) { try await people.joiner(old) }
    #expect(try await people.joiner(new).name == "B")
    folder.clock.pass(People.invitationTime + 1)
    await #expect(throws: PeopleError.linkEnded) { try await people.joiner(new) }
  }

  @Test("wrong passwords and unknown addresses are refused alike, and recorded without a name")
  func failures() async throws {
    let admin = try await first()
    for (address, password) in [
      ("alex@example.org", "wrong wrong wrong"), ("nobody@example.org", AccountTests.password),
      ("not an address", "x"), ("alex@example.org", String(repeating: "x", count: 5000)),
    ] {
      await #expect(throws: PeopleError.wrongAddressOrPassword) {
        try await people.signIn(address: address, password: password)
      }
    }
    let failed = try people.trail().filter {
      if case .signInFailed = $0.event { true } else { false }
    }
    #expect(failed.map(\.account) == [admin.id, "unknown", "unknown", admin.id])
    let ledger = try folder.data.ledger.entries().map { "\($0)" }.joined()
    #expect(!ledger.contains("example.org") && !ledger.contains("Alex"))
  }

  @Test("an unknown address costs the same hash as a wrong password")
  func sameCost() async throws {
    let cost = PasswordHash.Parameters(rounds: 64, blockSize: 8, parallelism: 1)
    let people = folder.people(cost: cost)
    let link = try #require(try await people.firstLink(origin: ""))
    _ = try await people.join(
      token(link), name: "A", address: "a@example.org", password: AccountTests.password)
    let id = try #require(try people.list().first?.id)
    let kept = try people.store.contact(id)?.password?.parameters
    #expect(kept == cost)
    #expect(try people.nobody.hash(cost).parameters == kept)
  }

  @Test("a password is hashed again on sign-in when the cost has risen")
  func rehash() async throws {
    let admin = try await first()
    let dearer = PasswordHash.Parameters(rounds: 64, blockSize: 8, parallelism: 1)
    _ = try await folder.people(cost: dearer).signIn(
      address: "alex@example.org", password: AccountTests.password)
    #expect(try people.store.contact(admin.id)?.password?.parameters == dearer)
    #expect(
      try await people.signIn(address: "alex@example.org", password: AccountTests.password) == admin
    )
  }

  @Test("the last administrator can be neither demoted nor suspended nor erased")
  func lastAdministrator() async throws {
    let admin = try await first()
    let other = try await join("bo", .administrator, by: admin.author)
    try await people.suspend(other.id, by: admin.author)
    await #expect(throws: PeopleError.lastAdministrator) {
      try await people.changeRole(admin.id, to: .analyst, by: admin.author)
    }
    await #expect(throws: PeopleError.lastAdministrator) {
      try await people.suspend(admin.id, by: admin.author)
    }
    await #expect(throws: PeopleError.lastAdministrator) {
      try await people.erase(admin.id, by: admin.author)
    }
    try await people.reinstate(other.id, by: admin.author)
    try await people.changeRole(admin.id, to: .analyst, by: other.author)
    #expect(try people.person(admin.id)?.role == .analyst)
  }

  @Test("two administrators who demote each other at once leave one")
  func demotionRace() async throws {
    let one = try await first()
    let two = try await join("bo", .administrator, by: one.author)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [people] in
        _ = try? await people.changeRole(two.id, to: .analyst, by: one.author)
      }
      group.addTask { [people] in
        _ = try? await people.suspend(one.id, by: two.author)
      }
    }
    #expect(try people.store.state().administrators.count == 1)
  }

  @Test("an erased account leaves nothing personal, and the chain still holds")
  func erasure() async throws {
    let admin = try await first()
    let other = try await join("Rosalind", .analyst, by: admin.author)
    let cookie = try await people.beginSession(other)
    try await people.erase(other.id, by: admin.author)
    #expect(try await people.session(cookie) == nil)
    #expect(try people.store.contact(other.id) == nil)
    await #expect(throws: PeopleError.wrongAddressOrPassword) {
      try await people.signIn(address: "rosalind@example.org", password: AccountTests.password)
    }
    let entries = try folder.data.ledger.entries()
    for (before, after) in zip(entries, entries.dropFirst()) {
      #expect(after.previous == before.digest)
    }
    #expect(entries.contains { $0.type == "erased" })
    #expect(try people.list().last?.account.standing == .erased)
    #expect(try people.list().last?.name == "")
    await #expect(throws: PeopleError.noSuchAccount) {
      try await people.changeRole(other.id, to: .administrator, by: admin.author)
    }
  }

  @Test("an erasure that was cut short is finished by the next sweep")
  func erasureFinished() async throws {
    let admin = try await first()
    let other = try await join("bo", .analyst, by: admin.author)
    try await people.store.append(.erased, other.id, by: admin.author)
    try await people.sweep()
    #expect(try people.store.contact(other.id) == nil)
  }
}

@Suite("Links to a new password")
struct ResetTests {
  let folder: TestFolder
  let announced = Announcements()
  let people: People
  let admin: Person

  init() async throws {
    folder = try TestFolder()
    people = folder.people(announce: announced.add)
    let link = try #require(try await people.firstLink(origin: "https://x"))
    admin = try await people.join(
      token(link), name: "A", address: "a@example.org", password: AccountTests.password)
  }

  func link() async throws -> String {
    token(try await people.resetLink(address: "a@example.org", by: .program, origin: "https://x"))
  }

  @Test("a link works once, and ends every session")
  func once() async throws {
    let token = try await link()
    let cookie = try await people.beginSession(admin)
    #expect(try await people.isResetLink(token))
    try await people.reset(token, to: "another dull phrase")
    #expect(try await people.session(cookie) == nil)
    #expect(try await !people.isResetLink(token))
    await #expect(throws: PeopleError.linkEnded) {
      try await people.reset(token, to: "a third dull phrase")
    }
    _ = try await people.signIn(address: "a@example.org", password: "another dull phrase")
  }

  @Test("a link used by many at once sets one password")
  func race() async throws {
    let token = try await link()
    let done = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<6 {
        group.addTask { [people] in
          (try? await people.reset(token, to: "dull phrase number \(number)")) != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(done == 1)
  }

  @Test("a link ends after two hours, with a newer one, and with a changed password")
  func ends() async throws {
    let old = try await link()
    let new = try await link()
    #expect(try await !people.isResetLink(old))
    folder.clock.pass(People.resetTime - 1)
    #expect(try await people.isResetLink(new))
    folder.clock.pass(2)
    #expect(try await !people.isResetLink(new))
    let third = try await link()
    try await people.changePassword(admin, to: "another dull phrase")
    #expect(try await !people.isResetLink(third))
  }

  @Test("a link with any sign changed does not work")
  func tampering() async throws {
    let token = try await link()
    for place in token.indices {
      var letters = Array(token)
      let at = token.distance(from: token.startIndex, to: place)
      letters[at] = letters[at] == "1" ? "2" : "1"
      #expect(try await !people.isResetLink(String(letters)), "at \(at)")
    }
    let parts = token.split(separator: "-").map(String.init)
    for other in [
      "", "-", "--", parts[0], "\(parts[0])-99999999999-\(parts[2])", token + "0", token + "-",
      "\(parts[0])-\(parts[1])-", "\(parts[0])-+\(parts[1])-\(parts[2])", token.uppercased(),
    ] { #expect(try await !people.isResetLink(other)) }
    await #expect(throws: PeopleError.linkEnded) { try await people.joiner(token) }
  }

  @Test("an invitation is no link to a password")
  func otherPurpose() async throws {
    let invitation = token(
      try await people.invite(
        name: "B", address: "b@example.org", role: .analyst, by: admin.author, origin: ""))
    #expect(try await !people.isResetLink(invitation))
  }

  @Test("without a mail server the link waits for an administrator and is announced")
  func announcedLink() async throws {
    await people.forgotten(address: "A@example.org", origin: "https://x")
    await people.forgotten(address: "nobody@example.org", origin: "https://x")
    let waiting = try await people.linksToHandOver(origin: "https://x")
    #expect(waiting.map(\.address) == ["a@example.org"])
    let link = try #require(waiting.first?.link)
    #expect(announced.lines.count == 1)
    #expect(announced.lines.first?.contains(link) == true)
  }

  @Test("with a mail server it is mailed, and no administrator sees it")
  func mailedLink() async throws {
    let server = FailingSender(failures: 0)
    let mailing = folder.people(mail: server, announce: announced.add)
    await mailing.forgotten(address: "a@example.org", origin: "https://x")
    #expect(await server.sent.map(\.recipient.text) == ["a@example.org"])
    let text = try #require(await server.sent.first?.text)
    let link = try #require(text.split(separator: "\n").first { $0.hasPrefix("https://x/") })
    #expect(try await mailing.isResetLink(token(String(link))))
    #expect(try await mailing.linksToHandOver(origin: "").isEmpty)
    #expect(announced.lines.isEmpty)
  }

  @Test("a suspended account gets no link, and its links stop")
  func suspended() async throws {
    let invited = token(
      try await people.invite(
        name: "B", address: "b@example.org", role: .analyst, by: admin.author, origin: ""))
    let other = try await people.join(
      invited, name: "", address: "", password: AccountTests.password)
    let reset = token(
      try await people.resetLink(address: "b@example.org", by: .program, origin: ""))
    try await people.suspend(other.id, by: admin.author)
    #expect(try await !people.isResetLink(reset))
    await #expect(throws: PeopleError.noSuchAccount) {
      try await people.resetLink(address: "b@example.org", by: .program, origin: "")
    }
  }
}

/// What was said to who runs the server.
final class Announcements: Sendable {
  private let said = Mutex<[String]>([])
  var lines: [String] { said.withLock { $0 } }
  var add: @Sendable (String) -> Void { { line in self.said.withLock { $0.append(line) } } }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@testable import People

@Suite("Sessions")
struct SessionTests {
  let folder: TestFolder
  let people: People
  let admin: Person

  init() async throws {
    folder = try TestFolder()
    people = folder.people()
    let link = try #require(try await people.firstLink(origin: ""))
    admin = try await people.join(
      token(link), name: "A", address: "a@example.org", password: AccountTests.password)
  }

  @Test("a session survives a restart, and is kept under a digest")
  func restart() async throws {
    let cookie = try await people.beginSession(admin)
    let again = folder.people()
    #expect(try await again.session(cookie)?.person == admin)
    #expect(try folder.data.contacts.get(SessionRecord.self, kind: "session", id: cookie) == nil)
  }

  @Test("half an hour without a request ends it; requests keep it for twelve hours")
  func times() async throws {
    let idle = try await people.beginSession(admin)
    folder.clock.pass(30 * 60 + 1)
    #expect(try await people.session(idle) == nil)
    let busy = try await people.beginSession(admin)
    var minutes = 0
    while try await people.session(busy) != nil {
      folder.clock.pass(20 * 60)
      minutes += 20
    }
    #expect(minutes == 12 * 60 + 20)
  }

  @Test("signing out everywhere ends all sessions; signing out here ends one")
  func signOut() async throws {
    let one = try await people.beginSession(admin)
    let two = try await people.beginSession(admin)
    try await people.signOut(admin, one, everywhere: false)
    #expect(try await people.session(one) == nil)
    #expect(try await people.session(two) != nil)
    try await people.signOut(admin, two, everywhere: true)
    #expect(try await people.session(two) == nil)
  }

  @Test("a role that changes counts at once")
  func roleChange() async throws {
    let link = token(
      try await people.invite(
        name: "B", address: "b@example.org", role: .analyst, by: admin.author, origin: ""))
    let other = try await people.join(
      link, name: "", address: "", password: AccountTests.password)
    let cookie = try await people.beginSession(other)
    try await people.changeRole(other.id, to: .contributor, by: admin.author)
    #expect(try await people.session(cookie)?.person.role == .contributor)
    try await people.suspend(other.id, by: admin.author)
    #expect(try await people.session(cookie) == nil)
  }

  @Test("the secret of an ended session still tells whose it was, for a day")
  func remembered() async throws {
    let cookie = try await people.beginSession(admin)
    let secret = try #require(try await people.session(cookie)?.secret)
    folder.clock.pass(3600)
    #expect(try await people.session(cookie) == nil)
    #expect(try people.owner(ofSecret: secret) == admin.id)
    #expect(try people.owner(ofSecret: "") == nil)
    folder.clock.pass(86_400)
    try await people.sweep()
    #expect(try people.owner(ofSecret: secret) == nil)
  }

  @Test("every permission is with the roles that need it, and with no other")
  func matrix() {
    let expected: [Permission: Set<Role>] = [
      .enterTheDesk: Set(Role.allCases),
      .capture: [.contributor, .analyst, .programmeOffice, .administrator],
      .analyse: [.analyst, .programmeOffice, .administrator],
      .export: [.analyst, .programmeOffice, .administrator],
      .runConsultations: [.programmeOffice, .administrator],
      .moderate: [.programmeOffice, .administrator],
      .publish: [.programmeOffice, .administrator],
      .readEvidence: [.committeeMember, .administrator],
      .runProgramme: [.programmeOffice, .administrator],
      .administer: [.administrator],
    ]
    for permission in Permission.allCases {
      let roles = Set(Role.allCases.filter { $0.permissions.contains(permission) })
      #expect(roles == expected[permission], "\(permission)")
    }
  }
}

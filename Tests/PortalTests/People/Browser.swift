// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Mail
import Synchronization
import Testing

@testable import People
@testable import Portal

/// A part with one page and one form for each permission.
struct SamplePart: PortalPart {
  static let received = Mutex<[String: [FormFields]]>([:])
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    if request.path == ["ask"] { return .see("/thanks") }
    guard request.path.starts(with: ["desk", "sample"]), request.path.count == 3,
      let permission = Permission(rawValue: request.path[2])
    else { return nil }
    let person = try visit.person(who: permission)
    if request.method == .post {
      SamplePart.received.withLock { $0[services.data.path, default: []].append(request.fields) }
      return .see("/desk/sample/\(permission.rawValue)?done=yes")
    }
    let told = Told(
      title: "Sample", paragraphs: ["Hello \(person.name)", "secret=\(visit.formSecret);"],
      path: "/desk", label: "Back")
    return told.answer
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    Permission.allCases.filter { person.may($0) }.map {
      DeskLink(group: "Samples", title: $0.rawValue, path: "/desk/sample/\($0.rawValue)")
    }
  }

  func receivedForms() -> [FormFields] {
    SamplePart.received.withLock { $0[services.data.path] ?? [] }
  }
}

/// A site with a clock that stands still, and passwords that cost little.
final class TestSite: Sendable {
  let services: Services
  let portal: Portal
  let clock = TestTime()
  private let path: String
  static let password = "three dull words"

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let data = try DataFolder(path: path, clock: clock.now)
    let outbox = OutboxSender(store: data.contacts, clock: clock.now)
    let people = People(
      data: data, mail: outbox, title: "Test plan",
      cost: .init(rounds: 16, blockSize: 8, parallelism: 1), clock: clock.now,
      announce: { _ in })
    services = Services(
      data: data, plan: EngagementPlan(title: "Test plan"), clock: clock.now, mail: outbox,
      people: people, prose: { $0 })
    portal = Portal(services, kinds: [SamplePart.self])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Somebody with an account in a role; the first is an administrator, whatever is asked.
  func member(_ name: String, _ role: Role) async throws -> Person {
    let people = services.people
    if let link = try await people.firstLink(origin: "") {
      let admin = try await people.join(
        String(link.dropFirst("/desk/join/".count)), name: "Alex Admin",
        address: "alex@example.org", password: TestSite.password)
      if role == .administrator { return admin }
    }
    let link = try await people.invite(
      name: name, address: "\(name)@example.org", role: role, by: .program, origin: "")
    return try await people.join(
      String(link.dropFirst("/desk/join/".count)), name: "", address: "",
      password: TestSite.password)
  }
}

/// A clock that stands still until it is told.
final class TestTime: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_550_000_000))
  var now: @Sendable () -> Date { { self.time.withLock { $0 } } }
  func pass(_ seconds: Double) { time.withLock { $0 = $0.addingTimeInterval(seconds) } }
}

/// A browser that keeps cookies.
final class Browser {
  let site: TestSite
  var cookies: [String: String] = [:]
  var address = "192.0.2.1"
  var headers: [String: String] = [:]

  init(_ site: TestSite) { self.site = site }

  func get(_ path: String) async throws -> PortalAnswer { try await ask(.get, path, []) }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> PortalAnswer {
    try await ask(.post, path, fields)
  }

  private func ask(
    _ method: PortalRequest.Method, _ text: String, _ fields: [(String, String)]
  ) async throws -> PortalAnswer {
    let halves = text.split(separator: "?", maxSplits: 1)
    let path = (halves.first ?? "").split(separator: "/").map(String.init)
    let request = PortalRequest(
      method: method, path: path,
      query: FormFields(encoded: halves.count > 1 ? String(halves[1]) : ""),
      fields: FormFields(fields.map { (name: $0.0, value: $0.1) }), cookies: cookies,
      address: address, origin: "https://plan.example", headers: headers)
    let answer = try #require(await site.portal.answer(request))
    for cookie in answer.cookies {
      cookies[cookie.name] = cookie.age == 0 ? nil : cookie.value
    }
    return answer
  }

  @discardableResult
  func signIn(
    _ name: String, password: String = TestSite.password, more: [(String, String)] = []
  ) async throws -> PortalAnswer {
    try await post(
      "/desk/sign-in", [("email", "\(name)@example.org"), ("password", password)] + more)
  }

  /// The secret that forms of this browser carry.
  func secret() async throws -> String {
    let html = try await get("/desk/sample/enterTheDesk").html
    let start = try #require(html.range(of: "secret="))
    return String(html[start.upperBound...].prefix { $0 != ";" })
  }
}

extension PortalAnswer {
  var html: String {
    if case .page(let page) = body { page.html } else { "" }
  }

  var location: String? {
    if case .redirect(let path) = body { path } else { nil }
  }

  /// The value of a hidden field.
  func hidden(_ name: String) -> String? {
    guard let start = html.range(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(html[start.upperBound...].prefix { $0 != "\"" })
  }
}

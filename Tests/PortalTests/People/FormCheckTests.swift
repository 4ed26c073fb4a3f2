// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@testable import People
@testable import Portal

@Suite("Forms under /desk")
struct FormCheckTests {
  let site: TestSite
  let browser: Browser
  static let path = "/desk/sample/capture"

  init() async throws {
    site = try TestSite()
    browser = Browser(site)
    _ = try await site.member("bo", .contributor)
    try await browser.signIn("bo")
  }

  var received: [FormFields] { SamplePart(site.services).receivedForms() }

  @Test("a form with the secret is taken; without, with another's or a changed one it is not")
  func secret() async throws {
    let secret = try await browser.secret()
    #expect(try await browser.post(FormCheckTests.path, [("secret", secret)]).status == 303)
    let admin = Browser(site)
    try await admin.signIn("alex")
    let others = try await admin.secret()
    for wrong in ["", "x", secret + "0", String(secret.dropLast()), others] {
      let answer = try await browser.post(FormCheckTests.path, [("secret", wrong), ("a", "b")])
      #expect(answer.status == 403)
    }
    #expect(try await browser.post(FormCheckTests.path, [("a", "b")]).status == 403)
    #expect(received.count == 1)
  }

  @Test(
    "a form that another site sends is refused, even with the secret",
    arguments: [
      ["origin": "https://evil.example"], ["origin": "http://plan.example"],
      ["origin": "https://plan.example.evil"], ["sec-fetch-site": "cross-site"],
      ["origin": "null", "sec-fetch-site": "same-site"],
    ])
  func foreign(headers: [String: String]) async throws {
    let secret = try await browser.secret()
    browser.headers = headers
    #expect(try await browser.post(FormCheckTests.path, [("secret", secret)]).status == 403)
    #expect(try await browser.signIn("bo").status == 403)
    #expect(received.isEmpty)
  }

  @Test(
    "a form of our own is taken, whatever the browser says of itself",
    arguments: [
      [:], ["origin": "https://plan.example"], ["origin": "null"],
      ["origin": "null", "sec-fetch-site": "same-origin"],
    ] as [[String: String]])
  func own(headers: [String: String]) async throws {
    let secret = try await browser.secret()
    browser.headers = headers
    #expect(try await browser.post(FormCheckTests.path, [("secret", secret)]).status == 303)
  }

  @Test("what was typed when the session ended is kept, and can be sent after signing in")
  func keptAfterExpiry() async throws {
    let secret = try await browser.secret()
    site.clock.pass(31 * 60)
    let late = try await browser.post(
      FormCheckTests.path,
      [
        ("secret", secret), ("why", "Long <text> & \"more\"\nsecond line"), ("pick", "a"),
        ("pick", "b"), ("password-now", "my password"), ("token", "t1"),
      ])
    #expect(late.status == 401 && received.isEmpty)
    let kept = try #require(late.hidden("kept"))
    #expect(!late.html.contains("Long"))
    let signedIn = try await browser.signIn("bo", more: [("kept", kept)])
    #expect(signedIn.location == "/desk/kept/\(kept)")
    let page = try await browser.get("/desk/kept/\(kept)")
    #expect(page.html.contains("We kept what you typed"))
    #expect(page.html.contains("action=\"\(FormCheckTests.path)\""))
    #expect(page.html.contains("Long &lt;text&gt; &amp; &quot;more&quot;\nsecond line"))
    #expect(!page.html.contains("my password"))
    let mark = try #require(page.hidden("kept-form"))
    let sent = try await browser.post(
      FormCheckTests.path,
      [
        ("why", "Long <text>"), ("pick", "a"), ("pick", "b"), ("token", "t1"),
        ("secret", try await browser.secret()), ("kept-form", mark),
      ])
    #expect(sent.status == 303)
    #expect(received.first?.all("pick") == ["a", "b"])
    #expect(received.first?.has("kept-form") == false)
    #expect(try await browser.get("/desk/kept/\(kept)").html.contains("nothing here any more"))
  }

  @Test("the hidden fields carry every value of a name")
  func multiValued() async throws {
    let secret = try await browser.secret()
    site.clock.pass(31 * 60)
    let late = try await browser.post(
      FormCheckTests.path, [("secret", secret), ("pick", "a"), ("pick", "b"), ("empty", "")])
    let kept = try #require(late.hidden("kept"))
    try await browser.signIn("bo")
    let html = try await browser.get("/desk/kept/\(kept)").html
    for field in [
      "name=\"pick\" value=\"a\"", "name=\"pick\" value=\"b\"", "name=\"empty\" value=\"\"",
    ] { #expect(html.contains(field)) }
  }

  @Test("nobody else sees a kept form, and it is gone after an hour")
  func keptForOne() async throws {
    let secret = try await browser.secret()
    site.clock.pass(31 * 60)
    let late = try await browser.post(FormCheckTests.path, [("secret", secret), ("why", "mine")])
    let path = "/desk/kept/\(try #require(late.hidden("kept")))"
    let admin = Browser(site)
    try await admin.signIn("alex")
    #expect(try await !admin.get(path).html.contains("mine"))
    try await browser.signIn("bo")
    #expect(try await browser.get(path).html.contains("mine"))
    site.clock.pass(3601)
    try await browser.signIn("bo")
    #expect(try await !browser.get(path).html.contains("mine"))
    try await KeptForms(site.services).sweep()
    #expect(try site.services.data.drafts.all(KeptForm.self, kind: KeptForm.kind).isEmpty)
  }

  @Test("a form of an earlier session is kept when somebody has signed in again meanwhile")
  func signedInElsewhere() async throws {
    let secret = try await browser.secret()
    try await browser.signIn("bo")
    let late = try await browser.post(FormCheckTests.path, [("secret", secret), ("why", "mine")])
    let path = try #require(late.location)
    #expect(path.hasPrefix("/desk/kept/") && received.isEmpty)
    #expect(try await browser.get(path).html.contains("mine"))
  }

  @Test("a form from nowhere is not kept for anybody")
  func nothingFromNowhere() async throws {
    let stranger = Browser(site)
    let answer = try await stranger.post(FormCheckTests.path, [("secret", "x"), ("why", "evil")])
    #expect(answer.status == 401 && answer.hidden("kept") == nil)
    #expect(try site.services.data.drafts.all(KeptForm.self, kind: KeptForm.kind).isEmpty)
  }
}

@Suite("Roles")
struct RoleMatrixTests {
  @Test("each role opens the pages of its permissions and no others", arguments: Role.allCases)
  func matrix(role: Role) async throws {
    let site = try TestSite()
    _ = try await site.member("bo", role)
    let browser = Browser(site)
    try await browser.signIn(role == .administrator ? "alex" : "bo")
    let secret = try await browser.secret()
    for permission in Permission.allCases {
      let may = role.permissions.contains(permission)
      let path = "/desk/sample/\(permission.rawValue)"
      #expect(try await browser.get(path).status == (may ? 200 : 403), "\(permission)")
      let posted = try await browser.post(path, [("secret", secret)])
      #expect(posted.status == (may ? 303 : 403), "\(permission)")
    }
    for path in ["/desk/people", "/desk/audit", "/desk/outbox", "/desk/people/x"] {
      let status = try await browser.get(path).status
      #expect(role == .administrator ? status != 403 : status == 403, "\(path)")
    }
  }

  @Test("nobody signed in opens nothing", arguments: Permission.allCases)
  func nobody(permission: Permission) async throws {
    let browser = Browser(try TestSite())
    let path = "/desk/sample/\(permission.rawValue)"
    #expect(try await browser.get(path).status == 401)
    #expect(try await browser.post(path, []).status == 401)
  }
}

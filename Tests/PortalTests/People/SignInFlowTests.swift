// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@testable import People
@testable import Portal

@Suite("Coming in")
struct SignInFlowTests {
  let site: TestSite
  let browser: Browser

  init() throws {
    site = try TestSite()
    browser = Browser(site)
  }

  @Test("the first administrator joins through the link, invites somebody, who joins and signs in")
  func wholeFlow() async throws {
    let link = try #require(try await site.services.people.firstLink(origin: ""))
    let page = try await browser.get(link)
    #expect(page.status == 200)
    #expect(page.html.contains("autocomplete=\"new-password\""))
    let joined = try await browser.post(
      link,
      [
        ("name", "Alex <Admin>"), ("email", "alex@example.org"),
        ("password", TestSite.password), ("password-again", TestSite.password),
      ])
    #expect(joined.location == "/desk")
    #expect(
      joined.cookies.first?.header(isSecure: true).contains("; HttpOnly; SameSite=Lax; Secure")
        == true)
    let desk = try await browser.get("/desk")
    #expect(desk.html.contains("Alex &lt;Admin&gt;"))
    #expect(desk.html.contains("/desk/people") && desk.html.contains("/desk/sample/moderate"))
    #expect(try await browser.get(link).status == 410)

    let secret = try await browser.secret()
    let invitation = [
      ("secret", secret), ("name", "Bo"), ("email", "bo@example.org"), ("role", "contributor"),
    ]
    #expect(
      try await browser.post("/desk/people", invitation).location == "/desk/people?done=invited")
    #expect(
      try await browser.post("/desk/people", invitation).location == "/desk/people?done=invited")
    let list = try await browser.get("/desk/people?done=invited")
    let start = try #require(list.html.range(of: "https://plan.example/desk/join/"))
    let token = list.html[start.upperBound...].prefix { $0 != "<" }

    let other = Browser(site)
    #expect(try await other.get("/desk/join/\(token)").html.contains("bo@example.org"))
    let wrong = try await other.post(
      "/desk/join/\(token)", [("password", "short"), ("password-again", "short")])
    #expect(wrong.status == 422 && wrong.html.contains("at least 12 characters"))
    let right = try await other.post(
      "/desk/join/\(token)",
      [("password", TestSite.password), ("password-again", TestSite.password)])
    #expect(right.location == "/desk")
    let desk2 = try await other.get("/desk")
    #expect(!desk2.html.contains("/desk/people") && !desk2.html.contains("/desk/sample/moderate"))
    #expect(desk2.html.contains("/desk/sample/capture"))
  }

  @Test("nobody signed in gets the form to sign in, and comes back to where they were")
  func comesBack() async throws {
    _ = try await site.member("alex", .administrator)
    let asked = try await browser.get("/desk/audit?person=unknown&page=2")
    #expect(asked.status == 401)
    let next = try #require(asked.hidden("next"))
    #expect(next.replacing("&amp;", with: "&") == "/desk/audit?person=unknown&page=2")
    let answer = try await browser.signIn(
      "alex", more: [("next", next.replacing("&amp;", with: "&"))])
    #expect(answer.location == "/desk/audit?person=unknown&page=2")
    #expect(try await browser.get("/desk/audit?person=unknown&page=2").status == 200)
  }

  @Test(
    "nobody is sent to another site",
    arguments: [
      "https://evil.example/", "//evil.example", "/\\evil.example", "/desk//evil.example",
      "/desk\\@evil", "javascript:alert(1)", "/desk/../../evil", "/desk/\r\nX: y", "/deskevil",
      "desk", "/", "", "/desk/sign-out", "/desk/sign-in?next=/desk", "/desk/é",
    ])
  func openRedirect(next: String) async throws {
    _ = try await site.member("alex", .administrator)
    #expect(try await browser.signIn("alex", more: [("next", next)]).location == "/desk")
    let escaped = next.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    #expect(try await browser.get("/desk/sign-in?next=\(escaped)").location == "/desk")
  }

  @Test("each sign-in gives another cookie, and the one before no longer works")
  func rotation() async throws {
    _ = try await site.member("alex", .administrator)
    try await browser.signIn("alex")
    let old = browser.cookies
    try await browser.signIn("alex")
    #expect(browser.cookies != old)
    let thief = Browser(site)
    thief.cookies = old
    #expect(try await thief.get("/desk").status == 401)
    thief.cookies = ["session": "made-up"]
    #expect(try await thief.get("/desk").status == 401)
  }

  @Test("signing out takes the cookie away")
  func signOut() async throws {
    _ = try await site.member("alex", .administrator)
    try await browser.signIn("alex")
    let cookies = browser.cookies
    let answer = try await browser.post("/desk/sign-out", [("secret", try await browser.secret())])
    #expect(answer.location == "/desk/sign-in" && browser.cookies.isEmpty)
    browser.cookies = cookies
    #expect(try await browser.get("/desk").status == 401)
  }

  @Test("a wrong password keeps the address, not the password, and says nothing of the account")
  func wrongPassword() async throws {
    _ = try await site.member("alex", .administrator)
    let wrong = try await browser.signIn("alex", password: "not the words at all")
    let unknown = try await browser.signIn("nobody", password: "not the words at all")
    #expect(wrong.status == 422 && unknown.status == 422)
    #expect(wrong.html.contains("value=\"alex@example.org\""))
    #expect(!wrong.html.contains("not the words at all"))
    #expect(wrong.html == unknown.html.replacing("nobody@", with: "alex@"))
  }

  @Test("the eleventh wrong attempt is told when to come back, with the address kept")
  func limited() async throws {
    _ = try await site.member("alex", .administrator)
    browser.address = "192.0.2.1"
    for _ in 0..<10 {
      #expect(try await browser.signIn("alex", password: "not the words").status == 422)
    }
    let refused = try await browser.signIn("alex")
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"] == "90")
    #expect(refused.hidden("email") == "alex@example.org")
    #expect(!refused.html.contains(TestSite.password))
    // Whose account it is comes in from elsewhere: strangers cannot keep somebody out.
    browser.address = "192.0.2.99"
    #expect(try await browser.signIn("alex").location == "/desk")
    browser.address = "192.0.2.1"
    site.clock.pass(91)
    #expect(try await browser.signIn("alex").location == "/desk")
  }

  @Test("one address may try ten accounts, and good sign-ins do not count")
  func limitedByAddress() async throws {
    _ = try await site.member("alex", .administrator)
    for _ in 0..<15 { #expect(try await browser.signIn("alex").status == 303) }
    for number in 0..<10 { try await browser.signIn("guess\(number)", password: "not the words") }
    #expect(try await browser.signIn("alex").status == 429)
  }

  @Test("public forms are limited too, and come back with everything in them")
  func publicLimit() async throws {
    for _ in 0..<120 { #expect(try await browser.post("/ask", []).status == 303) }
    let refused = try await browser.post(
      "/ask", [("why", "a \"long\" text"), ("pick", "a"), ("pick", "b"), ("password", "p")])
    #expect(refused.status == 429)
    #expect(refused.html.contains("value=\"a &quot;long&quot; text\""))
    #expect(refused.html.contains("name=\"pick\" value=\"a\""))
    #expect(refused.html.contains("name=\"pick\" value=\"b\""))
    #expect(!refused.html.contains("name=\"password\""))
    let neighbour = Browser(site)
    neighbour.address = "192.0.2.2"
    #expect(try await neighbour.post("/ask", []).status == 303)
    site.clock.pass(60)
    #expect(try await browser.post("/ask", []).status == 303)
  }

  @Test("asking for a new password says the same whether or not there is an account")
  func forgotten() async throws {
    _ = try await site.member("alex", .administrator)
    let page = try await browser.get("/desk/password/forgot")
    #expect(page.html.contains("autocomplete=\"username\""))
    #expect(try await browser.post("/desk/password/forgot", [("email", "x")]).status == 422)
    for name in ["alex", "nobody"] {
      let answer = try await browser.post(
        "/desk/password/forgot", [("email", "\(name)@example.org")])
      #expect(answer.location == "/desk/password/forgot?done=yes")
    }
    var links: [LinkToHandOver] = []
    for _ in 0..<200 where links.isEmpty {
      try await Task.sleep(for: .milliseconds(10))
      links = try await site.services.people.linksToHandOver(origin: "")
    }
    let link = try #require(links.first?.link)
    #expect(try await browser.get(link).status == 200)
    let new = [("password", "another dull phrase"), ("password-again", "another dull phrase")]
    #expect(try await browser.post(link, new).status == 200)
    #expect(try await browser.post(link, new).status == 410)
    #expect(try await browser.signIn("alex", password: "another dull phrase").status == 303)
  }

  @Test("changing a password needs the old one, keeps this device in and others out")
  func changePassword() async throws {
    _ = try await site.member("alex", .administrator)
    let other = Browser(site)
    try await other.signIn("alex")
    try await browser.signIn("alex")
    let secret = try await browser.secret()
    func fields(_ now: String) -> [(String, String)] {
      [
        ("secret", secret), ("password-now", now), ("password", "another dull phrase"),
        ("password-again", "another dull phrase"),
      ]
    }
    #expect(try await browser.post("/desk/password", fields("not the words")).status == 422)
    let done = try await browser.post("/desk/password", fields(TestSite.password))
    #expect(done.location == "/desk/password?done=yes")
    #expect(try await browser.get("/desk").status == 200)
    #expect(try await other.get("/desk").status == 401)
  }
}

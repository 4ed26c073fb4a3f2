// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Mail
import Testing

@testable import People
@testable import Portal

@Suite("Pages about people")
struct PeoplePagesTests {
  let site: TestSite
  let browser: Browser
  let admin: Person
  let secret: String

  init() async throws {
    site = try TestSite()
    browser = Browser(site)
    admin = try await site.member("alex", .administrator)
    try await browser.signIn("alex")
    secret = try await browser.secret()
  }

  func post(_ path: String, _ fields: [(String, String)] = []) async throws -> PortalAnswer {
    try await browser.post(path, [("secret", secret)] + fields)
  }

  @Test("an invitation with faults comes back with everything in place")
  func faults() async throws {
    let answer = try await post("/desk/people", [("name", "Bo"), ("email", "no address")])
    #expect(answer.status == 422)
    #expect(answer.html.contains("value=\"Bo\"") && answer.html.contains("value=\"no address\""))
    #expect(answer.html.contains("href=\"#role\""))
    let taken = try await post(
      "/desk/people", [("name", "Al"), ("email", "ALEX@example.org"), ("role", "analyst")])
    #expect(taken.status == 422 && taken.html.contains("an account with this e-mail address"))
  }

  @Test("role, suspension, reinstatement and erasure, each with its word on the page")
  func actions() async throws {
    let other = try await site.member("bo", .analyst)
    let path = "/desk/people/\(other.id)"
    #expect(try await post(path + "/role", [("role", "contributor")]).status == 303)
    #expect(try site.services.people.person(other.id)?.role == .contributor)
    #expect(try await post(path + "/role", [("role", "king")]).status == 422)
    #expect(try await post(path + "/suspend").status == 303)
    #expect(try await browser.get(path).html.contains("Suspended"))
    #expect(try await post(path + "/suspend").status == 422)
    #expect(try await post(path + "/reinstate").status == 303)
    #expect(try await post(path + "/link").location == "/desk/people?done=link")
    #expect(try await browser.get("/desk/people").html.contains("New password for bo"))
    #expect(try await post(path + "/erase").status == 422)
    #expect(try await post(path + "/erase", [("sure", "yes")]).status == 303)
    #expect(try await browser.get(path).html.contains("Erased account"))
    #expect(try await !browser.get("/desk/audit").html.contains("bo@"))
  }

  @Test("the last administrator stays, and the page says why")
  func lastAdministrator() async throws {
    let path = "/desk/people/\(admin.id)"
    for (action, fields) in [
      ("role", [("role", "analyst")]), ("suspend", []), ("erase", [("sure", "yes")]),
    ] as [(String, [(String, String)])] {
      let answer = try await post("\(path)/\(action)", fields)
      #expect(answer.status == 422 && answer.html.contains("last administrator"))
    }
  }

  @Test("what is not there is not found")
  func notFound() async throws {
    #expect(try await browser.get("/desk/people/nobody").status == 404)
    #expect(try await post("/desk/people/nobody/suspend").status == 404)
  }

  @Test("the audit shows every sign-in newest first, in UK time, by person and by page")
  func audit() async throws {
    for number in 0..<60 {
      browser.address = "192.0.2.\(number)"
      if number % 7 == 0 { site.clock.pass(900) }
      try await Browser(site).signIn("alex", password: "not the words")
    }
    try await browser.signIn("alex")
    let first = try await browser.get("/desk/audit").html
    #expect(first.contains("February 2019 at") && first.contains("Older entries"))
    let second = try await browser.get("/desk/audit?page=2").html
    #expect(second.contains("Joined as administrator") && second.contains("Newer entries"))
    let unknown = try await browser.get("/desk/audit?person=unknown").html
    #expect(!unknown.contains("Joined as administrator"))
    for query in ["page=0", "page=-5", "page=999999", "page=x", "person=%00"] {
      #expect(try await browser.get("/desk/audit?\(query)").status == 200)
    }
  }

  @Test("mails without a server are on the page of the outbox until they are removed")
  func outbox() async throws {
    try await site.services.mail.send(
      MailMessage(to: "r@example.org", subject: "Please <confirm>", text: "Line one\nLine two"))
    let page = try await browser.get("/desk/outbox")
    #expect(page.html.contains("Please &lt;confirm&gt;"))
    #expect(page.html.contains("Line one\nLine two"))
    #expect(try await browser.get("/desk").html.contains("1 mail"))
    let start = try #require(page.html.range(of: "action=\"/desk/outbox/"))
    let id = page.html[start.upperBound...].prefix { $0 != "/" }
    #expect(try await post("/desk/outbox/\(id)/remove").location == "/desk/outbox")
    #expect(try await browser.get("/desk/outbox").html.contains("No mail waits"))
  }

  @Test(
    "times are those of the United Kingdom",
    arguments: [
      (1_550_169_000.0, "14 February 2019 at 6:30pm"), (1_560_000_000, "8 June 2019 at 2:20pm"),
      (1_546_300_800, "1 January 2019 at 12:00am"), (1_546_344_060, "1 January 2019 at 12:01pm"),
    ])
  func times(seconds: Double, text: String) {
    #expect(AccountTimes.text(Date(timeIntervalSince1970: seconds)) == text)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Testing

@testable import Portal

@Suite("The pages of the document library")
struct NewsLibraryTests {
  static func add(
    _ house: NewsHouse, _ desk: String, _ version: String, _ format: String, _ text: String,
    _ day: String
  ) async -> NewsHouse.Seen {
    await house.post(
      desk + "/editions",
      [("version", version), ("format", format), ("text", text), ("published", day)], house.staff)
  }

  @Test("A document is added, its drafts are hidden, and what changed is told")
  func versions() async throws {
    let house = try NewsHouse()
    let made = await house.post(
      "/desk/documents", [("title", "Guide"), ("summary", "How to take part")], house.staff)
    let id = String(made.to.dropFirst("/desk/documents/".count))
    #expect(await Self.add(house, made.to, "1", "full", "One\n\nTwo", "2018-01-02").status == 303)
    #expect(!(await house.get("/documents/\(id)")).html.contains("Full document"))
    let state = { try house.data.ledger.state(LibraryState.self).editions[id] ?? [] }
    _ = await house.post(
      made.to + "/publish", [("edition", try state()[0].edition.id)], house.staff)
    #expect(await house.get("/documents/\(id)").html.contains("2 January 2018"))
    #expect(await Self.add(house, made.to, "1", "full", "Again", "").status == 422)
    _ = await Self.add(house, made.to, "1", "easy-read", "Easy", "2018-01-03")
    _ = await Self.add(house, made.to, "2", "full", "One\n\nThree", "2018-02-02")
    for held in try state().dropFirst() {
      _ = await house.post(made.to + "/publish", [("edition", held.edition.id)], house.staff)
    }
    let page = await house.get("/documents/\(id)")
    #expect(page.html.contains("Not brought up to version 2 yet: Easy read (version 1)."))
    let ids = try state().map(\.edition.id)
    let changes = await house.get("/documents/\(id)/changes?from=\(ids[0])&to=\(ids[2])")
    #expect(changes.html.contains("Two") && changes.html.contains("Three"))
    #expect(changes.html.contains("Taken out") && changes.html.contains("Put in"))
    #expect(await house.get("/documents/\(id)/read/\(ids[1])").html.contains("Easy"))
    #expect(await house.get("/documents/\(id)/read/nothing").status == 404)
    #expect(
      await house.post(made.to + "/withdraw", [("withdrawn", ids[1])], house.staff).status == 422)
    _ = await house.post(
      made.to + "/withdraw", [("withdrawn", ids[1]), ("reason", "Not right.")], house.staff)
    #expect(await house.get("/documents/\(id)/read/\(ids[1])").status == 404)
    #expect(await house.get("/documents/\(id)").html.contains("Withdrawn: Not right."))
  }

  @Test("Documents are found by words, year and format")
  func search() async throws {
    let house = try NewsHouse()
    #expect(await house.get("/documents?search=proposals").html.contains("1 document"))
    #expect(await house.get("/documents?search=nothing+here").html.contains("No document fits"))
    #expect(await house.get("/documents?format=full").html.contains("The proposals"))
    #expect(await house.get("/documents?year=1999").html.contains("No document fits"))
    #expect(await house.get("/documents/unknown").status == 404)
  }

  @Test(
    "Links that are none, and days that are none, are refused",
    arguments: [
      ("address", "javascript:alert(1)"), ("address", "//evil.example"), ("address", "https://a b"),
      ("published", "2018-02-30"), ("published", "yesterday"), ("version", ""),
      ("format", "scroll"),
    ])
  func refused(name: String, value: String) async throws {
    let house = try NewsHouse()
    let right = [
      ("version", "9"), ("format", "summary"), ("address", "https://x.example/s"),
      ("published", "2018-02-28"),
    ]
    let fields = right.filter { $0.0 != name } + [(name, value)]
    let answer = await house.post("/desk/documents/full/editions", fields, house.staff)
    #expect(answer.status == 422)
    #expect(answer.html.contains("value=\"2018-02-28\"") || name == "published")
  }
}

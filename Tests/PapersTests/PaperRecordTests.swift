// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Papers
import Programme
import Testing

@Suite struct `A paper drawn from the record` {
  /// A consultation with two responses in July and three in August.
  private func folder() async throws -> PaperFolder {
    let folder = try PaperFolder()
    try await folder.open("summer-update-2017", on: try day("2017-07-01"), days: 90)
    try await folder.respond("summer-update-2017", count: 2, on: try day("2017-07-20"))
    try await folder.respond("summer-update-2017", count: 3, on: try day("2017-08-20"))
    return folder
  }

  @Test func `counts what had happened by the day and cites the entries`() async throws {
    let folder = try await folder()
    let paper = try PaperSamples.kent.get().paper(
      PaperOrder(.board, day: try day("2017-08-31")), from: folder.data)
    let name = "record.consultation.summer-update-2017.responses"
    let responses = try #require(paper.facts.first { $0.id == name })
    #expect(responses.value.text == "5 responses")
    #expect(responses.evidence.entries.map(\.sequence) == [2, 3, 4, 5, 6])
    #expect(responses.evidence.entries.allSatisfy { $0.digest.count == 64 })
    let before = try #require(paper.facts.first { $0.id == name + "@2017-07-31" })
    #expect(before.value.text == "2 responses")
    #expect(paper.anchor?.sequence == 6)
    try expectSound(paper, "board")
  }

  @Test func `is the same again from the same anchor, whatever has happened since`() async throws {
    let folder = try await folder()
    let maker = try PaperSamples.kent.get()
    let desk = PaperDesk(folder.data, plan: ProgrammePlan(title: "Plan"), clock: folder.clock)
    folder.set(try day("2017-09-01"))
    let issued = try await desk.issue(
      PaperOrder(.board, day: try day("2017-08-31")), by: .program
    ) { try maker.drawn($0, from: folder.data) }
    try await folder.respond("summer-update-2017", count: 4, on: try day("2017-09-02"))
    let again = try maker.drawn(PaperOrder(issued), from: folder.data)
    #expect(PaperDesk.digest(again.html) == issued.digest)
    #expect(try folder.data.ledger.content(issued.file.id) == again.html)
    #expect(!again.html.contains("<strong>Draft.</strong>"))
    #expect(again.html.contains(issued.anchor.digest))
  }

  @Test func `is compared with the last paper of its kind that was issued`() async throws {
    let folder = try await folder()
    let maker = try PaperSamples.kent.get()
    let desk = PaperDesk(folder.data, plan: ProgrammePlan(title: "Plan"), clock: folder.clock)
    folder.set(try day("2017-07-26"))
    let first = try await desk.issue(PaperOrder(.board, day: try day("2017-07-25")), by: .program) {
      try maker.drawn($0, from: folder.data)
    }
    let (june, july) = (try day("2017-06-25"), try day("2017-07-25"))
    #expect(first.since == june)
    let second = try maker.paper(PaperOrder(.board, day: try day("2017-08-31")), from: folder.data)
    #expect(second.since == july)
    #expect(second.followsPaper)
    let other = try maker.paper(
      PaperOrder(.scrutiny, day: try day("2017-08-31")), from: folder.data)
    #expect(!other.followsPaper)
  }

  @Test func `says what is wrong with an order`() throws {
    let maker = try PaperSamples.kent.get()
    let last = try day("2017-09-30")
    #expect(throws: PaperProblem.self) {
      try maker.paper(PaperOrder(.highlight, day: last), from: nil)
    }
    #expect(throws: PaperProblem.self) {
      try maker.paper(PaperOrder(.highlight, day: last, workstream: "nonsense"), from: nil)
    }
    #expect(throws: PaperProblem.sinceIsNotBefore(last)) {
      try maker.paper(PaperOrder(.board, day: last, since: last), from: nil)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

@Suite struct `A file for a register` {
  private static let good = """
    Number,title,asked,due,status
    B-1,Scanner,"1,250,000",1/6/2017,written
    B-2,Beds,500,,sent

    """

  @Test func `is taken as a whole, and again changes nothing`() async throws {
    let bench = try RegisterBench()
    let importer = try bench.importer("bids")
    let look = try importer.look(Array(Self.good.utf8), file: "bids.csv")
    #expect(look.isClean && look.added.map(\.key) == ["B-1", "B-2"] && !look.isDone)
    #expect(try bench.data.ledger.entries().isEmpty)
    let done = try await importer.take(
      Array(Self.good.utf8), file: "bids.csv", by: RegisterBench.office, token: "t")
    #expect(done.isDone && done.added.count == 2)
    let again = try await importer.take(
      Array(Self.good.utf8), file: "bids.csv", by: RegisterBench.office, token: nil)
    #expect(again.isDone && again.isEmpty && again.unchanged == 2)
    #expect(try bench.data.ledger.entries().count == 2)
  }

  @Test func `comes back out as it went in`() async throws {
    let bench = try RegisterBench()
    let importer = try bench.importer("bids")
    _ = try await importer.take(
      Array(Self.good.utf8), file: "bids.csv", by: RegisterBench.office, token: nil)
    let exported = try importer.export()
    #expect(String(decoding: exported, as: UTF8.self).contains("B-1,Scanner,1250000"))
    let look = try importer.look(exported, file: "bids.csv")
    #expect(look.isClean && look.isEmpty && look.unchanged == 2)
  }

  @Test func `says everything that is wrong at once, with row, column, found and expected`()
    async throws
  {
    let bench = try RegisterBench()
    let importer = try bench.importer("bids")
    let bad = """
      number,title,asked,due,status,colour
      B-1,,lots,31/2/2017,lost,red
      B-1,Beds,5,,written,red
      B 3,Chairs,5,,written,red,blue
      """
    let report = try await importer.take(
      Array(bad.utf8), file: "bids.csv", by: RegisterBench.office, token: nil)
    #expect(!report.isDone && report.added.isEmpty)
    #expect(try bench.data.ledger.entries().isEmpty)
    let places = report.problems.map { "\($0.row ?? 0) \($0.column ?? "row")" }
    #expect(
      places == [
        "1 colour", "2 title", "2 asked", "2 due", "2 status", "3 number", "4 row", "4 number",
      ])
    #expect(
      report.problems[3].text
        == "row 2, column due: found “31/2/2017”; expected a day, such as 14/6/2017")
    #expect(report.problems[5].found.contains("as in row 2"))
  }

  @Test func `changes fields and moves the status only where it can go`() async throws {
    let bench = try RegisterBench()
    let importer = try bench.importer("bids")
    _ = try await importer.take(
      Array(Self.good.utf8), file: "one.csv", by: RegisterBench.office, token: nil)
    let next = "number,title,asked,status\nB-1,Scanner,900000,sent\nB-2,Beds,500,written\n"
    let wrong = try importer.look(Array(next.utf8), file: "two.csv")
    #expect(wrong.problems.map(\.column) == ["status"])
    #expect(wrong.problems[0].text.contains("“written” after “sent”; expected granted, refused"))
    let right = try await importer.take(
      Array(next.replacing("B-2,Beds,500,written", with: "B-2,Beds,500,granted").utf8),
      file: "two.csv", by: RegisterBench.office, token: nil)
    #expect(right.changed.count == 2 && right.isDone)
    #expect(right.changed[0].changes[0] == "Asked for: £1,250,000 becomes £900,000")
    let line = try #require(try bench.registerView().standing("bids")?.lines.first)
    #expect(line.status == "sent" && line.due?.iso == "2017-06-01")
  }

  @Test(arguments: ["", "number\n", "PK\u{3}\u{4}x", "number,number,title,status,asked\na,b,c,d,e"])
  func `that is no register is refused in words`(text: String) throws {
    let bench = try RegisterBench()
    let report = try bench.importer("bids").look(Array(text.utf8), file: "x")
    #expect(try bench.registerView().standing("bids")?.lines.isEmpty == true)
    #expect(!report.isClean && report.problems.allSatisfy { !$0.text.isEmpty })
  }
}

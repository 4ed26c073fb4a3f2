// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers
import PlanPackage
import RecordFiles
import Testing

@testable import Pseudonyms

struct BadSubmissionTests {
  @Test func `rows that cannot be used are set aside with their reason and counted`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    var bytes = Array(
      (TestSubmission.header + "a,gp,,,,m,,,,,,,yes\nb,gp,too,few\n,gp,,,,m,,,,,,,yes\n").utf8)
    bytes += Array("c,gp,,Ren".utf8) + [0xE9] + Array(",,m,,,,,,,yes\n".utf8)
    bytes += Array("d,gp,,\"Ren,,m,,,,,,,yes\ne,gp,,René,,m,,,,,,,yes\n".utf8)
    try AtomicFile.write(bytes, to: submission.input + "/sources/gp.csv")
    let quality = try submission.run(testKey())
    let gp = try #require(quality.sources.first { $0.source == "gp" })
    #expect(gp.rows == 6 && gp.written == 2 && gp.quarantined == 4)
    #expect(gp.quarantineReasons.values.reduce(0, +) == 4)
    #expect(gp.quarantineReasons.keys.contains { $0.contains("not UTF-8") })
    #expect(gp.isOfMixedEncodings)
    let data = try Data(contentsOf: URL(fileURLWithPath: submission.quarantine))
    let rows = CSVRecords(bytes: Array(data), file: "q").records.map(\.cells)
    #expect(rows.dropFirst().map { $0[1] } == ["3", "4", "5", "6"])
    #expect(rows.contains { $0[2] == "no id" })
  }

  @Test func `a file in Windows-1252 is read when that is said`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let key = try testKey()
    let row = Array(",gp,,Ren".utf8)
    let end = Array(",,m,,,,,,,yes\n".utf8)
    try AtomicFile.write(
      Array(TestSubmission.header.utf8) + [0x61] + row + [0xE9] + end + [0x62] + row + [0x81]
        + end + [0x63] + row + [0x65] + end, to: submission.input + "/sources/gp.csv")
    let quality = try submission.run(key) { $0.encoding = .windows1252 }
    let rows = try submission.rows("sources/gp.csv")
    #expect(rows.count == 2 && quality.sources.last?.quarantined == 1)
    #expect(rows[0]["given-name-token"] == rows[1]["given-name-token"])
    #expect(rows[0]["given-name-token"] == TokenMaker(key, field: .givenName).token(of: "rene"))
  }

  @Test func `a file that is no table is refused, and nothing is left behind`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    for bytes in [
      [0xFF, 0xFE, 0x69, 0x00], [0x50, 0x4B, 0x03, 0x04], Array("name,sex\nx,m\n".utf8), [],
    ] as [[UInt8]] {
      try AtomicFile.write(bytes, to: submission.input + "/sources/gp.csv")
      #expect(throws: PlanError.self) { try submission.run(testKey()) }
      let left = try FileManager.default.contentsOfDirectory(atPath: submission.folder)
      #expect(left == ["in"])
    }
  }

  @Test func `a run that is stopped leaves nothing behind`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let rules = try PseudonymisationRules(
      key: testKey(), day: #require(StandardDate("2026-04-01")))
    #expect(throws: CancellationError.self) {
      try Pseudonymisation(Submission(folder: submission.input), rules: rules, isOver: { true })
        .write(to: submission.output, quarantine: submission.quarantine)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: submission.folder)
    #expect(left == ["in"])
  }

  @Test func `what is no amount of money is taken out of a contact`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.write(
      "events/acute.csv",
      EventWorker.columns.joined(separator: ",") + "\n" + """
        e-1,acute-1,2026-03-17,a-and-e,RVV,91Q,,nan,yes
        e-2,acute-1,2026-02-30,a-and-e,RVV,91Q,,9990000018,yes
        e-3,acute-1,17/03/2026,a-and-e,RVV,91Q,,-3.50,yes

        """)
    try submission.run(testKey())
    let rows = try submission.rows("events/acute.csv")
    #expect(rows.map { $0["cost"] } == ["", "", "-3.50"])
    #expect(rows.map { $0["date"] } == ["2026-03", "", "2026-03"])
  }

  @Test func `a folder that something else made is not replaced`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try AtomicFile.write("mine", to: submission.output + "/notes.txt")
    #expect(throws: FileError.self) { try submission.run(testKey()) }
    #expect(FileManager.default.fileExists(atPath: submission.output + "/notes.txt"))
  }

  @Test func `somebody who objected is in no table`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let key = try testKey()
    let list = try OptOutList(
      bytes: Array("nhs-number,kind\n999 000 0018,national\n".utf8), file: "o")
    let quality = try submission.run(key) { $0.optOuts = list }
    #expect(quality.optedOut == 2)
    let tokens = ["gp-1", "acute-1"].map { TokenMaker(key, field: .id).token(of: $0) }
    let number = TokenMaker(key, field: .nhsNumber).token(of: "9990000018")
    for (name, text) in try submission.everything() {
      for token in tokens + [number] { #expect(!text.contains(token), "\(name)") }
    }
    #expect(quality.events.first?.optedOut == 1)
    #expect(try submission.rows("truth.csv").count == 3)
  }

  @Test func `an objection by token is as good`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let key = try testKey()
    let number = TokenMaker(key, field: .nhsNumber).token(of: "9990000018")
    let id = TokenMaker(key, field: .id).token(of: "gp-3")
    let quality = try submission.run(key) { $0.optedOutTokens = [number, id] }
    #expect(quality.optedOut == 3 && quality.records == 2)
  }

  @Test func `a type 1 objection keeps the records of the practice back`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let list = try OptOutList(
      bytes: Array("nhs-number,kind\n9990000018,type-1\n".utf8), file: "o")
    let quality = try submission.run(testKey()) { $0.optOuts = list }
    #expect(quality.sources.map(\.optedOut) == [0, 1])
  }

  @Test func `a list of objections with a slip in it is refused without the number`() {
    do {
      _ = try OptOutList(bytes: Array("9990000018\n9990000017\n".utf8), file: "o")
      Issue.record("a wrong number was accepted")
    } catch {
      #expect(error.violations.first?.row == 2)
      #expect(!error.violations.description.contains("9990000017"))
    }
  }

  @Test func `an NHS number in a cell that stays open is taken out`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.write(
      "sources/gp.csv",
      TestSubmission.header
        + "a,gp,,,,m,,,,9990000018,Mrs Quixworthy of CT1; phone,,yes\n")
    let quality = try submission.run(testKey())
    let row = try submission.rows("sources/gp.csv")[0]
    #expect(row["practice"] == "" && row["ethnicity"] == "")
    #expect(quality.sources.last?.fields["practice"]?.invalid == 1)
  }

  @Test func `records and numbers that come twice are counted`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.write(
      "sources/gp.csv",
      TestSubmission.header + "a,gp,9990000018,,,m,,,,,,,yes\na,gp,9990000018,,,m,,,,,,,yes\n")
    let quality = try submission.run(testKey())
    #expect(quality.sources.last?.repeatedIDs == 1)
    #expect(quality.sources.last?.repeatedNHSNumbers == 1)
  }
}

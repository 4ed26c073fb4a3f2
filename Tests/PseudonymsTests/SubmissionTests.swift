// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers
import PlanPackage
import Testing

@testable import Pseudonyms

/// A small submission in a folder of its own.
struct TestSubmission {
  let folder = NSTemporaryDirectory() + "weald-submission-" + UUID().uuidString
  var input: String { folder + "/in" }
  var output: String { folder + "/out" }
  var quarantine: String { folder + "/out.quarantine.csv" }
  static let header =
    "id,source,nhs-number,given-name,surname,sex,date-of-birth,postcode,property,practice,"
    + "ethnicity,deprivation,synthetic\n"

  init() throws {
    try write(
      "sources/gp.csv",
      Self.header + """
        gp-1,gp,9990000018,Zebedee,Quixworthy,m,1980-02-03,CT1 2AB,10012345,G82001,white,3,yes
        gp-2,gp,999 000 0026,Araminta,O'Quaver,f,03/02/1951,ct12ab,10012345,G82001,white,3,yes
        gp-3,gp,,Baby,Quixworthy,1,2026-03-01,,,G82001,,,yes

        """)
    try write(
      "sources/acute.csv",
      Self.header + """
        acute-1,acute,9990000018,Zebedee,Quixworthy,m,1980-02-03,CT1 2AB,,,white,3,yes
        acute-2,acute,9990000019,Araminta,O'Quaver,f,1951-02-30,CTX,,,white,11,yes

        """)
    try write(
      "events/acute.csv",
      "event,record,date,kind,provider,commissioner,condition,cost,synthetic\n" + """
        e-1,acute-1,2026-03-17,a-and-e,RVV,91Q,,153.20,yes
        e-2,acute-2,2026-03-18,outpatient,RVV,91Q,diabetes,,yes

        """)
    try write("truth.csv", "id,person\ngp-1,p1\ngp-2,p2\ngp-3,p3\nacute-1,p1\nacute-2,p2\n")
    try write("reference/areas.csv", "outcode,place,deprivation\nCT1,Canterbury,5\n")
  }

  func write(_ name: String, _ text: String) throws {
    try AtomicFile.write(text, to: input + "/" + name)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  func run(_ key: PseudonymKey, _ change: (inout PseudonymisationRules) -> Void = { _ in }) throws
    -> SubmissionQuality
  {
    let day = try #require(StandardDate("2026-04-01"))
    var rules = PseudonymisationRules(key: key, day: day)
    change(&rules)
    return try Pseudonymisation(Submission(folder: input), rules: rules, threads: 2)
      .write(to: output, quarantine: quarantine)
  }

  /// The rows of a table that was written, by column name.
  func rows(_ name: String) throws -> [[String: String]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: output + "/" + name))
    let records = CSVRecords(bytes: Array(data), file: name).records.map(\.cells)
    return records.dropFirst().map {
      Dictionary(zip(records[0], $0), uniquingKeysWith: { $1 })
    }
  }

  /// All that was written, and where.
  func everything() throws -> [(name: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
    return try names.filter { !$0.hasSuffix("/") }.compactMap { name in
      var isFolder: ObjCBool = false
      let path = output + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return (name, try String(contentsOfFile: path, encoding: .utf8))
    }
  }
}

struct SubmissionTests {
  @Test func `records of one person have the same tokens in all sources`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.run(testKey())
    let gp = try submission.rows("sources/gp.csv")
    let acute = try submission.rows("sources/acute.csv")
    for column in [
      "nhs-number-token", "given-name-token", "given-name-sound-token", "surname-token",
      "date-of-birth-token", "year-of-birth", "month-token", "day-token", "year-month-token",
      "day-month-swapped-token", "postcode-token", "postcode-sector-token", "outcode-token",
      "age-band", "place",
    ] {
      #expect(gp[0][column] == acute[0][column], "\(column)")
      #expect(gp[0][column]?.isEmpty == false, "\(column)")
    }
    #expect(gp[0]["property-token"] == gp[1]["property-token"])
    #expect(gp[0]["postcode-token"] == gp[1]["postcode-token"])
    #expect(gp[0]["age-band"] == "40-64" && gp[0]["place"] == "Canterbury")
    #expect(gp[1]["age-band"] == "75-84" && gp[2]["sex"] == "m")
  }

  @Test func `a date changed over has the token of the date it stands for`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.write(
      "sources/gp.csv",
      TestSubmission.header + "a,gp,,,,m,1980-02-03,,,,,,yes\nb,gp,,,,m,1980-03-02,,,,,,yes\n")
    try submission.run(testKey())
    let rows = try submission.rows("sources/gp.csv")
    #expect(rows[0]["day-month-swapped-token"] == rows[1]["date-of-birth-token"])
    #expect(rows[1]["day-month-swapped-token"] == rows[0]["date-of-birth-token"])
  }

  @Test func `what is missing or wrong is an empty cell and is counted`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let quality = try submission.run(testKey())
    let acute = try submission.rows("sources/acute.csv")
    for column in [
      "nhs-number-token", "date-of-birth-token", "year-of-birth", "postcode-token", "deprivation",
      "age-band", "given-name-encoding",
    ] { #expect(acute[1][column] == "", "\(column)") }
    let fields = quality.sources[0].fields
    #expect(quality.sources[0].source == "acute")
    #expect(fields["nhs-number"]?.reasons == ["wrong check digit": 1])
    #expect(fields["nhs-number"]?.valid == 1 && fields["nhs-number"]?.invalid == 1)
    #expect(quality.sources[1].fields["given-name"]?.missing == 1)
    #expect(quality.sources[1].fields["nhs-number"]?.total == 3)
  }

  @Test func `contacts keep their record and their month`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.run(testKey())
    let events = try submission.rows("events/acute.csv")
    let records = try submission.rows("sources/acute.csv")
    #expect(events.map { $0["record"] } == records.map { $0["id"] })
    #expect(events[0]["date"] == "2026-03" && events[0]["cost"] == "153.20")
    let truth = try submission.rows("truth.csv")
    #expect(truth[0]["person"] == truth[3]["person"] && truth[3]["id"] == records[0]["id"])
  }

  @Test func `no name, number, date, postcode or id stands in any byte that is written`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let key = try testKey()
    try submission.run(key) { $0.encoder = NameEncoder(key) }
    let secrets = [
      "zebedee", "quixworthy", "araminta", "quaver", "9990000018", "9990000026", "9990000019",
      "990000018", "1980-02-03", "03/02/1951", "1951-02", "ct1 2ab", "ct12ab", "10012345", "gp-1",
      "acute-1", "e-1,", "2026-03-17", "p1\n",
    ]
    for (name, text) in try submission.everything() {
      let small = text.lowercased()
      for secret in secrets { #expect(!small.contains(secret), "\(secret) in \(name)") }
    }
  }

  @Test func `only the owner can read what is written`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    try submission.write("sources/gp.csv", TestSubmission.header + "broken\n")
    try submission.run(testKey())
    for path in [
      submission.output + "/sources/gp.csv", submission.output + "/truth.csv",
      submission.quarantine,
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(path)")
    }
  }

  @Test func `another key makes all tokens new, the same key none`() throws {
    let submission = try TestSubmission()
    defer { submission.remove() }
    let key = try testKey()
    try submission.run(key)
    let first = try submission.everything().map(\.text)
    try submission.run(key)
    #expect(try submission.everything().map(\.text) == first)
    let before = try submission.rows("sources/gp.csv")
    try submission.run(testKey("research"))
    let after = try submission.rows("sources/gp.csv")
    for column in before[0].keys where column.hasSuffix("token") {
      #expect(before[0][column] != after[0][column], "\(column)")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import Testing

@Suite struct `Exports of responses` {
  private static let secret = "zebrafish"

  private func material(_ fixture: ResultsFixture) async throws -> ExportMaterial {
    try await fixture.publish(ResultsFixture.form())
    try await fixture.respond([
      "place": .choice("here", other: nil), "agree": .scale(["change": "agree"]),
      "why": .text("=HYPERLINK(\"x\") and \(Self.secret)"), "area": .choice("up", other: nil),
    ])
    try await fixture.respond(["place": .choice("there", other: nil)], channel: .paper)
    let shelf = ResultsShelf(fixture.data.ledger)
    let results = try await shelf.results(of: fixture.definition)
    let versions = try fixture.data.ledger.state(FormState.self).versions["clinic"] ?? []
    return ExportMaterial(
      results, answers: try await shelf.answers(of: results.records), versions: versions,
      equality: [EqualityCount(question: "Sex", answer: "Female", count: "*")],
      codes: [
        ExportCode(
          id: "travel", title: "Travel & roads", description: "Time <to get there>", parent: nil),
        ExportCode(id: "bus", title: "Buses", description: "By bus", parent: "travel"),
      ]
    ) { _, _, text in text }
  }

  private let origin = ExportOrigin(
    consultation: "clinic", title: "A clinic", madeOn: Date(timeIntervalSince1970: 0),
    role: "analyst", sequence: 7, digest: String(repeating: "0", count: 64), isSynthetic: true)

  @Test func `no file of any format has answers about equality beside a response or its words`()
    async throws
  {
    let fixture = try ResultsFixture()
    let material = try await material(fixture)
    let ids = material.rows.map(\.publicID)
    let files =
      ResponsePackage.files(ResponseTables(material), origin)
      + ConsultLayout.files(material) + [CodebookFile.file(material.codes)]
    var withEquality = 0
    for file in files where file.path.hasSuffix(".json") == false {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isEquality = text.contains("Female")
      withEquality += isEquality ? 1 : 0
      let hasPeople = text.contains(Self.secret) || ids.contains(where: text.contains)
      #expect(!(isEquality && hasPeople), "\(file.path)")
    }
    #expect(withEquality == 1)
  }

  @Test func `cells that a spreadsheet would calculate are guarded`() async throws {
    let fixture = try ResultsFixture()
    let files = ResponsePackage.files(ResponseTables(try await material(fixture)), origin)
    let comments = try #require(files.first { $0.path == "comments.csv" })
    let text = String(decoding: comments.bytes, as: UTF8.self)

    #expect(text.contains("\"'=HYPERLINK(\"\"x\"\") and zebrafish\""))
    #expect(!text.contains(",=") && text.hasSuffix("\r\n"))
  }

  @Test func `the manifest names every file with its size and digest`() async throws {
    let fixture = try ResultsFixture()
    let files = ConsultLayout.files(try await material(fixture))
    let all = ExportManifest.adding(to: files, origin)
    let manifest = try #require(all.last)
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(manifest.bytes)) as? [String: Any])
    let listed = try #require(read["files"] as? [[String: Any]])

    #expect(manifest.path == "manifest.json" && listed.count == files.count)
    for (file, line) in zip(files, listed) {
      #expect(line["path"] as? String == file.path && line["bytes"] as? Int == file.bytes.count)
      #expect(line["sha256"] as? String == file.sha256)
    }
  }

  @Test func `the layout of the Consult tool joins answers to respondents by one number`()
    async throws
  {
    let fixture = try ResultsFixture()
    let files = ConsultLayout.files(try await material(fixture))
    func text(_ path: String) -> String? {
      files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    #expect(
      text("inputs/respondents.jsonl")
        == """
        {"demographic_data":{"area":["up"],"channel":["online"]},"themefinder_id":1}
        {"demographic_data":{"channel":["paper"]},"themefinder_id":2}

        """)
    #expect(
      text("inputs/question_part_2/responses.jsonl")
        == "{\"text\":\"=HYPERLINK(\\\"x\\\") and zebrafish\",\"themefinder_id\":1}\n")
    #expect(
      text("inputs/question_part_3/multi_choice.jsonl")
        == """
        {"options":["Here"],"themefinder_id":1}
        {"options":["There"],"themefinder_id":2}

        """)
  }

  @Test func `the codebook nests codes and escapes its words`() async throws {
    let fixture = try ResultsFixture()
    let file = CodebookFile.file(try await material(fixture).codes)
    let text = String(decoding: file.bytes, as: UTF8.self)

    #expect(text.contains("xmlns=\"urn:QDA-XML:codebook:1.0\""))
    #expect(
      text.contains("name=\"Travel &amp; roads\"") && text.contains("Time &lt;to get there&gt;"))
    let outer = try #require(text.range(of: "Travel &amp; roads"))
    let inner = try #require(text.range(of: "name=\"Buses\""))
    let end = try #require(text.range(of: "</Code>\n</Code>"))
    #expect(outer.lowerBound < inner.lowerBound && inner.lowerBound < end.lowerBound)
    #expect(CodebookFile.file(try await material(try ResultsFixture()).codes) == file)
  }

  @Test func `the archive opens with another program and holds the same bytes`() async throws {
    let fixture = try ResultsFixture()
    let files = ResponsePackage.files(ResponseTables(try await material(fixture)), origin)
    let path = fixture.folder + "/export.zip"
    try Data(ZipFile.bytes(files)).write(to: URL(filePath: path))
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c",
      "import sys,zipfile,hashlib\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
        + "for n in z.namelist(): print(n, hashlib.sha256(z.read(n)).hexdigest())", path,
    ]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let listing = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()

    #expect(python.terminationStatus == 0)
    #expect(
      listing.split(separator: "\n").map(String.init) == files.map { "\($0.path) \($0.sha256)" })
  }
}

// SPDX-License-Identifier: Apache-2.0

import Disclosure
import Foundation
import PlanPackage
import Releases
import Testing

private let counts = [[3, 240, 352], [260, 171, 80], [133, 344, 255]]

private func release(
  _ unsafe: String, _ policy: DisclosurePolicy = .strict, previous: [String] = []
) throws -> String {
  var request = ReleaseRequest(unsafe: unsafe, policy: policy, date: "2017-04-30")
  request.previous = previous
  let out = UnsafeTable.scratch() + "/release"
  try request.release().write(to: out)
  return out
}

private func text(_ path: String) throws -> String {
  try String(contentsOfFile: path, encoding: .utf8)
}

@Suite struct `A release` {
  @Test(arguments: DisclosurePolicy.all)
  func `has every file that its package describes, and passes its check`(
    _ policy: DisclosurePolicy
  ) throws {
    let out = try release(UnsafeTable.folder(counts), policy)
    #expect(ReleaseFolder.isRelease(out))
    #expect(ReleaseFolder.violations(out) == [])
    #expect(try ReleaseFolder(out).figures.count == 32)
    #expect(try text(out + "/README.md").contains("Synthetic: no figure is of real people"))
  }

  @Test func `never shows a 3, nor money of three people`() throws {
    let out = try release(UnsafeTable.folder(counts))
    let rows = try text(out + "/tables/segments.csv").split(separator: "\n")
    for measure in ["people", "pounds"] {
      #expect(rows.contains("2016-04/2017-03,p0,all,g0,\(measure),,hidden"))
    }
    #expect(rows.count { $0.contains(",people,") && $0.hasSuffix(",shown") } == 12)
    #expect(!(try text(out + "/checks.json").contains("2700")))
  }

  @Test func `is the same, byte for byte, when it is made again`() throws {
    let unsafe = try UnsafeTable.folder(counts)
    let (first, second) = (try release(unsafe), try release(unsafe))
    #expect(try ReleaseFolder(first).digest == ReleaseFolder(second).digest)
  }

  @Test func `carries how well records were linked`() throws {
    let report =
      """
      {"synthetic": false, "linkage": {"precision": 0.99, "recall": 0.96, "groups": [
      {"by": "source", "group": "acute", "falseMatchRate": 0.001, "missedMatchRate": 0.083}]}}
      """
    let out = try release(UnsafeTable.folder(counts, report: report))
    let readme = try text(out + "/README.md")
    #expect(readme.contains("4.0% of true links are expected to be missed"))
    #expect(readme.contains("| source | acute | 0.1% | 8.3% |"))
    #expect(!readme.contains("Synthetic"))
  }

  @Test func `is checked against what was released before`() throws {
    let first = try release(UnsafeTable.folder(counts))
    let second = try release(UnsafeTable.folder(counts), previous: [first])
    #expect(ReleaseFolder.violations(second) == [])
    let digest = try ReleaseFolder(first).digest
    #expect(try text(second + "/checks.json").contains(digest))
  }

  @Test func `gives the row by which a plan cites it`() throws {
    let folder = try ReleaseFolder(release(UnsafeTable.folder(counts)))
    let rows = CSVRecords(bytes: Array(folder.citation.utf8), file: "sources.csv").records
    #expect(
      rows[0].cells == [
        "id", "title", "publisher", "published", "kind", "licence", "address", "note",
      ])
    #expect(rows[1].cells[3...4] == ["2017-04-30", "dataset"])
    #expect(rows[1].cells[7].contains(folder.digest))
  }

  @Test func `is not made of tables that do not add up, or of rows`() throws {
    let extra = "segments,2016-04/2017-03,p9,all,g0,people,50,50,1,1\n"
    #expect(throws: PlanError.self) { try release(UnsafeTable.folder(counts, extra: extra)) }
    let unreconciled = try UnsafeTable.folder(counts, report: #"{"reconciles": false}"#)
    #expect(throws: PlanError.self) { try release(unreconciled) }
    let rows = try UnsafeTable.folder(counts)
    try Data("id,surname\n1,smith\n".utf8).write(to: URL(fileURLWithPath: rows + "/cells.csv"))
    #expect(throws: PlanError.self) { try release(rows) }
    let tiny = try UnsafeTable.folder([[1, 2], [1, 3]])
    #expect(throws: PlanError.self) { try release(tiny) }
  }
}

@Suite struct `The check of a release` {
  private func changed(_ file: String, _ change: (String) -> String) throws -> [Violation] {
    let out = try release(UnsafeTable.folder(counts))
    let path = out + "/" + file
    let old = (try? text(path)) ?? ""
    try Data(change(old).utf8).write(to: URL(fileURLWithPath: path))
    return ReleaseFolder.violations(out)
  }

  @Test func `sees every change`() throws {
    #expect(try changed("README.md") { $0 + "x" }.contains { $0.file == "README.md" })
    #expect(try changed("policy.json") { $0.replacing("8", with: "2") }.count >= 1)
    #expect(try changed("rows.csv") { _ in "id,surname\n" }.contains { $0.file == "rows.csv" })
    #expect(
      try changed("tables/segments.csv") { $0.replacing("170", with: "172") }
        .contains { $0.found.contains("other bytes") })
  }

  @Test func `refuses a figure that the policy cannot have rounded, though its digest is right`()
    throws
  {
    let out = try release(UnsafeTable.folder(counts))
    let table = out + "/tables/segments.csv"
    let old = try text(table)
    let new = old.replacing("p0,all,g0,people,,hidden", with: "p0,all,g0,people,3,shown")
    try Data(new.utf8).write(to: URL(fileURLWithPath: table))
    let package = out + "/datapackage.json"
    let description = try text(package)
      .replacing(sha256(Array(old.utf8)), with: sha256(Array(new.utf8)))
      .replacing("\"bytes\" : \(old.utf8.count)", with: "\"bytes\" : \(new.utf8.count)")
    try Data(description.utf8).write(to: URL(fileURLWithPath: package))
    let problems = ReleaseFolder.violations(out)
    #expect(problems.contains { $0.found.contains("“3”") })
  }
}

@Suite struct `What can leave` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `is tables only: releases know nothing of records of people`() throws {
    let personal = [
      "Identifiers", "Linkage", "LinkageFiles", "LinkedActivity", "ActivityFiles", "Pseudonyms",
      "DistributedLinkage", "SyntheticRegion",
    ]
    for target in ["Releases", "Disclosure"] {
      let folder = Self.root.appending(path: "Sources/" + target)
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      var count = 0
      for case let file as URL in files ?? FileManager.DirectoryEnumerator()
      where file.pathExtension == "swift" {
        count += 1
        let lines = try text(file.path).split(separator: "\n")
        for name in personal { #expect(!lines.contains { $0.hasSuffix("import " + name) }) }
      }
      #expect(count > 3)
    }
  }

  @Test func `has columns of tables and none for a person`() throws {
    let out = try release(UnsafeTable.folder(counts))
    let header = try text(out + "/tables/segments.csv").split(separator: "\n").first
    #expect(header == "period,place,age_band,group,measure,value,status")
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald report` {
  private func report(_ arguments: String...) throws -> Outcome {
    try run(["report", kent] + arguments)
  }

  @Test func `writes a paper as a page, a workbook and JSON`() throws {
    let folder = try scratch()
    let outcome = try report("--kind", "board", "--as-of", "2017-09-30", "--out", folder)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains("No data folder: nothing recorded."))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for ending in ["html", "xlsx", "json"] { #expect(names.contains("board-2017-09-30.\(ending)")) }
    let html = try String(contentsOfFile: folder + "/board-2017-09-30.html", encoding: .utf8)
    #expect(html.contains("id=\"figures\""))
  }

  @Test func `writes one highlight report for each workstream when asked for all`() throws {
    let folder = try scratch()
    let outcome = try report(
      "--kind", "highlight", "--as-of", "2017-09-30", "--out", folder, "--workstream", "all")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.filter { $0.hasSuffix(".html") }.count == 10)
    #expect(names.contains("highlight-digital-2017-09-30.html"))
  }

  @Test(arguments: [
    ["--kind", "nonsense", "--as-of", "2017-09-30", "--out", "x"],
    ["--kind", "board", "--as-of", "yesterday", "--out", "x"],
    ["--kind", "board", "--as-of", "2017-09-30", "--out", ""],
    ["--kind", "highlight", "--as-of", "2017-09-30", "--out", "x"],
    ["--kind", "board", "--as-of", "2017-09-30", "--out", "x", "--workstream", "digital"],
    ["--kind", "board", "--as-of", "2017-09-30", "--out", "x", "--since", "soon"],
    ["--kind", "board", "--out", "x"],
  ])
  func `refuses options that mean nothing`(arguments: [String]) throws {
    #expect(try run(["report", kent] + arguments).status == 64)
  }

  @Test func `refuses a file in place of a folder, an unknown workstream and a folder of nothing`()
    throws
  {
    let folder = try scratch()
    let file = folder + "/file"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
    let base = ["report", kent, "--as-of", "2017-09-30"]
    #expect(try run(base + ["--kind", "board", "--out", file]).status == 1)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    let unknown = try run(
      base + ["--kind", "highlight", "--workstream", "nonsense", "--out", folder + "/a"])
    #expect(unknown.status == 1)
    #expect(unknown.talk.contains("digital"))
    let empty = try run(base + ["--kind", "board", "--out", folder + "/b", "--data", folder])
    #expect(empty.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder + "/b"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/ledger.sqlite"))
  }

  @Test func `writes JSON to standard output when asked`() throws {
    let outcome = try report(
      "--kind", "stocktake", "--as-of", "2017-09-30", "--out", try scratch(), "--json")
    let json = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    #expect(json?["kind"] as? String == "stocktake")
  }
}

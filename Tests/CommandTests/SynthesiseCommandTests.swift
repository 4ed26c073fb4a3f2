// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald synthesise` {
  private static let files = [
    "spells.csv", "outpatients.csv", "emergency.csv", "other-care.csv",
    "demand/services.csv", "demand/activity.csv", "demand/seasons.csv", "datapackage.json",
    "README.md",
  ]

  @Test func `makes the same bytes twice`() throws {
    let (first, second) = (try scratch() + "/a", try scratch() + "/b")

    #expect(try weald("synthesise", "--out", first, "--scale", "0.01").status == 0)
    #expect(try weald("synthesise", "--out", second, "--scale", "0.01").status == 0)

    for file in Self.files {
      #expect(try bytes(first, file) == bytes(second, file), "\(file) differs")
    }
  }

  @Test func `the totals alone are those of the rows`() throws {
    let (rows, totals) = (try scratch() + "/a", try scratch() + "/b")

    _ = try weald("synthesise", "--out", rows, "--scale", "0.01", "--seed", "7")
    let outcome = try weald(
      "synthesise", "--out", totals, "--scale", "0.01", "--seed", "7", "--aggregate", "--json")

    #expect(try bytes(rows, "demand/activity.csv") == bytes(totals, "demand/activity.csv"))
    #expect(!FileManager.default.fileExists(atPath: totals + "/spells.csv"))
    let summary = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    #expect(summary?["synthetic"] as? Bool == true)
  }

  @Test func `says in every file that it is made up`() throws {
    let folder = try scratch() + "/a"
    _ = try weald("synthesise", "--out", folder, "--scale", "0.001")

    for file in Self.files where !file.hasSuffix("seasons.csv") && !file.hasSuffix("activity.csv") {
      let text = try String(decoding: bytes(folder, file), as: UTF8.self)
      #expect(text.contains("synthetic"), "\(file) does not say so")
    }
  }

  @Test func `replaces its own folder and nobody else's`() throws {
    let (own, other) = (try scratch() + "/a", try scratch())
    try Data("mine".utf8).write(to: URL(fileURLWithPath: other + "/notes.txt"))

    #expect(try weald("synthesise", "--out", own, "--scale", "0.001").status == 0)
    #expect(try weald("synthesise", "--out", own, "--scale", "0.001").status == 0)
    let refused = try weald("synthesise", "--out", other, "--scale", "0.001")

    #expect(refused.status == 1)
    #expect(refused.talk.contains("something else is there"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["notes.txt"])
  }

  @Test(arguments: ["0", "-1", "nan", "1000"])
  func `refuses a scale that it cannot make`(scale: String) throws {
    let outcome = try weald("synthesise", "--out", try scratch() + "/a", "--scale=\(scale)")

    #expect(outcome.status != 0)
    #expect(outcome.talk.contains("above 0"))
  }

  private func bytes(_ folder: String, _ file: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
  }
}

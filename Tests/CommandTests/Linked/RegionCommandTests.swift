// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald synthesise --people` {
  private static let sources = [
    "gp", "acute", "community", "mental-health", "ambulance", "out-of-hours", "public-health",
    "social-care",
  ]

  @Test func `makes the same bytes with any number of threads`() throws {
    let (one, three) = (try scratch() + "/a", try scratch() + "/b")
    let size = ["--people", "9000", "--seed", "3"]

    #expect(try run(["synthesise", "--out", one, "--threads", "1"] + size).status == 0)
    #expect(try run(["synthesise", "--out", three, "--threads", "3"] + size).status == 0)

    let names = try files(one)
    #expect(try files(three) == names)
    for name in names {
      let same = FileManager.default.contentsEqual(
        atPath: one + "/" + name, andPath: three + "/" + name)
      #expect(same, "\(name) differs")
    }
    for source in Self.sources {
      #expect(names.contains("sources/\(source).csv") && names.contains("events/\(source).csv"))
    }
  }

  @Test func `says that everybody is made up, and counts what it made`() throws {
    let folder = try scratch() + "/a"
    let outcome = try weald(
      "synthesise", "--people", "500", "--seed", "1", "--out", folder, "--json")
    let summary = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]

    #expect(summary?["synthetic"] as? Bool == true)
    #expect(summary?["people"] as? Int == 500)
    let truth = try text(folder, "truth.csv").split(separator: "\n")
    #expect(summary?["records"] as? Int == truth.count - 1)
    let readme = try text(folder, "README.md")
    #expect(readme.hasPrefix("# Synthetic"))
    #expect(readme.contains("--people 500 --seed 1"))
    for source in Self.sources {
      let rows = try text(folder, "sources/\(source).csv").split(separator: "\n").dropFirst()
      #expect(rows.allSatisfy { $0.hasSuffix(",yes") })
    }
    #expect(try text(folder, "register/agreements.csv").contains("2.1"))
  }

  @Test func `refuses what it cannot make, and what belongs to a system of providers`() throws {
    let folder = try scratch() + "/a"

    #expect(try weald("synthesise", "--out", folder, "--people", "0").status == 64)
    #expect(try weald("synthesise", "--out", folder, "--people", "9", "--scale", "2").status == 64)
    #expect(
      try weald("synthesise", "--out", folder, "--people", "9", "--threads", "0").status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `leaves a folder of somebody's own alone`() throws {
    let folder = try scratch()
    try "mine".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
    let outcome = try weald("synthesise", "--out", folder, "--people", "10")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("something else is there"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  private func text(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}

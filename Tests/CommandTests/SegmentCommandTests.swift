// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

private let tiny =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
  + "/Fixtures/tiny"

@Suite struct `weald segment` {
  private func folder(_ files: [String: String]) throws -> String {
    let path = try scratch()
    for (name, text) in files {
      try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }
    return path
  }

  private let rules = "id,ages,conditions,at_least\nill,,a,1\nwell,,,\n"

  @Test func `puts the people of a plan into segments, and says that they add up`() throws {
    let outcome = try weald("segment", tiny, "--csv")
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.first == "place,segment,people,low,high,fewest,most,activity,pounds")
    let people = lines.dropFirst().compactMap { Int($0.split(separator: ",")[2]) }
    #expect(people.reduce(0, +) == 61_000)
    #expect(outcome.talk.contains("add up to the list in every place"))
    #expect(outcome.talk.contains("Synthetic"))
    #expect(try weald("segment", tiny, "--place", "nowhere").status == 1)
  }

  @Test func `applies an analyst's rules to an analyst's people`() throws {
    let path = try folder([
      "rules.csv": rules, "people.csv": "place,age,conditions,people\nX,old,a,3\nX,old,,4\n",
    ])
    let outcome = try weald(
      "segment", "--rules", path + "/rules.csv", "--people", path + "/people.csv", "--json")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("\"counted\""))
    let gap = try folder([
      "rules.csv": "id,ages,conditions,at_least\nill,,a,1\n",
      "people.csv": "place,age,conditions,people\nX,old,a,3\n",
    ])
    let refused = try weald(
      "segment", "--rules", gap + "/rules.csv", "--people", gap + "/people.csv")
    #expect(refused.status == 1)
    #expect(refused.talk.contains("no rule takes people of age “old” with no condition"))
  }

  @Test func `wants a plan or files`() throws {
    #expect(try weald("segment").status == 64)
    #expect(try weald("segment", tiny, "--rules", "x").status == 64)
    #expect(try weald("segment", "--rules", "x", "--registers", "y").status == 64)
    #expect(try weald("segment", tiny, "--csv", "--json").status == 64)
  }
}

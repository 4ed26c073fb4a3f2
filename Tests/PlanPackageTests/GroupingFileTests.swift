// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Testing

@Suite struct `Files of clusters, hubs and systems` {
  private let folder = "\(fixtures)/tiny/"

  /// The tiny plan with one of its files changed.
  private func reader(_ path: String, _ change: (String) -> String) throws -> PlanReader {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    var files: [PlanFile] = []
    for name in names where ["csv", "yaml", "md"].contains((name as NSString).pathExtension) {
      let text = try String(contentsOfFile: folder + name, encoding: .utf8)
      files.append(PlanFile(path: name, bytes: Array((name == path ? change(text) : text).utf8)))
    }
    return try PlanReader(files: files)
  }

  private func violation(_ path: String, _ change: (String) -> String) throws -> Violation {
    let error = try #require(throws: PlanError.self) { try reader(path, change) }
    #expect(error.violations.count == 1, "\(error.violations)")
    return try #require(error.violations.first)
  }

  @Test func `the tables are read as they are written`() throws {
    let groupings = try PlanReader(folder: folder).plan().groupings

    #expect(groupings.tiers.map(\.label) == ["C"])
    #expect(groupings.preferences.map(\.weight) == [1, nil, 2])
    #expect(groupings.changes.map(\.to) == ["N1"])
    #expect(groupings.published.map(\.evidence) == ["excerpt"])
    #expect(groupings.publishedGroups.map(\.towns) == [["Town"]])
  }

  @Test func `a tier is made of neighbourhoods or of a tier above it in the table`() throws {
    let error = try #require(throws: PlanError.self) {
      try reader("local-care/groupings.csv") { $0.replacing(",neighbourhoods,", with: ",hubs,") }
    }

    let wrong = try #require(error.violations.first { $0.column == "made_of" })
    #expect(wrong.row == 2)
    #expect(wrong.expected == "one of neighbourhoods")
  }

  @Test func `only contiguity can be a rule that may not be broken`() throws {
    let wrong = try violation("local-care/grouping_preferences.csv") {
      $0.replacing("clusters,towns,2,", with: "clusters,towns,,")
    }

    #expect((wrong.row, wrong.column ?? "") == (4, "weight"))
    #expect(wrong.expected.contains("only contiguity can be a hard rule"))
  }

  @Test func `a neighbourhood cannot join itself`() throws {
    let wrong = try violation("local-care/group_changes.csv") {
      $0.replacing("N2,N1", with: "N2,N2")
    }

    #expect((wrong.row, wrong.column ?? "") == (2, "to"))
  }

  @Test func `a published group is told by towns that the plan has`() throws {
    let wrong = try violation("local-care/published_groups.csv") {
      $0.replacing(",Town,\n", with: ",Towm,\n")
    }

    #expect((wrong.row, wrong.column ?? "") == (2, "towns"))
    #expect(wrong.advice == "Did you mean “Town”?")
  }
}

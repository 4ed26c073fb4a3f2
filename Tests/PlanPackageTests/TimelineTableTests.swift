// SPDX-License-Identifier: Apache-2.0

import Foundation
import Facts
import PlanPackage
import Testing

/// The tiny plan with one of its files changed.
private func tiny(_ path: String, _ change: (String) -> String) throws -> PlanReader {
  let folder = "\(fixtures)/tiny/"
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  var files: [PlanFile] = []
  for name in names where ["csv", "yaml", "md"].contains((name as NSString).pathExtension) {
    let text = try String(contentsOfFile: folder + name, encoding: .utf8)
    files.append(PlanFile(path: name, bytes: Array((name == path ? change(text) : text).utf8)))
  }
  return try PlanReader(files: files)
}

@Suite struct `The tables of the timeline` {
  @Test func `they are read with everything that they say`() throws {
    let plan = try tiny("", { $0 }).plan()
    #expect(plan.activities.map(\.id) == ["write-case", "shared-records", "consult"])
    #expect(plan.activities[0].days == (20, 30, 60))
    #expect(plan.activities[2].agreed?.iso == "2026-06-30" && plan.activities[2].isStated)
    #expect(plan.activityLinks[1].isDependency && plan.activityLinks[1].byWhen?.iso == "2026-02-10")
    #expect(plan.activityLinks[0].lag == 14)
    #expect(plan.timelineRules.first?.value == 21)
  }

  @Test func `a loop is named link by link, with the row of each`() throws {
    let error = try #require(throws: PlanError.self) {
      try tiny("programme/activity_links.csv") {
        $0 + """
          consult,shared-records,finish-to-start,0,no,,assumption,Wrong way round.,made-up-paper,

          """
      }
    }
    #expect(error.violations.count == 1, "\(error.violations)")
    let words = error.violations.first?.description ?? ""
    #expect(words.contains("programme/activity_links.csv"))
    #expect(words.contains("“shared-records” to “consult” (row 3)"), "\(words)")
    #expect(words.contains("“consult” to “shared-records” (row 4)"), "\(words)")
  }

  @Test(arguments: [
    ("20,30,60", "40,30,60", "likely"), ("gate,,,,", "gate,,5,,", "likely"),
    ("Made up for tests.,made-up-paper", ",made-up-paper", "reason"),
    ("2026-01-05,,,,,,assumption", "2026-01-05,,,2026-02-02,2026-02-01,,assumption", "finished"),
  ])
  func `a row that cannot be is found`(right: String, wrong: String, column: String) throws {
    let error = try #require(throws: PlanError.self) {
      try tiny("programme/activities.csv") { text in
        guard let range = text.range(of: right) else { return text }
        return text.replacingCharacters(in: range, with: wrong)
      }
    }
    #expect(error.violations.count == 1, "\(error.violations)")
    #expect(error.violations.first?.column == column)
  }
}

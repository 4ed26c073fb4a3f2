// SPDX-License-Identifier: Apache-2.0

import Foundation
import Facts
import Forms
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

@Suite struct `The files of engagement` {
  @Test func `they are read with everything that they say`() throws {
    let plan = try tiny("", { $0 }).plan()
    let consultation = try #require(plan.consultations.first)

    #expect(consultation.isFormal && consultation.options == ["both"])
    #expect(consultation.deadline?.iso == "2026-03-29" && consultation.retentionMonths == 12)
    #expect(plan.forms.map(\.id) == ["clinic"] && plan.forms[0].questions.count == 2)
    #expect(plan.places.map(\.areas) == [["N1"], ["N1", "N2"]])
    #expect(plan.documentEditions.map(\.format) == ["full", "easy-read"])
  }

  @Test(arguments: [
    ("engagement/consultations.csv", "both", "bth", "options", "Did you mean “both”?"),
    ("engagement/consultations.csv", "paper,12", "papr,12", "documents", "Did you mean “paper”?"),
    (
      "engagement/consultations.csv", ",clinic,yes", ",clinik,yes", "form", "Did you mean “clinic”?"
    ),
    ("geography/places.csv", "N1;N2", "N1;N9", "areas", "geography/areas.csv"),
  ])
  func `a name in a list that nothing has is found at its row and column`(
    file: String, right: String, wrong: String, column: String, advice: String
  ) throws {
    let error = try #require(throws: PlanError.self) {
      try tiny(file) { $0.replacingOccurrences(of: right, with: wrong) }
    }

    #expect(error.violations.count == 1, "\(error.violations)")
    #expect(error.violations.first?.file == file && error.violations.first?.column == column)
    #expect(error.violations.first?.description.contains(advice) == true, "\(error.violations)")
  }

  @Test func `a form that cannot be asked is found by its line`() throws {
    let error = try #require(throws: PlanError.self) {
      try tiny("engagement/forms/clinic.yaml") {
        $0.replacingOccurrences(of: "answer: yes or no", with: "answer: maybe")
      }
    }

    let first = try #require(error.violations.first)
    #expect(first.file == "engagement/forms/clinic.yaml" && first.row == 9)
  }

  @Test func `a form has the name of its file`() throws {
    let error = try #require(throws: PlanError.self) {
      try tiny("engagement/forms/clinic.yaml") {
        $0.replacingOccurrences(of: "id: clinic", with: "id: clinics")
      }
    }

    #expect(error.violations.contains { $0.advice == "Give the file the name of its form." })
  }
}

// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage
import Testing

@Suite struct `A mistake in segments or prevention` {
  @Test(arguments: [
    ("segment_ages.csv", "Under 65,0,65", "Under 65,0,60", 3, "from", "65"),
    ("segment_ages.csv", "65,\n", "65,90\n", 3, "below", "90"),
    ("conditions.csv", "1;3", "1;3;5", 2, "by_age", "3 numbers"),
    ("segments.csv", "diabetes;asthma", "diabetes;measles", 3, "conditions", "measles"),
    ("segments.csv", "asthma,2", "asthma,3", 3, "at_least", "3 of 2"),
    ("segments.csv", "else,,,", "else,aged-0-64,,", 0, "id", "aged-65-and-over"),
    ("register_counts.csv", "diabetes,4000", "diabetes,400000", 2, "people", "400000 people"),
    ("register_counts.csv", "dementia,700", "dementia,20000", 4, "people", "12200"),
    (
      "register_counts.csv", "town,asthma,5000,made-up-judgement\n", "", 0, "locality",
      "2 registers"
    ),
    ("segment_residents.csv", "4000.5,2025-26", "4000.5,2024-25", 2, "price_base", "2024-25"),
    ("prevention_programmes.csv", "walks.effect", "", 2, "effect", "an empty cell"),
    ("prevention_programmes.csv", "walks.cost", "walks.price", 2, "cost", "walks.price"),
    ("prevention_programmes.csv", ",heart,", ",lungs,", 2, "lag", "lungs"),
    ("prevention_programmes.csv", "walks.saving,2", "walks.saving,", 2, "saving_years", "one of"),
    ("prevention_risks.csv", "walks.risk", "walks.nothing", 2, "relative_risk", "walks.nothing"),
  ])
  func `is named by its file, row and column`(
    file: String, from: String, to: String, row: Int, column: String, words: String
  ) throws {
    let error = #expect(throws: PlanError.self) {
      _ = try Assessment(
        PlanReader(files: tinyPlan([("local-care/\(file)", from, to)])))
    }
    let found = try #require(error?.violations.first)
    #expect(found.file == "local-care/\(file)")
    #expect(found.row == (row == 0 ? nil : row))
    #expect(found.column == column)
    #expect(found.description.contains(words), "\(found.description)")
  }
}

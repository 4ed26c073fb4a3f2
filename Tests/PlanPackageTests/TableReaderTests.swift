// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Testing

/// What is wrong with a plan whose glossary is this text.
private func glossary(_ text: String) throws -> [Violation] {
  try violations(["glossary.csv": text])
}

@Suite struct `Headers of tables` {
  @Test func `a good table has nothing wrong with it`() throws {
    #expect(try glossary("term,meaning,also,source\nGap,Too little money,,\n").isEmpty)
  }

  @Test func `columns may be in any order`() throws {
    #expect(try glossary("source,also,meaning,term\n,,Too little money,Gap\n").isEmpty)
  }

  @Test func `a header without rows is a table without rows`() throws {
    #expect(try glossary("term,meaning,also,source\n").isEmpty)
  }

  @Test func `an unknown column is guessed`() throws {
    let found = try glossary("term,meaning,also,source,sauce\n")

    #expect(found.map(\.found) == ["an unknown column “sauce”"])
    #expect(found.first?.row == 1 && found.first?.column == "sauce")
    #expect(found.first?.advice.hasPrefix("Did you mean “source”?") == true)
  }

  @Test func `a missing column is named with its meaning`() throws {
    let found = try glossary("term,also,source\nGap,,\n")

    #expect(found.map(\.found) == ["no column “meaning”"])
    #expect(
      found.first?.expected
        == "a column that holds: What it means, at a reading age of about 12")
  }

  @Test func `a column may be there only once`() throws {
    let found = try glossary("term,meaning,also,source,also\n")

    #expect(found.map(\.found) == ["the column “also” twice"])
  }

  @Test func `columns without a name are placed by number`() throws {
    let found = try glossary("term,meaning,also,source,,\n")

    #expect(found.map(\.found) == ["a column without a name", "a column without a name"])
    #expect(found.map(\.column) == ["5", "6"])
  }

  @Test(arguments: ["", "\n\n"])
  func `an empty file is told its header`(text: String) throws {
    let found = try glossary(text)

    #expect(found.map(\.found) == ["an empty file"])
    #expect(found.first?.advice == "Begin with: term,meaning,also,source")
  }

  @Test func `an Excel workbook is one mistake and not two`() throws {
    #expect(
      try glossary("PK\u{3}\u{4}rest").map(\.found) == ["an Excel workbook or a zip file"])
  }
}

@Suite struct `Rows of tables` {
  @Test func `a row with too many cells is advised to quote commas`() throws {
    let found = try glossary("term,meaning,also,source\nGap,Too little,or none,,\n")

    #expect(found.map(\.found) == ["5 cells"])
    #expect(found.first?.row == 2 && found.first?.column == "5")
    #expect(found.first?.expected == "4 cells, as in the header")
  }

  @Test func `cells that are left off at the end are empty`() throws {
    #expect(try glossary("term,meaning,also,source\nGap,Too little money\n").isEmpty)
  }

  @Test func `a key that comes again is told where it was`() throws {
    let found = try glossary("term,meaning,also,source\nGap,One,,\nNeed,Two,,\nGap,Three,,\n")

    #expect(found.map(\.found) == ["“Gap” again, already in row 2"])
    #expect(found.first?.row == 4 && found.first?.column == "term")
  }

  @Test func `a key of two columns may repeat either of them`() throws {
    #expect(
      try problems(in: "rates", ["year": "2017-18"], ["year": "2018-19"], ["series": "price"])
        .isEmpty)
  }

  @Test func `a key of two columns may not repeat both`() throws {
    let found = try problems(in: "rates", [:], [:])

    #expect(found.map(\.found) == ["“need, 2017-18” again, already in row 2"])
    #expect(found.first?.expected == "each series and year once")
  }

  @Test func `half a key is not taken for the whole`() throws {
    let found = try violations([
      "assumptions.csv": table("assumptions", [:]),
      "finance/rates.csv": "series,fact\nneed,assumption.growth\nneed,assumption.growth\n",
    ])

    #expect(found.map(\.found) == ["no column “year”"])
  }

  @Test(arguments: ["Total", "TOTAL", "total", "Grand total", "Sum", "Totals"])
  func `a row of totals at the end is one mistake`(word: String) throws {
    let found = try problems(in: "facts", [:], ["id": word, "label": "", "value": "1,000"])

    #expect(found.map(\.found) == ["a row of totals"])
    #expect(found.first?.row == 3)
    #expect(found.first?.advice.hasPrefix("Take the row away; Weald adds up") == true)
  }

  @Test func `a row of totals may leave its first cells empty`() throws {
    let found = try problems(in: "facts", [:], ["id": "", "label": "Total"])

    #expect(found.map(\.found) == ["a row of totals"])
  }

  @Test func `a glossary may end with the word total`() throws {
    #expect(try glossary("term,meaning,also,source\nTotal,All of it,,\n").isEmpty)
  }
}

@Suite struct `Everything that is wrong at once` {
  @Test func `a row that is not CSV is one mistake and not one for each cell`() throws {
    let text = try table("facts", [:]) + "b,,\"People\n"

    #expect(
      try violations(["facts.csv": text]).map(\.found) == ["a quotation mark that is never closed"])
  }

  @Test func `violations are in order of file and row`() throws {
    let found = try violations([
      "facts.csv": table(
        "facts", ["value": "1,000"], ["id": "b", "basis": "forcast", "source": "lost"],
        ["id": "b"]),
      "glossary.csv": "term,meaning,also,source\nGap,,,\n",
      "plan.yaml": planYAML.replacing("status: draft", with: "status: done"),
    ])

    #expect(
      found.map(\.file) == [
        "facts.csv", "facts.csv", "facts.csv", "facts.csv", "glossary.csv", "plan.yaml",
      ])
    #expect(found.map(\.row) == [2, 3, 3, 4, 2, 4])
    #expect(found.map(\.column) == ["value", "basis", "source", "id", "meaning", "status"])
  }

  @Test func `a violation reads as one line`() {
    let violation = Violation(
      file: "facts.csv", row: 7, column: "value", found: "“n/a”", expected: "a number",
      advice: "Leave it empty.")

    #expect(
      violation.description
        == "facts.csv, row 7, column value: found “n/a”; expected a number. Leave it empty.")
  }
}

@Suite struct `References between tables` {
  @Test func `a source that is not there is guessed`() throws {
    let violation = try problem(in: "facts", "source", "papr")

    #expect(violation.expected == "an id of sources.csv")
    #expect(violation.advice == "Did you mean “paper”?")
  }

  @Test func `a source unlike any other is to be added`() throws {
    #expect(
      try problem(in: "facts", "source", "lost").advice
        == "Add it to sources.csv, or correct it here.")
  }

  @Test func `an optional reference may be empty`() throws {
    #expect(try problems(in: "facts", ["source": ""]).isEmpty)
  }

  @Test func `a reference into a table that the plan lacks is a violation`() throws {
    let found = try violations(["programme/workstreams.csv": table("workstreams", [:])])

    #expect(found.map(\.column) == ["theme"])
    #expect(found.first?.expected == "an id of programme/themes.csv")
  }

  @Test func `every reference is to a column of a table that exists`() throws {
    for schema in PlanTables.all {
      for target in schema.fields.compactMap(\.references) {
        let other = try #require(PlanTables.schema(target.table))
        #expect(other.field(target.column) != nil, "\(schema.path)")
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage
import Testing

@Suite struct `Reading a plan` {
  @Test func `a plan needs only its description, its sources and its facts`() throws {
    let plan = try read().plan()

    #expect(plan.metadata.id == "plan" && plan.sources.map(\.id) == ["paper"])
    #expect(plan.facts.map(\.id.rawValue) == ["money.gap"])
  }

  @Test(arguments: ["plan.yaml", "sources.csv", "facts.csv"])
  func `each of the three that is missing is named`(path: String) throws {
    let found = try violations([path: String?.none])

    #expect(found.contains { $0.file == path && $0.found == "no such file" })
  }

  @Test func `a fact keeps its figure, its words and its place`() throws {
    let fact = try #require(read().plan().facts.first)

    #expect(fact.figureText == "£486 million" && fact.quantity.priceBase == "cash")
    #expect(fact.measure == "money.gap" && fact.period?.description == "2020-21")
    #expect(fact.basis == .forecast && fact.confidence == .read)
    #expect(try read().plan().factPlaces[fact.id] == .init(file: "facts.csv", row: 2))
  }

  @Test func `a fact is cited first where it is stated, then in further places`() throws {
    let plan = try read([
      "sources.csv": table("sources", [:], ["id": "web"]),
      "citations.csv": table("citations", ["source": "web", "qualifier": "over"]),
    ]).plan()

    let citations = try #require(plan.facts.first).citations
    #expect(citations.map(\.source) == ["paper", "web"])
    #expect(citations.map(\.qualifier) == [.exactly, .over])
  }

  @Test func `a fact without a source has no citation`() throws {
    let plan = try read(["facts.csv": table("facts", ["source": ""])]).plan()

    #expect(plan.facts.map(\.citations.count) == [0])
  }

  @Test func `rows are counted past blank lines and quoted line breaks`() throws {
    let text =
      try table("facts", ["note": "one\ntwo"]) + "\n"
      + table("facts", ["id": "b"])
      .split(separator: "\n")[1] + "\n"

    let plan = try read(["facts.csv": text]).plan()

    #expect(plan.factPlaces.values.compactMap(\.row).sorted() == [2, 4])
  }

  @Test func `a derived fact keeps its formula`() throws {
    let row = try #require(read(["derived.csv": table("derived", [:])]).plan().derived.first)

    #expect(row.formula.text == "{money.gap} / 2" && row.decimals == 1 && row.row == 2)
  }

  @Test func `an assumption keeps its range`() throws {
    let plan = try read(["assumptions.csv": table("assumptions", [:])]).plan()

    let row = try #require(plan.assumptions.first)
    #expect(row.low?.plainEnglish == "1%" && row.high?.plainEnglish == "3%")
    #expect(row.reviewBy.iso == "2018-04-01")
  }

  @Test func `a table that Weald does not know is guessed`() throws {
    let found = try violations(["fact.csv": "id\n"])

    #expect(found.map(\.found) == ["a table that Weald does not know"])
    #expect(found.first?.advice == "Did you mean “facts.csv”?")
  }

  @Test func `files that are not part of a plan are passed over`() throws {
    #expect(try violations(["notes.md": "Hello", "README.md": "Hello"]).isEmpty)
  }

  @Test func `settings in the wrong place are not passed over`() throws {
    let found = try violations(["scenario/more.yaml": "title: More\n"])

    #expect(found.map(\.found) == ["settings that Weald does not know"])
  }

  @Test func `the tables that are there are listed in their order`() throws {
    let reader = try read(["glossary.csv": table("glossary", [:])])

    #expect(reader.presentTables.map(\.schema.name) == ["sources", "facts", "glossary"])
  }

  @Test func `every file is kept with its bytes, in order of path`() throws {
    let given = try files()

    let plan = try PlanReader(files: given.reversed()).plan()

    #expect(plan.files.map(\.path) == ["facts.csv", "plan.yaml", "sources.csv"])
    #expect(plan.files.map(\.bytes) == given.map(\.bytes))
  }

  @Test func `a table with a byte order mark and Windows line ends is read`() throws {
    let text = try "\u{FEFF}" + table("facts", [:]).replacing("\n", with: "\r\n")

    #expect(try read(["facts.csv": text]).plan().facts.count == 1)
  }
}

@Suite struct `Plan folders` {
  @Test func `a folder is read from disk`() throws {
    try withFolder { folder in
      for file in try files() { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.path)") }

      #expect(try PlanReader(folder: folder).plan().metadata.id == "plan")
    }
  }

  @Test func `hidden files and other kinds of file are passed over`() throws {
    try withFolder { folder in
      for file in try files() { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.path)") }
      for path in [".git/x.csv", ".hidden.csv", "datapackage.json", "plan.lock", "notes.txt"] {
        try AtomicFile.write("not a plan", to: "\(folder)/\(path)")
      }

      #expect(try PlanReader(folder: folder).plan().files.count == 3)
    }
  }

  @Test func `a folder that is not there is named`() throws {
    let error = try #require(throws: PlanError.self) { try PlanReader(folder: "/no/such/plan") }

    #expect(error.violations.map(\.found) == ["no such folder"])
    #expect(error.violations.first?.file == "/no/such/plan")
  }

  @Test func `a file is no folder`() throws {
    try withFolder { folder in
      try AtomicFile.write("x", to: "\(folder)/plan")

      let error = try #require(throws: PlanError.self) {
        try PlanReader(folder: "\(folder)/plan")
      }
      #expect(error.violations.map(\.found) == ["a file"])
    }
  }
}

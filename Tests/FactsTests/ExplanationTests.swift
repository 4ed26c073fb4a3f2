// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

/// The branches of a tree, however deep.
private func allBranches(_ explanation: Explanation) -> [Explanation.Branch] {
  explanation.branches.flatMap { branch -> [Explanation.Branch] in
    switch branch {
    case .input(let inner), .check(let inner): [branch] + allBranches(inner)
    default: [branch]
    }
  }
}

private func explained(_ name: String, _ graph: FactGraph) throws -> Explanation {
  try #require(graph.explain(id(name)))
}

@Suite struct `Explanations` {
  @Test func `an unknown fact has none`() throws {
    #expect(try graph(stated("a")).explain(id("b")) == nil)
  }

  @Test func `every leaf of a tree is a source or a figure already explained`() throws {
    let facts = try graph(
      stated("a"), stated("b"), derived("c", from: ["a", "b"]), derived("d", from: ["c", "a"]))

    let leaves = allBranches(try explained("d", facts)).filter { branch in
      if case .input(let inner) = branch { return inner.branches.isEmpty }
      if case .source = branch { return false }
      if case .seen = branch { return false }
      return true
    }

    #expect(leaves.isEmpty)
  }

  @Test func `a figure that is used twice is explained once`() throws {
    let facts = try graph(
      stated("a"), derived("b", from: ["a"]), derived("c", from: ["a"]),
      derived("d", from: ["b", "c"]))

    let branches = allBranches(try explained("d", facts))

    let explanations = branches.filter { branch in
      if case .input(let inner) = branch { return inner.fact.label == "a" }
      return false
    }
    #expect(explanations.count == 1)
    #expect(try branches.contains(.seen(stated("a"))))
  }

  @Test func `a stated rival is pointed at and not explained`() throws {
    let rival = try stated("b", "12", measure: "m")
    let facts = try graph(stated("a", measure: "m"), rival)

    #expect(try explained("a", facts).branches.last == .rival(rival))
  }

  @Test func `a check shows how it worked the figure out`() throws {
    let check = try derived("c", from: ["b"], measure: "m")
    let facts = try graph(stated("a", measure: "m"), stated("b"), check)

    guard case .check(let inner) = try explained("a", facts).branches.last else {
      Issue.record("no check")
      return
    }
    #expect(inner.fact == check && inner.branches.count == 1)
  }

  @Test func `a figure worked out two ways shows the other way`() throws {
    let other = try derived("d", from: ["b"], measure: "m")
    let facts = try graph(stated("b"), derived("c", from: ["b"], measure: "m"), other)

    #expect(
      try allBranches(explained("c", facts)).contains { branch in
        if case .check(let inner) = branch { return inner.fact == other }
        return branch == .rival(other)
      })
  }

  @Test func `a check that rests on the figure itself does not explain it again`() throws {
    let facts = try graph(
      stated("a", measure: "m"), derived("b", from: ["a"], measure: "m"))

    #expect(try allBranches(explained("a", facts)).contains(.seen(stated("a", measure: "m"))))
  }

  @Test func `the lines of a tree are drawn with branches`() throws {
    let facts = try graph(
      stated("a", "4", citations: [citation(quotation: "four patients")]),
      derived("b", from: ["a"], "4"))

    #expect(
      try explained("b", facts).lines == [
        "b: 4 patients, 2016-17 (modelled) b",
        "├─ rule (formula): {a}",
        "└─ a: 4 patients, 2016-17 (outturn) a",
        "   └─ source paper: The paper, 24 April 2017, page 1: “four patients”",
      ])
  }

  @Test func `the lines say what was explained above`() throws {
    let facts = try graph(
      stated("a", "4"), derived("b", from: ["a"]), derived("c", from: ["b", "a"]))

    #expect(try explained("c", facts).lines.last?.hasSuffix("a (explained above)") == true)
  }

  @Test func `the lines point at a rival`() throws {
    let facts = try graph(stated("a", measure: "m"), stated("b", "12", measure: "m"))

    #expect(try explained("a", facts).lines.last?.hasPrefix("└─ but see: b: 12 patients") == true)
  }

  @Test func `the lines show a check`() throws {
    let facts = try graph(
      stated("a", measure: "m"), stated("b"), derived("c", from: ["b"], measure: "m"))

    #expect(
      try explained("a", facts).lines.contains { $0.hasPrefix("└─ worked out another way: c: ") })
  }

  @Test func `a chain of a thousand figures is explained down to a depth that a reader follows`()
    throws
  {
    let chain = try [stated("f0")] + (1...1000).map { try derived("f\($0)", from: ["f\($0 - 1)"]) }
    let facts = try FactGraph(facts: chain, sources: [source()])

    let lines = try explained("f1000", facts).lines
    // Sixty-one steps with a headline and a rule each, and the headline of the step below.
    #expect(lines.count == 2 * 61 + 1)
    #expect(lines.last?.hasSuffix("f939 (explained on its own page)") == true)
  }
}

@Suite struct `Differences between assessments` {
  @Test func `equal facts do not differ`() throws {
    let facts = try graph(stated("a"), stated("b"))

    #expect(facts.differences(to: facts).isEmpty)
  }

  @Test func `what is new, gone or different is listed in order of id`() throws {
    let before = try graph(stated("a"), stated("b", "1"), stated("d"))
    let after = try graph(stated("b", "2"), stated("c"), stated("d"))

    let differences = before.differences(to: after)

    #expect(differences.map(\.id.rawValue) == ["a", "b", "c"])
    #expect(differences.map(\.plainEnglish) == ["gone", "up 1 patient", "new"])
  }

  @Test func `a change in money reads with its unit`() throws {
    let before = try graph(stated("a", "486", "GBP million"))
    let after = try graph(stated("a", "474.5", "GBP million"))

    #expect(before.differences(to: after).map(\.plainEnglish) == ["down £11.5 million"])
  }

  @Test(arguments: [
    ("2", "3", "up 1 percentage point"), ("5", "2.5", "down 2.5 percentage points"),
  ])
  func `a change of a share is in percentage points`(
    old: String, new: String, expected: String
  ) throws {
    let before = try graph(stated("a", old, "%"))

    let differences = before.differences(to: try graph(stated("a", new, "%")))

    #expect(differences.map(\.plainEnglish) == [expected])
  }

  @Test func `a change of unit is no change in value`() throws {
    let before = try graph(stated("a", "3400", "GBP million"))
    let after = try graph(stated("a", "3.4", "GBP billion"))

    let difference = try #require(before.differences(to: after).first)

    #expect(difference.change == nil && difference.plainEnglish == "described differently")
  }

  @Test func `a change of words alone is a difference`() throws {
    let before = try graph(stated("a", label: "Patients"))
    let after = try graph(stated("a", label: "Patients seen"))

    #expect(before.differences(to: after).map(\.plainEnglish) == ["described differently"])
  }
}

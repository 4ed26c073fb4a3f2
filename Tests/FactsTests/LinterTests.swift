// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

/// The findings about one figure that has no period, with some findings acknowledged.
private func acknowledging(_ ids: String...) throws -> [Finding] {
  let graph = try FactGraph(facts: [stated("a", period: "")], sources: [source()])
  var input = LintInput(graph: graph, asOf: try #require(Day(iso: "2017-12-14")))
  input.acknowledgements = ids.map { finding in
    Acknowledgement(
      finding: finding, reason: "Known", by: "The board", date: Day(iso: "2017-11-01"))
  }
  return Linter.findings(in: input)
}

@Suite struct `The linter` {
  @Test func `a plan without facts has no findings`() throws {
    #expect(
      Linter.findings(in: LintInput(graph: try graph(), asOf: Day(number: 0))).isEmpty)
  }

  @Test func `an acknowledged finding stays visible with its reason`() throws {
    let found = try acknowledging("missing-period:a")

    #expect(found.map(\.id) == ["missing-period:a"])
    #expect(found.first?.acknowledgement?.reason == "Known")
  }

  @Test func `a finding that nobody acknowledged has no reason`() throws {
    #expect(try acknowledging().map(\.acknowledgement) == [nil])
  }

  @Test func `an acknowledgement of nothing is stale`() throws {
    let found = try acknowledging("missing-period:a", "missing-period:b")

    #expect(found.map(\.id) == ["missing-period:a", "stale-acknowledgement:missing-period:b"])
    #expect(found.last?.severity == .note)
    #expect(found.last?.places == [.init(file: "acknowledgements.csv")])
  }

  @Test func `the most severe findings come first`() throws {
    let graph = try graph(
      stated("a", "1", "GBP million", priceBase: nil), stated("b", period: ""),
      stated("c", period: "2017?"))

    let found = Linter.findings(in: LintInput(graph: graph, asOf: Day(number: 0)))

    #expect(found.map(\.severity) == [.error, .warning, .note])
  }

  @Test func `findings of one rule are in order of their subjects`() throws {
    let graph = try graph(stated("c", period: ""), stated("a", period: ""), stated("b", period: ""))

    let found = Linter.findings(in: LintInput(graph: graph, asOf: Day(number: 0)))

    #expect(found.map(\.id) == ["a", "b", "c"].map { "missing-period:\($0)" })
  }

  @Test func `an error is more severe than a warning, and a warning than a note`() {
    #expect(Finding.Severity.allCases.sorted() == [.error, .warning, .note])
  }

  @Test func `each rule has a name of its own`() {
    #expect(Set(Linter.ruleNames).count == Linter.ruleNames.count)
    #expect(Linter.ruleNames.contains("stale-acknowledgement"))
  }

  @Test func `every rule has a test suite`() {
    let suites: Set = [
      "missing-source", "missing-period", "missing-price-base", "mismatch", "total",
      "sources-differ", "rate", "ambiguous-period", "relative-date", "lists-differ",
      "dates-differ", "expired-review", "wording-differs", "many-places", "inferred-periods",
      "outside-evidence", "stale-acknowledgement",
    ]

    #expect(Set(Linter.ruleNames) == suites)
  }

  @Test func `a place without a row is its file`() {
    #expect("\(Finding.Place(file: "plan.yaml"))" == "plan.yaml")
  }
}

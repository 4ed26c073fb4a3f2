// SPDX-License-Identifier: Apache-2.0

import Facts
import TestKit
import Testing

/// What is wrong with a set of facts.
private func problems(_ facts: Fact...) throws -> [FactGraphError.Problem] {
  let error = try #require(throws: FactGraphError.self) {
    try FactGraph(facts: facts, sources: [source()])
  }
  return error.problems
}

@Suite struct `What is no graph of facts` {
  @Test func `two facts with one id are refused`() throws {
    #expect(try problems(stated("a"), stated("b"), stated("a")) == [.duplicateFact(id("a"))])
  }

  @Test func `an input that does not exist is refused`() throws {
    #expect(
      try problems(stated("a"), derived("b", from: ["a", "c"]))
        == [.unknownInput(id("c"), of: id("b"))])
  }

  @Test func `a source that does not exist is refused`() throws {
    #expect(
      try problems(stated("a", citations: [citation("lost")]))
        == [.unknownSource("lost", of: id("a"))])
  }

  @Test func `every problem is found at once, in order of id`() throws {
    let found = try problems(
      stated("b"), stated("b"), derived("c", from: ["x"]), stated("a", citations: [citation("y")]))

    #expect(
      try found == [
        .duplicateFact(id("b")), .unknownSource("y", of: id("a")),
        .unknownInput(id("x"), of: id("c")),
      ])
  }

  @Test func `each problem reads as a sentence that names the facts`() throws {
    let (a, b) = (try id("a"), try id("b"))

    #expect(
      FactGraphError.Problem.duplicateFact(a).plainEnglish
        == "two facts have the id “a”; ids must be unique")
    #expect(
      FactGraphError.Problem.unknownInput(a, of: b).plainEnglish
        == "“b” is worked out from “a”, which does not exist")
    #expect(
      FactGraphError.Problem.unknownSource("s", of: b).plainEnglish
        == "“b” cites the source “s”, which does not exist")
    #expect(FactGraphError.Problem.cycle([a, b, a]).plainEnglish.hasSuffix("circle: a → b → a"))
  }
}

/// Whether something is left when what needs nothing is taken away again and again (Kahn, 1962).
private func isCircular(_ needs: [(id: FactID, inputs: [FactID])]) -> Bool {
  var left = needs
  while let free = left.firstIndex(where: { need in
    need.inputs.allSatisfy { input in !left.contains { $0.id == input } }
  }) { left.remove(at: free) }
  return !left.isEmpty
}

@Suite struct `Circles among facts` {
  @Test func `a circle is found and named in order`() throws {
    let found = try problems(
      derived("a", from: ["b"]), derived("b", from: ["c"]), derived("c", from: ["a"]))

    #expect(try found == [.cycle(["a", "b", "c", "a"].map(id))])
  }

  @Test func `a fact worked out from itself is a circle`() throws {
    #expect(try problems(derived("a", from: ["a"])) == [.cycle([id("a"), id("a")])])
  }

  @Test func `facts that only lead to a circle are not part of it`() throws {
    let found = try problems(
      derived("a", from: ["m"]), derived("m", from: ["n"]), derived("n", from: ["m"]))

    #expect(try found == [.cycle(["m", "n", "m"].map(id))])
  }

  @Test func `a fact reached by two ways is no circle`() throws {
    let diamond = try graph(
      stated("a"), derived("b", from: ["a"]), derived("c", from: ["a"]),
      derived("d", from: ["b", "c"]))

    #expect(diamond.facts.count == 4)
  }

  @Test func `a chain of ten thousand facts is linked without exhausting the stack`() throws {
    let facts =
      try [stated("f0")] + (1...10_000).map { try derived("f\($0)", from: ["f\($0 - 1)"]) }

    let chain = try FactGraph(facts: facts, sources: [source()])

    #expect(try chain.allDependents(of: id("f0")).count == 10_000)
  }

  @Test func `a circle of ten thousand facts is found`() throws {
    let needs = try (0..<10_000).map { number in
      (id: try id("f\(number)"), inputs: [try id("f\((number + 1) % 10_000)")])
    }

    let loop = try #require(FactGraph.cycle(in: needs))

    #expect(loop.count == 10_001 && loop.first == loop.last)
  }

  @Test func `a need for something unknown is no circle`() throws {
    #expect(try FactGraph.cycle(in: [(id: id("a"), inputs: [id("b")])]) == nil)
  }

  @Test(arguments: UInt64(1)...100)
  func `a circle that is reported can be walked`(seed: UInt64) throws {
    var random = SeededDraws(seed: seed)
    let names = try (0..<8).map { try id("f\($0)") }
    let needs = names.map { name in
      (id: name, inputs: names.filter { _ in Int.random(in: 0..<6, using: &random) == 0 })
    }
    let inputs = Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0.inputs) })

    let loop = FactGraph.cycle(in: needs) ?? []

    #expect(loop.isEmpty == !isCircular(needs))
    #expect(zip(loop, loop.dropFirst()).allSatisfy { inputs[$0]?.contains($1) == true })
    #expect(loop.first == loop.last)
  }
}

@Suite struct `Links between facts` {
  /// The facts a → b → d, a → c → d and d → e.
  private func diamond() throws -> FactGraph {
    try graph(
      derived("e", from: ["d"]), derived("d", from: ["b", "c"]), derived("c", from: ["a"]),
      derived("b", from: ["a"]), stated("a"))
  }

  @Test func `facts are kept in order of id`() throws {
    #expect(try diamond().facts.map(\.id.rawValue) == ["a", "b", "c", "d", "e"])
  }

  @Test func `a fact is found by its id`() throws {
    #expect(try diamond()[id("c")]?.label == "c")
    #expect(try diamond()[id("z")] == nil)
  }

  @Test func `dependents are the facts worked out directly from one`() throws {
    #expect(try diamond().dependents(of: id("a")).map(\.id.rawValue) == ["b", "c"])
    #expect(try diamond().dependents(of: id("e")).isEmpty)
  }

  @Test func `a fact used twice by another is still one dependent`() throws {
    let twice = try graph(stated("a"), derived("b", from: ["a", "a"]))

    #expect(try twice.dependents(of: id("a")).map(\.id.rawValue) == ["b"])
  }

  @Test func `all dependents come nearest first, each once`() throws {
    #expect(try diamond().allDependents(of: id("a")).map(\.id.rawValue) == ["b", "c", "d", "e"])
  }

  @Test func `rivals share a measure and are not the fact itself`() throws {
    let facts = try graph(
      stated("a", measure: "m"), stated("b", measure: "m"), stated("c"), stated("d", measure: "m"))
    let fact = try #require(facts[id("b")])

    #expect(facts.rivals(of: fact).map(\.id.rawValue) == ["a", "d"])
  }

  @Test func `the facts of a source are those that cite it anywhere`() throws {
    let facts = try graph(
      stated("a"), stated("b", citations: [citation("web"), citation("paper")]),
      stated("c", citations: [citation("web")]), sources: [source(), source("web")])

    #expect(facts.facts(statedIn: "paper").map(\.id.rawValue) == ["a", "b"])
  }

  @Test func `sources are found by id and kept in order`() throws {
    let facts = try graph(stated("a"), sources: [source("web", title: "Web page"), source()])

    #expect(facts.sources.map(\.id) == ["paper", "web"])
    #expect(facts.source("web")?.title == "Web page")
    #expect(facts.source("lost") == nil)
  }

  @Test func `uses are listed once each, pages before papers before pictures`() throws {
    var facts = try graph(stated("a"))
    let page = Use(kind: .page, path: "/money", title: "Money")
    let picture = Use(kind: .picture, path: "/gap", title: "The gap")
    let paper = Use(kind: .paper, path: "/board", title: "Board paper")

    for use in [picture, page, paper, page] { facts.record(use, of: try id("a")) }

    #expect(try facts.uses(of: id("a")) == [page, paper, picture])
    #expect(try facts.uses(of: id("b")).isEmpty)
  }
}

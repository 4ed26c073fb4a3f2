// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Hurdles` {
  /// P passes everything; Q fails access; R fails access and money; S was let past access.
  private let verdicts = [
    Verdict("P", "access", .passes), Verdict("P", "safety", .passes),
    Verdict("P", "money", .passes),
    Verdict("Q", "access", .fails), Verdict("Q", "safety", .passes), Verdict("Q", "money", .passes),
    Verdict("R", "access", .fails), Verdict("R", "safety", .passes), Verdict("R", "money", .fails),
    Verdict("S", "access", .waived), Verdict("S", "safety", .passes),
    Verdict("S", "money", .passes), Verdict("T", "access", .passes), Verdict("T", "safety", .fails),
  ]

  private func stages(_ first: [HurdleID], _ second: [HurdleID]) -> [HurdleStage] {
    [
      HurdleStage(id: "medium", label: "Medium list", hurdles: first.map(hurdle)),
      HurdleStage(id: "short", label: "Shortlist", hurdles: second.map(hurdle)),
    ]
  }

  private func hurdle(_ id: HurdleID) -> Hurdle { Hurdle(id: id, label: id.text) }

  private func screening() throws -> HurdleScreening {
    try HurdleScreening(
      options: options(["P", "Q", "R", "S", "T"]), stages: stages(["access", "safety"], ["money"]),
      verdicts: verdicts)
  }

  @Test func `each stage counts who is left`() throws {
    let screening = try screening()

    #expect(screening.stages[0].hurdles.map(\.entering) == [5, 3])
    #expect(screening.stages[0].hurdles.map(\.leaving) == [3, 2])
    #expect(screening.stages[0].hurdles.map(\.removes) == [["Q", "R"], ["T"]])
    #expect(screening.stages[0].remaining == ["P", "S"])
    #expect(screening.stages[1].hurdles[0].removes == [])
    #expect(screening.remaining == ["P", "S"])
  }

  @Test func `each removal names the first hurdle and all others`() throws {
    let options = try screening().options

    #expect(options.map(\.removedBy) == [nil, "access", "access", nil, "safety"])
    #expect(options[2].failed == ["access", "money"] && options[2].removedIn == "medium")
    #expect(options.map(\.reasonDependsOnOrder) == [.no, .no, .yes, .no, .unknown])
    #expect(options[3].waived == ["access"] && options[4].notAssessed == ["money"])
  }

  @Test func `a hurdle decides who would come back without it`() throws {
    let hurdles = try screening().hurdles

    #expect(hurdles.map(\.hurdle) == ["access", "safety", "money"])
    #expect(hurdles.map(\.bringsBack) == [["Q"], [], []])
    #expect(hurdles.map(\.couldBringBack) == [[], ["T"], []])
    #expect(hurdles.map(\.failedBy) == [["Q", "R"], ["T"], ["R"]])
  }

  @Test func `another order leaves the same options for another reason`() throws {
    let complete = verdicts + [Verdict("T", "money", .passes)]
    let all: [OptionID] = ["P", "Q", "R", "S", "T"]

    let reordered = try HurdleScreening(
      options: options(all), stages: stages(["money"], ["safety", "access"]), verdicts: complete)

    #expect(reordered.remaining == ["P", "S"])
    #expect(reordered.options[2].removedBy == "money")
    #expect(reordered.stages[0].remaining == ["P", "Q", "S", "T"])
  }

  @Test(arguments: 0..<40)
  func `who is left doesn't depend on the order`(seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    let ids = (0..<12).map { OptionID("o\($0)") }
    let names: [HurdleID] = ["a", "b", "c", "d"]
    let verdicts = ids.flatMap { id in
      names.map { Verdict(id, $0, generator.below(4) == 0 ? .fails : .passes) }
    }
    func screen(_ order: [HurdleID]) throws -> HurdleScreening {
      try HurdleScreening(
        options: options(ids), stages: stages(Array(order.prefix(2)), Array(order.dropFirst(2))),
        verdicts: verdicts)
    }

    let forward = try screen(names)
    let backward = try screen(names.reversed())

    #expect(forward.remaining == backward.remaining)
    for (left, right) in zip(forward.options, backward.options) {
      #expect((left.removedBy != right.removedBy) == (left.reasonDependsOnOrder == .yes))
    }
    // without one hurdle exactly the options it decides come back
    for (index, decided) in forward.hurdles.enumerated() {
      let others = names.enumerated().filter { $0.offset != index }.map(\.element)
      let without = try HurdleScreening(
        options: options(ids), stages: stages(others, []),
        verdicts: verdicts.filter { $0.hurdle != decided.hurdle })
      #expect(Set(without.remaining) == Set(forward.remaining + decided.bringsBack))
    }
  }

  @Test func `mistakes are named`() {
    func errors(_ verdicts: [Verdict], _ hurdles: [HurdleID] = ["a"]) -> [AppraisalError] {
      mistakes {
        _ = try HurdleScreening(
          options: options(["P"]), stages: stages(hurdles, []), verdicts: verdicts)
      }
    }

    #expect(errors([]) == [.missingVerdict("P", "a")])
    #expect(errors([], []) == [.noHurdles])
    #expect(
      errors([Verdict("P", "a", .passes), Verdict("P", "a", .fails)]) == [
        .duplicateVerdict("P", "a")
      ])
    #expect(
      errors([Verdict("P", "a", .passes), Verdict("X", "y", .fails)]) == [
        .unknownOption("X"), .unknownHurdle("y"),
      ])
    #expect(errors([Verdict("P", "a", .passes)], ["a", "a"]) == [.duplicateHurdle("a")])
    #expect(errors([Verdict("P", "a", .passes)], ["a", "b"]) == [.missingVerdict("P", "b")])
  }
}

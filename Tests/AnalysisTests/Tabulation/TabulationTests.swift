// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Tabulation")
struct TabulationTests {
  static let questions = [
    ClosedQuestion(id: "support", kind: .single, options: ["Yes", "No"]),
    ClosedQuestion(id: "reasons", kind: .multiple, options: ["Travel", "Parking", "Staff"]),
  ]

  static func response(
    _ id: String, _ channel: String, _ flags: ResponseFlags, _ answers: [String: ClosedAnswer]
  ) -> ClosedResponse {
    ClosedResponse(
      id: id, channel: channel, area: id == "3" ? "Swale" : "Thanet", respondentType: "resident",
      flags: flags, answers: answers)
  }

  static func six() throws -> ResponseCube {
    var cube = try ResponseCube(questions: questions)
    try cube.append(
      response("1", "online", [], ["support": .single(0), "reasons": .multiple([0, 2])]))
    try cube.append(
      response("2", "online", .campaign, ["support": .single(1), "reasons": .multiple([1])]))
    try cube.append(response("3", "paper", [], ["support": .single(0), "reasons": .multiple([])]))
    try cube.append(response("4", "paper", [], ["support": .notAnswered]))
    try cube.append(response("5", "event", .late, ["reasons": .multiple([0])]))
    try cube.append(
      response("6", "paper", .excluded, ["support": .single(0), "reasons": .notAsked]))
    return cube
  }

  @Test("blank and not asked are kept apart and out of the base")
  func bases() throws {
    let table = try Self.six().tabulate("support")
    #expect(table.total.all.counts == [3, 1])
    #expect(table.total.all.answered == 4)
    #expect(table.total.all.notAnswered == 1)
    #expect(table.total.all.notAsked == 1)
    #expect(table.total.all.responses == 6)
    #expect(table.total.all.share(ofOption: 0)?.percent == 75)
    #expect(table.total.all.share(ofOption: 2) == nil)
  }

  @Test("the same pass counts without the flagged responses")
  func excludingFlagged() throws {
    let table = try Self.six().tabulate("support", by: [.channel])
    #expect(table.total.excludingFlagged.counts == [2, 0])
    #expect(table.total.excludingFlagged.responses == 4)
    #expect(table.breaks[0].tallies[0].all.counts == [1, 1])
    #expect(table.breaks[0].tallies[0].excludingFlagged.counts == [1, 0])
    let late = try Self.six().tabulate("support", leavingOut: [.late])
    #expect(late.total.excludingFlagged.responses == 5)
  }

  @Test("a multiple choice counts each option once per response, and an empty choice is a blank")
  func multipleChoice() throws {
    let table = try Self.six().tabulate("reasons", by: [.channel])
    #expect(table.total.all.counts == [2, 1, 1])
    #expect(table.total.all.answered == 3)
    #expect(table.total.all.notAnswered == 1)
    #expect(table.total.all.notAsked == 2)
    #expect(table.breaks[0].groups == ["online", "paper", "event"])
  }

  @Test("a filter counts only what it admits")
  func filter() throws {
    let cube = try Self.six()
    let paper = try cube.tabulate("support", filter: ResponseFilter(channels: ["paper"]))
    #expect(paper.total.all.counts == [2, 0])
    let swale = try cube.tabulate("support", filter: ResponseFilter(areas: ["Swale", "Mars"]))
    #expect(swale.total.all.responses == 1)
    let flagged = try cube.tabulate("support", filter: ResponseFilter(requiredFlags: .campaign))
    #expect(flagged.total.all.counts == [0, 1])
    let clean = ResponseFilter(forbiddenFlags: [.campaign, .late])
    #expect(try cube.tabulate("support", filter: clean).total.all.responses == 4)
  }

  @Test("two questions cross, with blanks as groups of their own")
  func crossTable() throws {
    let cube = try Self.six()
    let table = try #require(try cube.crossTabulate("support", by: "reasons").breaks.first)
    #expect(table.groups == ["Travel", "Parking", "Staff", "Not answered", "Not asked"])
    #expect(table.groupsOverlap)
    #expect(table.tallies.map(\.all.counts) == [[1, 0], [0, 1], [1, 0], [1, 0], [1, 0]])
    let turned = try #require(try cube.crossTabulate("reasons", by: "support").breaks.first)
    #expect(!turned.groupsOverlap)
    #expect(turned.tallies.map(\.all.counts) == [[1, 0, 1], [0, 1, 0], [0, 0, 0], [1, 0, 0]])
    #expect(turned.tallies.map(\.all.responses).reduce(0, +) == 6)
  }

  @Test("groups add to the total whatever the answers", arguments: [1, 2, 3] as [UInt64])
  func groupsAdd(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let wide = (0..<150).map { "Option \($0)" }
    var cube = try ResponseCube(
      questions: [
        Self.questions[0], ClosedQuestion(id: "wide", kind: .multiple, options: wide),
      ])
    var expected = Array(repeating: 0, count: 150)
    for id in 0..<500 {
      let chosen = (0..<150).filter { _ in Int.random(in: 0..<10, using: &numbers) == 0 }
      for option in chosen { expected[option] += 1 }
      let support: [ClosedAnswer] = [.single(0), .single(1), .notAnswered, .notAsked]
      let channel = ["online", "paper", "event"].randomElement(using: &numbers) ?? "online"
      try cube.append(
        Self.response(
          String(id), channel, ResponseFlags(rawValue: UInt8.random(in: 0..<16, using: &numbers)),
          [
            "support": support.randomElement(using: &numbers) ?? .notAsked,
            "wide": .multiple(chosen + chosen),
          ]))
    }
    let table = try cube.tabulate(
      "wide", by: [.channel, .area, .respondentType, .question("support")])
    #expect(table.total.all.counts == expected)
    for part in table.breaks {
      for option in 0..<150 {
        let sum = part.tallies.reduce(0) { $0 + $1.all.counts[option] }
        #expect(sum == table.total.all.counts[option])
        let clean = part.tallies.reduce(0) { $0 + $1.excludingFlagged.counts[option] }
        #expect(clean == table.total.excludingFlagged.counts[option])
      }
      #expect(part.tallies.reduce(0) { $0 + $1.all.answered } == table.total.all.answered)
      #expect(part.tallies.reduce(0) { $0 + $1.all.responses } == 500)
    }
  }

  @Test("a response that does not fit is refused and leaves nothing behind")
  func refusals() throws {
    var cube = try Self.six()
    func refusal(_ id: String, _ answers: [String: ClosedAnswer]) -> TabulationError? {
      do {
        try cube.append(Self.response(id, "online", [], answers))
        return nil
      } catch { return error }
    }
    #expect(refusal("1", [:]) == .repeatedResponse(id: "1"))
    #expect(refusal("7", ["mood": .single(0)]) == .unknownQuestion(id: "mood"))
    #expect(
      refusal("7", ["support": .single(2)])
        == .unknownOption(response: "7", question: "support", option: 2, optionCount: 2))
    #expect(
      refusal("7", ["support": .multiple([0, 1])])
        == .severalAnswers(response: "7", question: "support"))
    #expect(cube.count == 6)
    #expect(throws: TabulationError.unknownQuestion(id: "mood")) {
      try Self.six().tabulate("mood")
    }
    #expect(throws: TabulationError.repeatedQuestion(id: "support")) {
      try ResponseCube(questions: [Self.questions[0], Self.questions[0]])
    }
    #expect(throws: TabulationError.noOptions(question: "q")) {
      try ResponseCube(questions: [ClosedQuestion(id: "q", kind: .single, options: [])])
    }
  }
}

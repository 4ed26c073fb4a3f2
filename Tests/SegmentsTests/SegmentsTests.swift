// SPDX-License-Identifier: Apache-2.0

import Segments
import Testing

/// Rules as in the field: illness first, then age, then everybody else.
enum Sample {
  static let ages = ["young", "middle", "old"]
  static let conditions = ["dementia", "diabetes", "asthma", "heart"]

  static func rules() throws -> SegmentRules {
    try SegmentRules(
      ages: ages, conditions: conditions,
      rules: [
        SegmentRule(id: "dementia", conditions: ["dementia"], atLeast: 1),
        SegmentRule(
          id: "complex", ages: ["old"], conditions: ["diabetes", "asthma", "heart"], atLeast: 2),
        SegmentRule(id: "ill", conditions: ["diabetes", "asthma", "heart"], atLeast: 1),
        SegmentRule(id: "children", ages: ["young"]),
        SegmentRule(id: "well"),
      ])
  }
}

@Suite struct `Rules of segments` {
  @Test func `The first rule that fits takes a person`() throws {
    let rules = try Sample.rules()
    #expect(rules.segment(age: 2, conditions: 0b1111) == 0)
    #expect(rules.segment(age: 2, conditions: 0b1100) == 1)
    #expect(rules.segment(age: 1, conditions: 0b1100) == 2)
    #expect(rules.segment(age: 0, conditions: 0b0000) == 3)
    #expect(rules.segment(age: 1, conditions: 0b0000) == 4)
  }

  @Test func `Who falls through is named`() {
    #expect(throws: SegmentError.fallsThrough(age: "b", conditions: [])) {
      try SegmentRules(
        ages: ["a", "b"], conditions: ["x"],
        rules: [
          SegmentRule(id: "ill", conditions: ["x"], atLeast: 1),
          SegmentRule(id: "young", ages: ["a"]),
        ])
    }
  }

  @Test func `A rule that nobody reaches is named`() {
    #expect(throws: SegmentError.neverReached(rule: "late")) {
      try SegmentRules(
        ages: ["a"], conditions: [],
        rules: [SegmentRule(id: "all"), SegmentRule(id: "late")])
    }
  }

  @Test func `Names that do not exist, and counts that cannot be, are refused`() {
    func rules(_ rule: SegmentRule) throws -> SegmentRules {
      try SegmentRules(ages: ["a"], conditions: ["x"], rules: [rule])
    }
    #expect(throws: SegmentError.unknownAge(rule: "r", age: "b")) {
      try rules(SegmentRule(id: "r", ages: ["b"]))
    }
    #expect(throws: SegmentError.unknownCondition(rule: "r", condition: "y")) {
      try rules(SegmentRule(id: "r", conditions: ["y"], atLeast: 1))
    }
    #expect(throws: SegmentError.impossibleCount(rule: "r", atLeast: 2, named: 1)) {
      try rules(SegmentRule(id: "r", conditions: ["x"], atLeast: 2))
    }
    #expect(throws: SegmentError.noRules) {
      try SegmentRules(ages: ["a"], conditions: [], rules: [])
    }
    #expect(throws: SegmentError.tooManyConditions(count: 17, most: 16)) {
      try SegmentRules(
        ages: ["a"], conditions: (1...17).map { "c\($0)" }, rules: [SegmentRule(id: "all")])
    }
  }
}

@Suite struct `Cells of linked data` {
  @Test func `Known counts, activity and pounds are added up exactly`() throws {
    let counts = try SegmentCounts(
      [
        PeopleCell(place: "B", age: 2, conditions: 0b0110, people: 3...3, activity: 5, pounds: 70),
        PeopleCell(place: "A", age: 0, conditions: 0, people: 1...1, activity: 2, pounds: 10),
        PeopleCell(place: "B", age: 2, conditions: 0b1010, people: 4...4, activity: 1, pounds: 30),
      ], rules: Sample.rules())
    #expect(counts.places == ["B", "A"])
    #expect(counts.totals[0][1].people == 7)
    #expect(counts.totals[0][1].pounds == 100)
    #expect(counts.totals[0][1].activity == 6)
    #expect(counts.totals[1][3].people == 1)
  }

  @Test func `Hidden counts are ranges, and a list narrows them`() throws {
    let cells = [
      PeopleCell(place: "A", age: 0, conditions: 0, people: 100...100),
      PeopleCell(place: "A", age: 1, conditions: 0b0001, people: 1...6),
      PeopleCell(place: "A", age: 1, conditions: 0b0010, people: 1...6),
    ]
    let open = try SegmentCounts(cells, rules: Sample.rules())
    #expect(open.totals[0][0].limits == 1...6)
    let closed = try SegmentCounts(cells, rules: Sample.rules(), lists: ["A": 110])
    #expect(closed.totals[0][0].limits == 4...6)
    #expect(closed.totals[0].reduce(0) { $0 + $1.people } == 110)
  }

  @Test func `A list that the cells cannot make is named`() {
    let cells = [PeopleCell(place: "A", age: 0, conditions: 0, people: 10...12)]
    #expect(throws: SegmentError.listDoesNotSum(place: "A", list: 20, least: 10, most: 12)) {
      try SegmentCounts(cells, rules: Sample.rules(), lists: ["A": 20])
    }
  }

  @Test func `Numbers below zero are refused`() {
    #expect(throws: SegmentError.impossibleNumber(place: "A", what: "pounds", value: "-1")) {
      try SegmentCounts(
        [PeopleCell(place: "A", age: 0, conditions: 0, people: 1...1, pounds: -1)],
        rules: Sample.rules())
    }
  }
}

@Suite struct `Sharing out whole numbers` {
  @Test func `The largest remainders are served and the sum is exact`() {
    #expect(Apportionment.share(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(Apportionment.share(7, by: [0.5, 0.3, 0.2]) == [4, 2, 1])
    #expect(Apportionment.share(5, by: [0, 0]) == [5, 0])
    #expect(Apportionment.share(0, by: [1, 2]) == [0, 0])
  }
}

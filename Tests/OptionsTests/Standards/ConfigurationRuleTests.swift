// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `A rule about open sites` {
  @Test(
    arguments: [
      (.numberOfSites(atLeast: 3, atMost: 4), .breaks(.tooFewSites(open: 2, atLeast: 3))),
      (.numberOfSites(atLeast: 0, atMost: 1), .breaks(.tooManySites(open: 2, atMost: 1))),
      (.numberOfSites(atLeast: 2, atMost: 2), .passes),
      (.requires("C"), .breaks(.siteNotOpen("C"))), (.requires("A"), .passes),
      (.excludes("A"), .breaks(.siteOpen("A"))), (.excludes("C"), .passes),
      (.notTogether("B", "A"), .breaks(.openTogether("B", "A"))),
      (.notTogether("A", "C"), .passes),
      (.atMost(1, of: ["B", "A", "D"]), .breaks(.tooManyOfGroup(open: ["A", "B"], atMost: 1))),
      (.atMost(1, of: ["B", "C"]), .passes),
      (
        .eachSiteHas(service: "heart", sites: ["B"]),
        .breaks(.withoutService("heart", sites: ["A"]))
      ),
      (.eachSiteHas(service: "heart", sites: ["A", "B", "C"]), .passes),
    ] as [(ConfigurationRule, RuleVerdict)])
  func `says why it is broken`(rule: ConfigurationRule, verdict: RuleVerdict) {
    #expect(rule.verdict(on: ["A", "B"]) == verdict)
  }

  @Test func `takes services from what each site has`() {
    let rule = ConfigurationRule.eachSiteHas(
      service: "heart", servicesAtSite: ["A": ["heart", "trauma"], "B": ["trauma"]])

    #expect(rule == .eachSiteHas(service: "heart", sites: ["A"]))
    #expect(
      rule.verdict(on: ["A", "B", "C"]) == .breaks(.withoutService("heart", sites: ["B", "C"])))
  }

  @Test(
    arguments: [
      (.numberOfSites(atLeast: 3, atMost: 4), .numberOfSites(atLeast: 2, atMost: 4)),
      (.atMost(0, of: ["A", "B"]), .atMost(2, of: ["A", "B"])), (.requires("C"), nil),
    ] as [(ConfigurationRule, ConfigurationRule?)])
  func `gives way only where it has a number`(
    rule: ConfigurationRule, relaxed: ConfigurationRule?
  ) {
    #expect(rule.relaxed(toAdmit: ["A", "B"]) == relaxed)
  }
}

@Suite struct `Screening configurations` {
  private func rules(_ rules: [ConfigurationRule]) throws -> Requirements {
    try Requirements(rules.enumerated().map { .rule(id: "\($0.offset)", $0.element) })
  }

  private func sets(_ sets: [Set<String>]) -> [MeasuredConfiguration] {
    sets.map { MeasuredConfiguration(openSites: $0) }
  }

  @Test func `finds those that pass, and then no obstacle`() throws {
    let screening = try rules([.requires("A"), .numberOfSites(atLeast: 2, atMost: 2)])
      .screen(sets([["A"], ["A", "B"], ["B", "C"], ["A", "C"]]))

    #expect(screening.passing == [1, 3])
    #expect(screening.obstacles.isEmpty)
    #expect(screening.fewestBroken == 0)
  }

  @Test func `names each rule that alone keeps all out, and how far it must give`() throws {
    let screening = try rules([.requires("A"), .numberOfSites(atLeast: 4, atMost: 5)])
      .screen(sets([["A"], ["A", "B"], ["B", "C", "D", "E"], ["A", "C"]]))

    #expect(screening.passing.isEmpty)
    #expect(screening.obstacles.map(\.requirement) == ["0", "1"])
    #expect(screening.obstacles[0].passWithout == [2])
    #expect(screening.obstacles[0].smallestRelaxations.isEmpty)
    #expect(screening.obstacles[1].passWithout == [0, 1, 3])
    let weaker = screening.obstacles[1].smallestRelaxations
    #expect(weaker.map(\.requirement) == [.rule(id: "1", .numberOfSites(atLeast: 2, atMost: 5))])
    #expect(weaker.map(\.amount) == [2])
    #expect(weaker.map(\.passing) == [[1, 3]])
  }

  @Test func `names the nearest when no one rule is to blame`() throws {
    let screening = try rules([.requires("A"), .excludes("B"), .requires("C")])
      .screen(sets([["B"], ["B", "C"]]))

    #expect(screening.obstacles.isEmpty)
    #expect(screening.fewestBroken == 2)
    #expect(screening.nearest == [1])
  }

  @Test func `weakens a standard for people in both ways`() throws {
    let standard = try ServiceStandard(
      id: "travel", measure: "travel", limit: .atMost(45), unit: "minutes",
      scope: .people(share: 0.95))
    func configuration(_ share: Double, _ farthest: Double) -> MeasuredConfiguration {
      MeasuredConfiguration(
        openSites: ["A"],
        measures: [
          "travel": .areas([
            AreaValue(area: "a", people: share, value: 10),
            AreaValue(area: "b", people: 100 - share, value: farthest),
          ])
        ])
    }

    let screening = try Requirements([.standard(standard)])
      .screen([configuration(90, 60), configuration(80, 46)])

    let weaker = screening.obstacles.flatMap(\.smallestRelaxations)
    #expect(weaker.map(\.passing) == [[0], [1]])
    #expect(agree(weaker[0].amount, 0.05))
    #expect(weaker[1].amount == 1)
    #expect(
      weaker[1].requirement
        == .standard(
          try ServiceStandard(
            id: "travel", measure: "travel", limit: .atMost(46), unit: "minutes",
            scope: .people(share: 0.95))))
  }

  @Test func `finds nothing among no configurations`() throws {
    let screening = try rules([.requires("A")]).screen([])

    #expect(screening.passing.isEmpty)
    #expect(screening.obstacles.isEmpty)
    #expect(screening.fewestBroken == nil)
    #expect(screening.nearest.isEmpty)
  }

  @Test func `refuses rules that allow nothing`() throws {
    #expect(throws: StandardError.noNumberOfSites(rule: "0", atLeast: 3, atMost: 2)) {
      try rules([.numberOfSites(atLeast: 3, atMost: 2)])
    }
    #expect(throws: StandardError.negativeNumberOfSites(rule: "0", -1)) {
      try rules([.atMost(-1, of: [])])
    }
    #expect(throws: StandardError.siteApartFromItself(rule: "0", site: "A")) {
      try rules([.notTogether("A", "A")])
    }
    #expect(throws: StandardError.repeatedRequirement("x")) {
      try Requirements([.rule(id: "x", .requires("A")), .rule(id: "x", .requires("B"))])
    }
  }

  @Test(arguments: lawSeeds) func `agrees with trying each removal and each change`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let names = ["A", "B", "C", "D", "E"]
    let all = sets((0..<12).map { _ in Set(names.filter { _ in draws.whole(0...1) == 1 }) })
    let list: [ConfigurationRule] = [
      .numberOfSites(atLeast: draws.whole(3...5), atMost: 5), .requires(draws.pick(names)),
      .excludes(draws.pick(names)), .atMost(draws.whole(0...1), of: ["A", "B", "C"]),
      .notTogether("D", "E"),
    ]
    let screening = try rules(list).screen(all)

    for position in list.indices where screening.passing.isEmpty {
      var fewer = list
      fewer.remove(at: position)
      let left = try rules(fewer).screen(all).passing
      let obstacle = screening.obstacles.first { $0.requirement == "\(position)" }
      #expect((obstacle?.passWithout ?? []) == left)
      for weaker in obstacle?.smallestRelaxations ?? [] {
        guard case .rule(_, let rule) = weaker.requirement else { continue }
        var changed = list
        changed[position] = rule
        #expect(try rules(changed).screen(all).passing == weaker.passing)
      }
    }
  }
}

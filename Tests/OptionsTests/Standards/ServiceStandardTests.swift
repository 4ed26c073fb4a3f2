// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `A service standard` {
  private let volume = SiteValues(limit: .between(500, 1500))

  /// A standard on the yearly patients of each site.
  struct SiteValues {
    let limit: Limit

    func check(_ values: [String: Double], open: Set<String>? = nil) throws -> StandardResult {
      try ServiceStandard(
        id: "volume", measure: "strokes", limit: limit, unit: "a year", scope: .eachSite
      ).check(
        MeasuredConfiguration(
          openSites: open ?? Set(values.keys),
          measures: ["strokes": .sites(values.map { SiteValue(site: $0.key, value: $0.value) })]))
    }
  }

  private func within45(
    share: Double, _ areas: [(String, Double, Double)], limit: Limit = .atMost(45)
  ) throws -> StandardResult {
    try ServiceStandard(
      id: "45 minutes", measure: "travel", limit: limit, unit: "minutes",
      scope: .people(share: share)
    ).check(
      MeasuredConfiguration(
        openSites: ["A"],
        measures: [
          "travel": .areas(areas.map { AreaValue(area: $0.0, people: $0.1, value: $0.2) })
        ]))
  }

  @Test func `is met at its limits, without room to spare`() throws {
    let result = try volume.check(["A": 500, "B": 1500])

    #expect(result.isMet)
    #expect(result.margin == 0)
    #expect(result.outside.isEmpty)
    #expect(result.relaxations.isEmpty)
  }

  @Test func `names the sites outside, in order, and what would admit them`() throws {
    let result = try volume.check(["C": 1600, "B": 700, "A": 468])

    #expect(!result.isMet)
    #expect(result.margin == -100)
    #expect(result.outside.map(\.place) == ["A", "C"])
    #expect(result.outside.map(\.margin) == [-32, -100])
    #expect(result.relaxations == [.limit(.between(468, 1600))])
  }

  @Test func `doesn't look at closed sites`() throws {
    #expect(try volume.check(["A": 600, "B": 0], open: ["A"]).isMet)
  }

  @Test func `is met when no site is open`() throws {
    let result = try volume.check(["A": 1], open: [])

    #expect(result.isMet)
    #expect(result.margin == .infinity)
  }

  @Test(arguments: [
    (Limit.atLeast(10), 8.0, -2.0, Limit.atLeast(8)), (.atMost(10), 13, -3, .atMost(13)),
    (.between(1, 2), 5, -3, .between(1, 5)),
  ])
  func `for the system has one value`(
    limit: Limit, value: Double, margin: Double, relaxed: Limit
  ) throws {
    let standard = try ServiceStandard(
      id: "s", measure: "m", limit: limit, unit: "", scope: .system)
    let result = try standard.check(
      MeasuredConfiguration(openSites: [], measures: ["m": .system(value)]))

    #expect(result.margin == margin)
    #expect(result.outside.map(\.place) == [nil])
    #expect(result.relaxations == [.limit(relaxed)])
  }

  @Test func `for a share of people is met although some are outside`() throws {
    let result = try within45(share: 0.9, [("a", 95, 20), ("b", 5, 60)])

    #expect(result.isMet)
    #expect(agree(result.margin, 0.05))
    #expect(result.outside.map(\.place) == ["b"])
  }

  @Test func `for a share of people can give way in two ways`() throws {
    let result = try within45(
      share: 0.95, [("a", 60, 20), ("b", 30, 45), ("c", 8, 50), ("d", 2, 70)])

    #expect(!result.isMet)
    #expect(agree(result.margin, -0.05))
    #expect(result.relaxations == [.share(0.9), .limit(.atMost(50))])
  }

  @Test func `for a share of people can't be met by a limit when too many have no route`() throws {
    let result = try within45(share: 0.95, [("a", 9, 20), ("b", 1, .infinity), ("c", 0, 99)])

    #expect(result.relaxations == [.share(0.9)])
    #expect(result.outside.map(\.place) == ["b"])
  }

  @Test func `for a share of people with a least value looks from above`() throws {
    let result = try within45(
      share: 0.8, [("a", 1, 10), ("b", 1, 20), ("c", 2, 60)], limit: .atLeast(50))

    #expect(result.relaxations == [.share(0.5), .limit(.atLeast(10))])
  }

  @Test func `offers no share when nobody is within`() throws {
    #expect(try within45(share: 0.5, [("a", 1, 60)]).relaxations == [.limit(.atMost(60))])
  }

  @Test func `refuses what can't be`() throws {
    #expect(throws: StandardError.limitUpsideDown(standard: "volume", low: 2, high: 1)) {
      try SiteValues(limit: .between(2, 1)).check([:])
    }
    #expect(throws: StandardError.limitNotFinite(standard: "volume")) {
      try SiteValues(limit: .atMost(.nan)).check([:])
    }
    #expect(throws: StandardError.impossibleShare(standard: "45 minutes", share: 0)) {
      try within45(share: 0, [])
    }
    #expect(throws: StandardError.nobody(standard: "45 minutes")) { try within45(share: 1, []) }
    #expect(throws: StandardError.missingSite(standard: "volume", site: "Z")) {
      try volume.check(["A": 600], open: ["A", "Z"])
    }
    #expect(throws: StandardError.self) { try volume.check(["A": .nan]) }
    #expect(throws: StandardError.self) { try within45(share: 1, [("a", 1, .nan)]) }
    #expect(throws: StandardError.repeatedPlace(standard: "45 minutes", place: "a")) {
      try within45(share: 1, [("a", 1, 1), ("a", 1, 1)])
    }
    let standard = try ServiceStandard(
      id: "s", measure: "m", limit: .atMost(1), unit: "", scope: .system)
    #expect(throws: StandardError.missingMeasure(standard: "s", measure: "m")) {
      try standard.check(MeasuredConfiguration(openSites: []))
    }
    #expect(throws: StandardError.wrongKindOfMeasure(standard: "s", scope: .system)) {
      try standard.check(MeasuredConfiguration(openSites: [], measures: ["m": .sites([])]))
    }
  }

  @Test(arguments: lawSeeds) func `is met after each relaxation, and not by less`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let areas = (0..<9).map { ("\($0)", draws.number(0, 5), draws.number(0, 90).rounded()) }
    let share = draws.number(0.3, 1)
    let limit = draws.pick([Limit.atMost(30), .atLeast(60), .between(20, 50)])

    let result = try within45(share: share, areas, limit: limit)

    #expect(result.isMet == result.relaxations.isEmpty)
    for relaxation in result.relaxations {
      switch relaxation {
      case .share(let lower):
        #expect(try within45(share: lower, areas, limit: limit).isMet)
        #expect(!(try within45(share: lower + 1e-6, areas, limit: limit).isMet))
      case .limit(let wider):
        #expect(try within45(share: share, areas, limit: wider).isMet)
        #expect(!(try within45(share: share, areas, limit: tighter(wider)).isMet))
      }
    }
  }

  private func tighter(_ limit: Limit) -> Limit {
    switch limit {
    case .atMost(let high): .atMost(high - 1e-6)
    case .atLeast(let low): .atLeast(low + 1e-6)
    case .between(let low, let high): .between(low, high)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

@Suite struct `A calendar of legal holds` {
  private func hold(
    _ id: String, from first: Int, or latest: Int? = nil, to end: Int?, or lastEnd: Int? = nil
  ) throws -> LegalHold {
    try LegalHold(
      id: id, kind: .referral, begins: DayWindow(from: first, through: latest ?? first),
      ends: end.map { try DayWindow(from: $0, through: lastEnd ?? $0) })
  }

  @Test func `counts the first and the last day of a hold as a whole`() throws {
    let calendar = HoldCalendar([try hold("a", from: 10, to: 20)])
    let forces = [9, 10, 20, 21].map { calendar.block(on: $0).force }

    #expect(forces == [.none, .certain, .certain, .none])
  }

  @Test func `is unsure between the earliest and the latest day of a beginning and an end`() throws
  {
    let calendar = HoldCalendar([try hold("a", from: 10, or: 15, to: 20, or: 25)])
    let days = [9, 10, 14, 15, 20, 21, 25, 26]

    #expect(
      days.map { calendar.block(on: $0).force } == [
        .none, .possible, .possible, .certain, .certain, .possible, .possible, .none,
      ])
  }

  @Test func `lasts while nothing says that it has ended`() throws {
    let calendar = HoldCalendar([try hold("a", from: 10, to: nil)])

    #expect(calendar.block(on: 1_000_000).force == .certain)
    #expect(calendar.firstFreeDay(from: 10) == nil)
    #expect(calendar.firstFreeDay(from: 9) == 9)
  }

  @Test func `cuts overlapping holds into stretches with the same holds`() throws {
    let calendar = HoldCalendar([
      try hold("a", from: 10, to: 20), try hold("b", from: 15, to: 30),
    ])

    let periods = calendar.periods(from: 5, through: 40)

    #expect(periods.map(\.first) == [5, 10, 15, 21, 31])
    #expect(periods.map(\.last) == [9, 14, 20, 30, 40])
    #expect(periods.map(\.block.certain) == [[], ["a"], ["a", "b"], ["b"], []])
    #expect(periods.map(\.days).reduce(0, +) == 36)
    #expect(calendar.firstFreeDay(from: 12) == 31)
  }

  @Test func `joins stretches in which nothing differs`() throws {
    let calendar = HoldCalendar([try hold("a", from: 10, to: 20)])

    #expect(calendar.periods(from: 12, through: 18).count == 1)
    #expect(calendar.periods(from: 18, through: 12).isEmpty)
  }

  @Test func `finds the first free day over holds that follow each other without a gap`() throws {
    let calendar = HoldCalendar([
      try hold("a", from: 10, to: 20), try hold("b", from: 21, or: 25, to: 30),
    ])

    #expect(calendar.firstFreeDay(from: 10) == 31)
  }

  /// Every stretch agrees with each of its days, for many sets of holds.
  @Test(arguments: 1...20) func `agrees with its days`(seed: Int) throws {
    var state = UInt64(seed)
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let calendar = HoldCalendar(
      try (0..<5).map { number in
        let first = draw(60)
        let latest = first + draw(10)
        let end = latest + draw(30)
        return try hold(
          "h\(number)", from: first, or: latest, to: draw(6) == 0 ? nil : end, or: end + draw(5))
      })

    let periods = calendar.periods(from: 0, through: 120)

    #expect(periods.first?.first == 0 && periods.last?.last == 120)
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.last + 1 == $1.first })
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.block != $1.block })
    for period in periods {
      for day in period.first...period.last { #expect(calendar.block(on: day) == period.block) }
    }
  }

  @Test func `refuses a hold that ends before it begins and days in the wrong order`() {
    #expect(throws: AuthorityError.self) {
      try LegalHold(id: "a", kind: .claim, begins: DayWindow(5), ends: DayWindow(4))
    }
    #expect(throws: AuthorityError.self) { try DayWindow(from: 5, through: 4) }
  }

  @Test func `refuses what cannot be undone and never preparation`() throws {
    let calendar = HoldCalendar([
      try hold("referral", from: 10, or: 15, to: 20), try hold("claim", from: 12, to: 18),
    ])
    let move = GatedAction(id: "move", isReversible: false, gates: ["decision"])
    let prepare = GatedAction(id: "prepare", isReversible: true, gates: ["decision"])

    #expect(calendar.permission(for: prepare, on: 16, passed: []) == .allowed)
    #expect(calendar.permission(for: move, on: 9, passed: ["decision"]) == .allowed)
    #expect(calendar.permission(for: move, on: 9, passed: []) == .refused([.gate("decision")]))
    #expect(
      calendar.permission(for: move, on: 13, passed: [])
        == .refused([.hold("claim"), .possibleHold("referral"), .gate("decision")]))
    #expect(calendar.permission(for: move, on: 21, passed: ["decision"]) == .allowed)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Disclosure
import TestKit
import Testing

@Suite struct `Policies` {
  @Test func `round as their published rules say`() {
    let strict = DisclosurePolicy.strict
    #expect([0, 8, 12, 13, 17, 18].map { strict.rounded($0, .count) } == [0, 10, 10, 15, 15, 20])
    let midpoint = DisclosurePolicy.midpoint6
    #expect([0, 1, 6, 7, 12, 13].map { midpoint.rounded($0, .count) } == [0, 3, 3, 9, 9, 15])
    #expect(strict.rounded(149_999, .money) == 100_000)
    #expect(strict.rounded(1_240, .time) == 1_000)
  }

  @Test func `know which numbers they can have shown`() {
    let strict = DisclosurePolicy.strict
    #expect([0, 10, 15].allSatisfy { strict.canShow($0, .count) })
    #expect(![3, 5, 8, 12].contains { strict.canShow($0, .count) })
    #expect([0, 3, 9].allSatisfy { DisclosurePolicy.midpoint6.canShow($0, .count) })
    #expect(!DisclosurePolicy.midpoint6.canShow(6, .count))
    #expect(!DisclosurePolicy.openSAFELY.canShow(0, .count))
  }

  @Test(arguments: DisclosurePolicy.all)
  func `contain every figure in the range that what is shown stands for`(
    _ policy: DisclosurePolicy
  ) {
    for quantity in [Quantity.count, .money, .time] {
      let least = quantity == .count && policy.hidesSmall ? policy.limit : 0
      for value in stride(from: least, to: 5_000, by: 1) {
        let shown = policy.rounded(value, quantity)
        #expect(policy.range(shownAs: shown, quantity).contains(value))
        #expect(shown == 0 || policy.canShow(shown, quantity))
      }
    }
  }
}

@Suite struct `What is decided` {
  private func decide(
    _ counts: [[Int]], _ policy: DisclosurePolicy = .strict.withoutMinimum
  ) throws -> DisclosureDecision {
    try DisclosureDecision(peopleTable(counts), policy: policy)
  }

  private func shown(_ decision: DisclosureDecision, _ place: String, _ group: String) -> Int? {
    decision.figures.first { $0.key.place == place && $0.key.group == group }?.shown
  }

  @Test func `a 3 is hidden, zero is not, and others are rounded`() throws {
    let decision = try decide([[3, 40, 52], [60, 71, 0], [33, 44, 55]])
    #expect(shown(decision, "p0", "g0") == nil)
    #expect(shown(decision, "p1", "g2") == 0)
    #expect(shown(decision, "p1", "g1") == 70)
  }

  @Test func `more is hidden only where rounding leaves too little doubt`() throws {
    // 21 and 3 make 24, shown as 25: a reader knows 1 to 9 already.
    #expect(try decide([[3, 21]]).hidden["people"] == [.small: 2])
    // 20 and 2 make 22, shown as 20: a reader would know that 2 is at most 4.
    let decision = try decide([[2, 20], [50, 50]])
    #expect(decision.hidden["people"]?[.small] == 1)
    #expect((decision.hidden["people"]?[.protectsAnother] ?? 0) > 0)
    #expect(try decide([[2, 20], [50, 50]], .hes2018).hidden["people"] == [.small: 1])
  }

  @Test func `totals of OpenSAFELY are sums of what is shown`() throws {
    let decision = try decide([[3, 21, 32]], .openSAFELY)
    #expect(shown(decision, "p0", "all") == 50)
    #expect(shown(decision, "p0", "g0") == nil)
  }

  @Test func `money goes where its people go, and where one person is most of it`() throws {
    func money(_ group: String, _ value: Int, people: Int, largest: Int) -> UnsafeCell {
      UnsafeCell(
        table: "people",
        key: CellKey(
          period: "2016-04/2017-03", place: "p0", age: "all", group: group, measure: "pounds"),
        value: value, people: people, largest: largest, second: 10)
    }
    let counts = peopleTable([[3, 200, 300]]).filter { $0.key.place == "p0" }
    let cells =
      counts + [
        money("g0", 900_000, people: 3, largest: 400_000),
        money("g1", 90_000_000, people: 200, largest: 80_000_000),
        money("g2", 80_000_000, people: 300, largest: 900_000),
        money("all", 170_900_000, people: 503, largest: 80_000_000),
      ]
    let decision = try DisclosureDecision(cells, policy: .strict)
    let pounds = decision.figures.filter { $0.key.measure == "pounds" && $0.shown != nil }
    #expect(!pounds.contains { ["g0", "g1"].contains($0.key.group) })
    #expect(decision.hidden["people"]?[.dominance] == 1)
  }

  @Test func `a place with few people is not broken down`() throws {
    let decision = try decide([[30, 40], [300, 400]], .strict)
    #expect(decision.figures.filter { $0.key.place == "p0" }.allSatisfy { $0.shown == nil })
    #expect(decision.hidden["people"]?[.population] == 3)
  }

  @Test func `totals that are not the sum of their parts are refused`() {
    var cells = peopleTable([[30, 40], [300, 400]])
    cells.append(cells[0])
    #expect(throws: DisclosureError.self) { try DisclosureDecision(cells, policy: .strict) }
    let short = peopleTable([[30, 40], [300, 400]]).filter { $0.key.group != "g1" }
    #expect(throws: DisclosureError.self) { try DisclosureDecision(short, policy: .strict) }
  }

  @Test func `an overlapping period or a slightly changed area is not shown beside the old`() throws
  {
    let policy = DisclosurePolicy.strict
    let old = try DisclosureDecision(peopleTable([[300, 400]]), policy: policy)
    let before = [PreviousRelease(policy: policy, figures: old.figures)]
    let shorter = try DisclosureDecision(
      peopleTable([[298, 400]], period: "2016-04/2017-02"), policy: policy, previous: before)
    #expect(!shorter.differencing.isEmpty)
    #expect(shorter.differencing.allSatisfy { $0.key.period == "2016-04/2017-02" })
    let later = try DisclosureDecision(
      peopleTable([[298, 400]], period: "2017-04/2018-03"), policy: policy, previous: before)
    #expect(later.differencing.isEmpty)
    let moved = peopleTable([[301, 402]]).map { cell in
      let place = cell.key.place == "p0" ? "p0-new" : cell.key.place
      return UnsafeCell(
        table: cell.table,
        key: CellKey(
          period: cell.key.period, place: place, age: "all", group: cell.key.group,
          measure: "people"), value: cell.value, people: cell.people)
    }
    let changed = try DisclosureDecision(moved, policy: policy, previous: before)
    #expect(changed.differencing.contains { $0.key.place == "p0-new" })
  }

  @Test func `other bands for the same people are withheld`() throws {
    let old = try DisclosureDecision(peopleTable([[300, 400]]), policy: .strict)
    let new = try DisclosureDecision(
      peopleTable([[300, 200, 200]]), policy: .strict,
      previous: [PreviousRelease(policy: .strict, figures: old.figures)])
    #expect(new.withheld.count == 1)
    #expect(new.figures.allSatisfy { $0.shown == nil })
  }

  @Test func `a figure that two tables give is hidden in both or in neither`() throws {
    for seed in 0..<100 {
      var draws = SeededDraws(seed: seed)
      let counts = (0..<3).map { _ in (0..<3).map { _ in draws.whole(1...30) } }
      let turned = counts.map { row in [row.reduce(0, +)] }
      let cells =
        peopleTable(counts)
        + peopleTable(turned, table: "other").filter {
          $0.key.group == CellKey.all
        }
      let decision = try DisclosureDecision(cells, policy: .strict.withoutMinimum)
      let byKey = Dictionary(grouping: decision.figures, by: \.key)
      for figures in byKey.values where Set(figures.map(\.table)).count == 2 {
        guard decision.withheld.isEmpty else { continue }
        #expect(Set(figures.map(\.shown)).count == 1)
      }
    }
  }

  @Test func `a table of three axes is proved in full, and most of it is shown`() throws {
    var draws = SeededDraws(seed: 9)
    var cells: [UnsafeCell] = []
    var sums: [[String]: Int] = [:]
    for place in 0..<8 {
      for age in 0..<6 {
        for group in 0..<8 {
          let value = draws.unit() < 0.15 ? draws.below(8) : draws.whole(8...900)
          for p in ["p\(place)", "all"] {
            for a in ["a\(age)", "all"] {
              for g in ["g\(group)", "all"] { sums[[p, a, g], default: 0] += value }
            }
          }
        }
      }
    }
    for (names, value) in sums {
      let key = CellKey(
        period: "2016", place: names[0], age: names[1], group: names[2], measure: "people")
      cells.append(UnsafeCell(table: "t", key: key, value: value, people: value))
    }
    let decision = try DisclosureDecision(cells, policy: .strict)
    #expect(decision.withheld.isEmpty)
    let small = decision.hidden["t"]?[.small] ?? 0
    #expect(decision.proved == small && small > 20)
    #expect((decision.hidden["t"]?[.protectsAnother] ?? 0) < small)
  }
}

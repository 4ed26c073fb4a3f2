// SPDX-License-Identifier: Apache-2.0

import Disclosure
import TestKit
import Testing

/// Exact people of places and groups with all totals.
func peopleTable(
  _ counts: [[Int]], table: String = "people", period: String = "2016-04/2017-03",
  measure: String = "people"
) -> [UnsafeCell] {
  func cell(_ place: String, _ group: String, _ value: Int) -> UnsafeCell {
    UnsafeCell(
      table: table,
      key: CellKey(period: period, place: place, age: "all", group: group, measure: measure),
      value: value, people: value)
  }
  var cells: [UnsafeCell] = []
  let columns = counts[0].indices
  for (row, values) in counts.enumerated() {
    for (column, value) in values.enumerated() {
      cells.append(cell("p\(row)", "g\(column)", value))
    }
    cells.append(cell("p\(row)", "all", values.reduce(0, +)))
  }
  for column in columns {
    cells.append(cell("all", "g\(column)", counts.reduce(0) { $0 + $1[column] }))
  }
  return cells + [cell("all", "all", counts.joined().reduce(0, +))]
}

private func drawnTable(_ draws: inout SeededDraws) -> [[Int]] {
  let (rows, columns) = (draws.whole(1...3), draws.whole(1...3))
  return (0..<rows).map { _ in
    (0..<columns).map { _ in
      draws.unit() < 0.4 ? draws.below(8) : draws.whole(8...40)
    }
  }
}

private func smallCells(_ counts: [[Int]], below limit: Int) -> [(String, String)] {
  var cells: [(String, String)] = []
  for (row, values) in counts.enumerated() {
    for (column, value) in values.enumerated() where (1..<limit).contains(value) {
      cells.append(("p\(row)", "g\(column)"))
    }
  }
  return cells
}

/// The tables are small, so that every one can be tried.
@Suite struct `Somebody who tries every table` {
  @Test func `learns a hidden 3 from exact totals, which is why they are not given`() {
    let key = { (place: String, group: String) in
      CellKey(period: "2016", place: place, age: "all", group: group, measure: "people")
    }
    // 20 and a hidden one with a total that is known to be 23 by three roundings.
    var attacker = Attacker(
      [
        SafeFigure(table: "t", key: key("p0", "g0"), shown: nil),
        SafeFigure(table: "t", key: key("p0", "g1"), shown: 20),
        SafeFigure(table: "t", key: key("p0", "all"), shown: 20),
      ], .strict, most: 60)
    #expect(attacker.values("p0", "g0", among: 1...7) == [1, 2, 3, 4])
    attacker.learn([SafeFigure(table: "t", key: key("p0", "g1"), shown: 25)], .strict)
    #expect(attacker.values("p0", "g0", among: 1...7).isEmpty)
  }

  @Test(arguments: 0..<300)
  func `is left with seven values at least for every small count, under the strict policy`(
    _ seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let counts = drawnTable(&draws)
    let decision = try DisclosureDecision(peopleTable(counts), policy: .strict.withoutMinimum)
    let attacker = Attacker(decision.figures, .strict, most: 500)
    for (place, group) in smallCells(counts, below: 8) {
      #expect(attacker.hasValues(place, group, among: 1...16, atLeast: 7), "\(counts)")
    }
    for figure in decision.figures { #expect(!(1...7).contains(figure.shown ?? 0)) }
  }

  @Test(arguments: 0..<300)
  func `is left with three values at least under the other policies`(_ seed: Int) throws {
    var draws = SeededDraws(seed: 1_000 + seed)
    let counts = drawnTable(&draws)
    for policy in [DisclosurePolicy.hes2018, .openSAFELY, .midpoint6] {
      let decision = try DisclosureDecision(peopleTable(counts), policy: policy)
      let attacker = Attacker(decision.figures, policy, most: 500)
      for (place, group) in smallCells(counts, below: policy.limit) {
        #expect(
          attacker.hasValues(place, group, among: 1...16, atLeast: 3), "\(policy.name) \(counts)")
      }
    }
  }

  @Test(arguments: 0..<300)
  func `learns no more when an earlier release is there too`(_ seed: Int) throws {
    var draws = SeededDraws(seed: 2_000 + seed)
    let counts = drawnTable(&draws)
    let policy = DisclosurePolicy.strict.withoutMinimum
    // Without totals over places, so that other figures were hidden to protect the small ones.
    let first = try DisclosureDecision(
      peopleTable(counts).filter { $0.key.place != CellKey.all }, policy: policy)
    let second = try DisclosureDecision(
      peopleTable(counts), policy: policy,
      previous: [PreviousRelease(policy: policy, figures: first.figures)])
    guard second.withheld.isEmpty else { return }
    var attacker = Attacker(second.figures, .strict, most: 500)
    attacker.learn(first.figures, .strict)
    for (place, group) in smallCells(counts, below: 8) {
      #expect(attacker.hasValues(place, group, among: 1...16, atLeast: 7), "\(counts)")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Segments
import TestKit
import Testing

/// Made-up people with overlapping conditions, counted as registers count them.
private struct Crowd {
  var people: [Int] = [0, 0, 0]
  var registers: [Int] = [0, 0, 0, 0]
  var segments: [Int] = [0, 0, 0, 0, 0]
  /// Dementia is not for the young, heart disease not either.
  static let canHave = [
    [false, true, true], [true, true, true], [true, true, true], [false, true, true],
  ]

  init(_ random: inout some RandomNumberGenerator, rules: SegmentRules) {
    let chances = (0..<4).map { _ in Double.random(in: 0...0.6, using: &random) }
    for _ in 0..<Int.random(in: 1...400, using: &random) {
      let age = Int.random(in: 0...2, using: &random)
      let frail = Double.random(in: 0...2, using: &random)
      var set: UInt32 = 0
      for condition in 0..<4 where Crowd.canHave[condition][age] {
        if Double.random(in: 0...1, using: &random) < chances[condition] * frail {
          set |= 1 << UInt32(condition)
          registers[condition] += 1
        }
      }
      people[age] += 1
      segments[rules.segment(age: age, conditions: set)] += 1
    }
  }

  func margins() throws -> RegisterMargins {
    try RegisterMargins(
      place: "P", people: people, registers: registers, canHave: Crowd.canHave,
      conditions: Sample.conditions)
  }
}

/// Nine tenths of people, and the tenth whose odds are as many times theirs as makes the association.
private func kinds(_ association: Double) -> [(share: Double, odds: Double)] {
  var (low, high) = (1.0, 1e6)
  for _ in 0..<200 {
    let odds = (low + high) / 2
    let mean = 0.9 + 0.1 * odds
    if (0.9 + 0.1 * odds * odds) / (mean * mean) < association { low = odds } else { high = odds }
  }
  return [(0.9, 1 / (0.9 + 0.1 * low)), (0.1, low / (0.9 + 0.1 * low))]
}

/// The fit as it is described: cell by cell, scaled to each register and each age in turn.
private func fittedCellByCell(
  _ margins: RegisterMargins, byAge: [[Double]], association: Double
) -> [[Double]] {
  let count = margins.registers.count
  var table = margins.people.indices.map { age in
    (0..<(1 << count)).map { set -> Double in
      // A tenth is frail; how much follows from the association of two rare conditions.
      kinds(association).reduce(0.0) { sum, kind in
        sum
          + (0..<count).reduce(kind.share) { product, condition in
            let odds = byAge[condition][age] * kind.odds
            return product * (set & 1 << condition != 0 ? odds : 1) / (1 + odds)
          }
      }
    }
  }
  for _ in 0..<3000 {
    for condition in 0..<count {
      var with = 0.0
      for row in table {
        for (set, value) in row.enumerated() where set & 1 << condition != 0 { with += value }
      }
      let all = table.joined().reduce(0, +)
      let target = Double(margins.registers[condition])
      for age in table.indices {
        for set in table[age].indices {
          table[age][set] *=
            set & 1 << condition != 0
            ? target / with : (Double(margins.list) - target) / (all - with)
        }
      }
    }
    for age in table.indices {
      let sum = table[age].reduce(0, +)
      for set in table[age].indices { table[age][set] *= Double(margins.people[age]) / sum }
    }
  }
  return table
}

@Suite struct `A reconstruction from registers` {
  private let byAge: [[Double]] = [[0, 1, 9], [1, 3, 5], [2, 1, 1], [0, 1, 6]]

  @Test func `The table has the margins, and agrees with scaling cell by cell`() throws {
    let margins = try RegisterMargins(
      place: "P", people: [300, 500, 200], registers: [40, 120, 90, 70], canHave: Crowd.canHave,
      conditions: Sample.conditions)
    for association in [1.0, 2.5] {
      let fit = RegisterFit(
        margins, seed: try RegisterSeed(byAge: byAge, association: association))
      #expect(fit.hasConverged)
      // The seed's odds as the fit starts from them; factors by condition do not change the end.
      let odds = byAge.indices.map { condition -> [Double] in
        let sum = zip(byAge[condition], margins.people).reduce(0) { $0 + $1.0 * Double($1.1) }
        return byAge[condition].map { value in
          let share = min(value * Double(margins.registers[condition]) / sum, 0.95)
          return share / (1 - share)
        }
      }
      let other = fittedCellByCell(margins, byAge: odds, association: association)
      for age in 0..<3 {
        for (mine, theirs) in zip(fit.people(age: age), other[age]) {
          #expect((mine - theirs).magnitude < 1e-3)
        }
      }
    }
  }

  @Test func `Two conditions without association are independent at each age`() throws {
    let margins = try RegisterMargins(
      place: "P", people: [1000], registers: [200, 300], canHave: [[true], [true]],
      conditions: ["a", "b"])
    let table = RegisterFit(
      margins, seed: try RegisterSeed(byAge: [[1], [1]], association: 1)
    ).people(age: 0)
    #expect(zip(table, [560, 140, 240, 60]).allSatisfy { ($0 - $1).magnitude < 1e-6 })
  }

  @Test func `The association is the odds ratio of two rare conditions`() throws {
    let margins = try RegisterMargins(
      place: "P", people: [1_000_000], registers: [20, 30], canHave: [[true], [true]],
      conditions: ["a", "b"])
    let table = RegisterFit(
      margins, seed: try RegisterSeed(byAge: [[1], [1]], association: 3)
    ).people(age: 0)
    #expect((table[0] * table[3] / (table[1] * table[2]) - 3).magnitude < 0.01)
  }

  @Test func `People and pounds add up in every place, and stay within their limits`() throws {
    let rules = try Sample.rules()
    var random = SeededDraws(seed: 1940)
    for _ in 0..<300 {
      let crowd = Crowd(&random, rules: rules)
      let margins = try crowd.margins()
      let perHead = (0..<3).map { _ in Double.random(in: 0...9000, using: &random) }
      let made = try Reconstruction(
        margins,
        seed: RegisterSeed(
          byAge: byAge, association: Double.random(in: 1...8, using: &random)),
        rules: rules, poundsPerHead: perHead,
        costPerCondition: Double.random(in: 0.5...3, using: &random))
      #expect(made.people.reduce(0, +) == margins.list)
      let spend = zip(margins.people, perHead).reduce(0) { $0 + Double($1.0) * $1.1 }
      #expect(made.pounds.reduce(0, +) == Int(spend.rounded()))
      #expect(made.people.allSatisfy { $0 >= 0 } && made.pounds.allSatisfy { $0 >= 0 })
      for (limits, real) in zip(made.limits, crowd.segments) {
        #expect(limits.contains(real), "\(limits) and \(real)")
      }
      if made.fit.hasConverged {
        for (limits, made) in zip(made.limits, made.people) {
          #expect(limits.lowerBound - 1 <= made && made <= limits.upperBound + 1)
        }
      }
    }
  }

  @Test func `Nobody is made to have nearly everything`() throws {
    let count = 12
    let margins = try RegisterMargins(
      place: "P", people: [10_000], registers: Array(repeating: 500, count: count),
      canHave: Array(repeating: [true], count: count), conditions: (1...count).map { "c\($0)" })
    let table = RegisterFit(
      margins,
      seed: try RegisterSeed(byAge: Array(repeating: [1], count: count), association: 4)
    ).people(age: 0)
    let ill = table.enumerated().reduce(0) {
      $0 + ($1.offset.nonzeroBitCount >= 10 ? $1.element : 0)
    }
    #expect(ill < 1)
  }

  @Test func `Registers that nobody could be on are named`() {
    func margins(_ registers: [Int]) throws -> RegisterMargins {
      try RegisterMargins(
        place: "P", people: [60, 40], registers: registers,
        canHave: [[true, true], [false, true]], conditions: ["a", "b"])
    }
    #expect(
      throws: SegmentError.registerAboveList(place: "P", condition: "a", register: 101, list: 100)
    ) { try margins([101, 0]) }
    #expect(
      throws: SegmentError.registerAboveEligible(
        place: "P", condition: "b", register: 41, eligible: 40)
    ) { try margins([0, 41]) }
    #expect(throws: SegmentError.associationOutOfRange(50)) {
      try RegisterSeed(byAge: [], association: 50)
    }
  }

  @Test func `Everybody of an age, and nobody, can have a condition`() throws {
    let rules = try SegmentRules(
      ages: ["a", "b"], conditions: ["x", "y"],
      rules: [SegmentRule(id: "x", conditions: ["x"], atLeast: 1), SegmentRule(id: "rest")])
    let margins = try RegisterMargins(
      place: "P", people: [60, 40], registers: [40, 0],
      canHave: [[false, true], [true, true]], conditions: ["x", "y"])
    let made = try Reconstruction(
      margins, seed: RegisterSeed(byAge: [[0, 1], [1, 1]], association: 2), rules: rules,
      poundsPerHead: [1, 2], costPerCondition: 1)
    #expect(made.people == [40, 60])
    #expect(made.limits == [40...40, 60...60])
    #expect(made.pounds == [80, 60])
  }
}

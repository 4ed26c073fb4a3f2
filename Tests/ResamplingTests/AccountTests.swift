// SPDX-License-Identifier: Apache-2.0

import Resampling
import TestKit
import Testing

@Suite struct AccountTests {
  @Test(arguments: 1...6)
  func `baseline, causes and chance add up to every total exactly`(seed: Int) throws {
    let model = try Models.everything(seed: seed)
    for number in 0..<12 {
      let run = model.run(number)
      for line in model.lines.indices {
        let causes = model.causes.indices.map {
          run.contributions[line * model.causes.count + $0]
        }
        let sum = causes.reduce(Double(model.lines[line].baseline), +) + run.chance[line]
        let backwards =
          run.chance[line] + causes.reversed().reduce(0, +) + Double(model.lines[line].baseline)
        #expect(sum == Double(run.totals[line]))
        #expect(backwards == Double(run.totals[line]))
      }
    }
  }

  @Test(arguments: 1...6)
  func `parts add up to their lines`(seed: Int) throws {
    let model = try Models.everything(seed: seed)
    let run = model.run(1)
    var people = [Int](repeating: 0, count: model.lines.count)
    var specialties = people
    for (place, part) in model.people.enumerated() { people[part.line] += run.people[place] }
    for (place, part) in model.specialties.enumerated() {
      specialties[part.line] += run.specialties[place]
    }
    #expect(people == run.totals && specialties == run.totals)
    #expect(
      model.people.reduce(0) { $0 + $1.baseline } == model.lines.reduce(0) { $0 + $1.baseline })
  }

  @Test(arguments: 1...4)
  func `the mean of many runs is what is expected`(seed: Int) throws {
    let model = try Models.everything(seed: seed)
    let (values, variant) = model.draw(1)
    let expected = model.expected(values: values, variant: variant)
    let runs = (1...300).map { model.run($0, values: values, variant: variant) }
    for line in model.lines.indices {
      let totals = runs.map { Double($0.totals[line]) }
      let mean = totals.reduce(0, +) / 300
      let variance = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 299
      // Five standard errors: one false alarm in a million lines or so.
      #expect(abs(mean - expected[line]) <= 5 * (variance / 300).squareRoot() + 0.05)
    }
  }

  @Test func `shares are Shapley's, by every order of the causes`() throws {
    let rates = [1.3, 0.7, 1.05, 0.4]
    let model = try Models.spells(
      100,
      factors: [
        Models.factor("a", rates[0]), Models.factor("b", rates[1]), Models.factor("c", rates[2]),
      ],
      strategies: [
        Models.strategy("d", .avoidance, rates[3]), Models.strategy("e", .lengthOfStay, 0.5),
        Models.strategy("f", .sameDay(pod: "same-day"), 0.2),
      ])
    // Nights and the day of discharge for each set of causes; each efficiency is picked half the time.
    func days(_ present: Set<Int>) -> Double {
      var factor = 100.0
      for cause in 0..<4 where present.contains(cause) { factor *= rates[cause] }
      let stay = present.contains(4) ? 0.5 * 0.5 * 4 : 0
      let moved = present.contains(5) ? 0.5 * 0.8 * 5 : 0
      return factor * (5 - stay - moved)
    }
    func arrivals(_ present: Set<Int>) -> Double {
      var factor = 100.0
      for cause in 0..<4 where present.contains(cause) { factor *= rates[cause] }
      return present.contains(5) ? factor * 0.5 * 0.8 : 0
    }
    // Families come first: population is absent, so a, b, c, and then the strategies.
    let run = model.run(0)
    for (line, value) in [
      (try #require(model.line(.bedDays)), days),
      (try #require(model.line(.arrivals, "same-day")), arrivals),
    ] {
      let found = model.causes.indices.map { run.contributions[line * model.causes.count + $0] }
      for (cause, share) in Shapley.shares(6, value).enumerated() {
        #expect(abs(found[cause] - share) < 1e-4)
      }
    }
  }

  @Test func `twenty causes on a row still add up to what is expected`() throws {
    let factors = (0..<20).map { Models.factor("f\($0)", 0.6 + 0.05 * Double($0)) }
    let model = try Models.spells(1_000, factors: factors)
    let product = factors.reduce(1.0) { product, factor in
      if case .fixed(let value) = factor.value { return product * value }
      return product
    }
    #expect(abs(model.expected(values: [], variant: 0)[0] - 1_000 * product) < 1e-3)
  }

  @Test func `a day in bed that a strategy saves is not credited to chance`() throws {
    let model = try Models.spells(
      20_000, strategies: [Models.strategy("shorter", .lengthOfStay, 0.5)])
    let run = model.run(1)
    let cause = try #require(model.causes.firstIndex { $0.id == "shorter" })
    #expect(abs(run.contributions[model.causes.count + cause] + 40_000) < 1e-2)
    #expect(abs(run.chance[1]) < 5 * 3 * (20_000.0).squareRoot())
  }
}

/// Shapley's value from its definition: the mean over every order.
enum Shapley {
  static func shares(_ count: Int, _ value: (Set<Int>) -> Double) -> [Double] {
    var shares = [Double](repeating: 0, count: count)
    var orders = 0.0
    func visit(_ present: Set<Int>, _ order: [Int]) {
      if order.count == count {
        orders += 1
        var set: Set<Int> = []
        for cause in order {
          let before = value(set)
          set.insert(cause)
          shares[cause] += value(set) - before
        }
        return
      }
      for cause in 0..<count where !present.contains(cause) {
        visit(present.union([cause]), order + [cause])
      }
    }
    visit([], [])
    return shares.map { $0 / orders }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Capacity
import Testing

@Suite struct PlacesRuleTests {
  private func rule(
    _ chance: Double, _ variability: Double = 1, _ measure: ShortageMeasure = .allTaken
  ) throws -> PlacesRule {
    try PlacesRule(chance: chance, variability: variability, measure: measure)
  }

  @Test func `Erlang's loss formula gives the values of its tables`() throws {
    let loss = try rule(0.01, 1, .turnedAway)
    // B(1, a) = a/(1+a); B(2, 1) = 1/5; B(3, 2) = 4/19; B(10, 5) as printed in tables.
    #expect(abs(try loss.chance(units: 1, meanInUse: 3) - 0.75) < 1e-15)
    #expect(abs(try loss.chance(units: 2, meanInUse: 1) - 0.2) < 1e-15)
    #expect(abs(try loss.chance(units: 3, meanInUse: 2) - 4.0 / 19) < 1e-15)
    #expect(abs(try loss.chance(units: 10, meanInUse: 5) - 0.0183846) < 5e-8)
    // Traffic tables: at a loss of 1%, 10 lines bear 4.461 Erlang, 100 bear 84.06.
    #expect(abs(try loss.largestMean(units: 10) - 4.461) < 5e-4)
    #expect(abs(try loss.largestMean(units: 100) - 84.06) < 5e-3)
  }

  @Test func `the loss formula agrees with its recursion`() throws {
    let loss = try rule(0.01, 1, .turnedAway)
    for demand in [0.001, 0.7, 5, 60, 400, 3000] {
      var chance = 1.0
      for units in 1...1000 {
        chance = demand * chance / (Double(units) + demand * chance)
        guard units % 37 == 0, chance > 1e-280 else { continue }
        let found = try loss.chance(units: units, meanInUse: demand)
        #expect(abs(found / chance - 1) < 1e-12)
      }
    }
  }

  @Test func `Poisson tails agree with sums of their terms`() throws {
    let above = try rule(0.05, 1, .demandAbove)
    let taken = try rule(0.05, 1, .allTaken)
    for mean in [0.01, 0.5, 3, 20, 150] {
      // The terms by multiplication from e^−mean; their sum from the top loses nothing.
      var terms = [mean.exponentialOfMinus]
      for count in 1...600 { terms.append(terms[count - 1] * mean / Double(count)) }
      for count in stride(from: 1, to: 250, by: 9) {
        let sum = terms[(count + 1)...].reversed().reduce(0, +)
        guard sum > 1e-250 else { continue }
        #expect(abs(try above.chance(units: count, meanInUse: mean) / sum - 1) < 1e-11)
        #expect(abs(try taken.chance(units: count + 1, meanInUse: mean) / sum - 1) < 1e-11)
      }
    }
  }

  @Test func `negative binomial tails agree with sums of their terms`() throws {
    for (mean, variability) in [(0.2, 3.0), (4, 1.5), (30, 2), (90, 8)] {
      let above = try rule(0.05, variability, .demandAbove)
      let shape = mean / (variability - 1)
      let ratio = 1 - 1 / variability
      // P(0) = v^−shape, by repeated square roots of v so that no logarithm is needed here.
      var terms = [Self.power(variability, -shape)]
      for count in 1...4000 {
        terms.append(terms[count - 1] * (Double(count - 1) + shape) * ratio / Double(count))
      }
      #expect(abs(terms.reversed().reduce(0, +) - 1) < 1e-9)
      for count in stride(from: 1, to: 300, by: 7) {
        let sum = terms[(count + 1)...].reversed().reduce(0, +)
        guard sum > 1e-200 else { continue }
        #expect(abs(try above.chance(units: count, meanInUse: mean) / sum - 1) < 1e-9)
      }
    }
  }

  @Test func `a variability of one and a hair gives the chances of one`() throws {
    for mean in [0.3, 12, 700] {
      let one = try rule(0.05, 1)
      let hair = try rule(0.05, 1 + 1e-9)
      for units in [1, 10, 20, 690, 760] {
        let expected = try one.chance(units: units, meanInUse: mean)
        guard expected > 1e-200 else { continue }
        #expect(abs(try hair.chance(units: units, meanInUse: mean) / expected - 1) < 1e-5)
      }
    }
  }

  @Test(arguments: ShortageMeasure.allCases)
  func `the requirement does, and one fewer does not`(measure: ShortageMeasure) throws {
    for chance in [0.5, 0.1, 0.02, 1e-3, 1e-8] {
      for variability in measure == .turnedAway ? [1.0] : [1, 1.3, 4] {
        let rule = try rule(chance, variability, measure)
        for mean in [1e-9, 0.02, 0.5, 1, 7.3, 40, 333, 2500] {
          let units = try rule.required(meanInUse: mean)
          #expect(units >= 1)
          #expect(try rule.chance(units: units, meanInUse: mean) <= chance)
          if units > 1 { #expect(try rule.chance(units: units - 1, meanInUse: mean) > chance) }
        }
      }
    }
  }

  @Test func `nothing needs nothing, and hardly anything needs one`() throws {
    for measure in ShortageMeasure.allCases {
      let rule = try rule(0.05, 1, measure)
      #expect(try rule.required(meanInUse: 0) == 0)
      #expect(try rule.required(meanInUse: .leastNonzeroMagnitude) == 1)
      #expect(try rule.required(meanInUse: 1e-300) == 1)
      #expect(try rule.chance(units: 0, meanInUse: 0) == 0)
      #expect(try rule.chance(units: 0, meanInUse: 1) == 1)
    }
  }

  @Test func `the largest mean of a pool is where its requirement goes up`() throws {
    for measure in ShortageMeasure.allCases {
      let rule = try rule(0.02, 1, measure)
      for units in [1, 2, 5, 30, 200, 1500] {
        let mean = try rule.largestMean(units: units)
        #expect(try rule.required(meanInUse: mean * (1 - 1e-9)) == units)
        #expect(try rule.required(meanInUse: mean * (1 + 1e-9)) == units + 1)
      }
    }
    // All taken of one bed: 1 − e^−mean.
    #expect(abs(try rule(0.5).largestMean(units: 1) - 0.693147180559945) < 1e-12)
  }

  @Test func `larger pools can be kept fuller`() throws {
    for measure in ShortageMeasure.allCases {
      let rule = try rule(0.01, measure == .turnedAway ? 1 : 1.5, measure)
      var last = 0.0
      for units in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] {
        let occupancy = try rule.safeOccupancy(units: units)
        #expect(occupancy > last && occupancy < 1)
        last = occupancy
      }
    }
  }

  @Test(arguments: [(20, 55, 40), (100, 78, 69), (400, 88, 84)])
  func `the occupancies of the documentation are those worked out`(
    units: Int, random: Double, waves: Double
  ) throws {
    #expect((try rule(0.01).safeOccupancy(units: units) * 100).rounded(.down) == random)
    #expect((try rule(0.01, 2).safeOccupancy(units: units) * 100).rounded(.down) == waves)
  }

  @Test func `huge pools are worked out`() throws {
    for measure in ShortageMeasure.allCases {
      let rule = try rule(0.01, 1, measure)
      let units = try rule.required(meanInUse: 1e7)
      #expect(try rule.chance(units: units, meanInUse: 1e7) <= 0.01)
      #expect(try rule.chance(units: units - 1, meanInUse: 1e7) > 0.01)
    }
    // z = 2.326: the square-root rule gives 10,007,357.
    #expect(abs(try rule(0.01).required(meanInUse: 1e7) - 10_007_357) <= 3)
  }

  @Test func `bad rules and questions are refused`() throws {
    for chance in [0, 1, -0.1, 1.5, .nan, .infinity] as [Double] {
      #expect(throws: CapacityError.self) { try rule(chance) }
    }
    for variability in [0, 0.99, -1, 20.5, .nan, .infinity] as [Double] {
      #expect(throws: CapacityError.self) { try rule(0.05, variability) }
    }
    #expect(throws: CapacityError.self) { try rule(0.05, 2, .turnedAway) }
    do {
      _ = try rule(.nan, 0.5)
    } catch let error as CapacityError {
      #expect(error.problems.map(\.field) == [.chance, .variability])
    }
    let good = try rule(0.05)
    for mean in [-1, .nan, .infinity, 1e9] as [Double] {
      #expect(throws: CapacityError.self) { try good.required(meanInUse: mean) }
      #expect(throws: CapacityError.self) { try good.chance(units: 3, meanInUse: mean) }
    }
    #expect(throws: CapacityError.self) { try good.chance(units: -1, meanInUse: 1) }
    #expect(throws: CapacityError.self) { try good.largestMean(units: .max) }
    #expect(throws: CapacityError.self) { try good.safeOccupancy(units: 0) }
  }

  /// A power by halving the exponent: exact enough for tests.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var (root, left, result) = (base, abs(exponent), 1.0)
    let whole = Int(left)
    for _ in 0..<whole { result *= base }
    left -= Double(whole)
    for _ in 0..<60 {
      root = root.squareRoot()
      left *= 2
      if left >= 1 {
        result *= root
        left -= 1
      }
    }
    return exponent < 0 ? 1 / result : result
  }
}

extension Double {
  /// e to the minus this, by squaring a short series.
  fileprivate var exponentialOfMinus: Double {
    let part = -self / 1024
    var (term, sum) = (1.0, 1.0)
    for k in 1..<20 {
      term *= part / Double(k)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}

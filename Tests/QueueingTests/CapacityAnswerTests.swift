// SPDX-License-Identifier: Apache-2.0

import Queueing
import TestKit
import Testing

@Suite struct `Beds for a promise` {
  @Test func `are the fewest that keep it`() throws {
    for noBed in NoBed.allCases {
      let answer = try BedPool.beds(arrivalRate: 4, meanStay: 5, chance: 0.01, noBed: noBed)
      #expect(answer.chance <= 0.01 && answer.load == 20)
      let fewer = try BedPool.answer(load: 20, beds: answer.beds - 1, noBed)
      #expect(fewer.chance > 0.01)
    }
  }

  /// Shares of arrivals that find no bed at 85% and at 92%, from Erlang's delay formula.
  @Test(arguments: [
    (10, 0.53, 0.73), (28, 0.31, 0.57), (50, 0.19, 0.46), (100, 0.075, 0.31), (250, 0.007, 0.13),
    (500, 0, 0.041), (1_000, 0, 0.005),
  ])
  func `show what one rule for all pools means`(beds: Int, at85: Double, at92: Double) throws {
    #expect(abs(try BedPool.chance(beds: beds, occupancy: 0.85) - at85) < 0.0055)
    #expect(abs(try BedPool.chance(beds: beds, occupancy: 0.92) - at92) < 0.0055)
  }

  /// The occupancy at which 1% is turned away, from Erlang's loss formula.
  @Test(arguments: [
    (10, 0.44), (28, 0.66), (50, 0.75), (100, 0.83), (250, 0.90), (500, 0.94), (1_000, 0.96),
  ])
  func `allow a larger pool to be fuller`(beds: Int, occupancy: Double) throws {
    let safe = try BedPool.safeOccupancy(beds: beds, chance: 0.01, noBed: .goesElsewhere)
    #expect(abs(safe.occupancy - occupancy) < 0.0055)
    #expect(agree(safe.chance, 0.01, within: 1e-9))
    let waits = try BedPool.safeOccupancy(beds: beds, chance: 0.01, noBed: .waits)
    #expect(waits.occupancy < safe.occupancy)
  }

  @Test(arguments: 0..<20)
  func `are fewer in one pool`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let loads = draws.numbers(draws.whole(2...8), 0.5, 60)
    for noBed in NoBed.allCases {
      let pooling = try BedPool.pooling(loads: loads, chance: 0.05, noBed: noBed)
      #expect(pooling.saved >= 0)
      let most = pooling.separate.map(\.occupancy).reduce(0, max)
      #expect(pooling.together.occupancy > most * 0.98)
    }
  }

  @Test func `refuse what cannot be`() {
    #expect(throws: QueueError.self) { try BedPool.pooling(loads: [], chance: 0.1, noBed: .waits) }
    #expect(throws: QueueError.self) {
      try BedPool.safeOccupancy(beds: 0, chance: 0.1, noBed: .waits)
    }
    #expect(throws: QueueError.self) {
      try BedPool.beds(arrivalRate: 1, meanStay: .infinity, chance: 0.1, noBed: .waits)
    }
    #expect(throws: QueueError.self) { try BedPool.chance(beds: 10, occupancy: 1.2) }
  }
}

@Suite struct `The number of beds that costs least` {
  /// Discharge-to-assess paths with published stays, referrals and prices.
  ///
  /// A bed costs £150 or £164 a day, a day in an acute bed £346. Stays are lognormal: exp(σ²) - 1.
  @Test(arguments: [
    (3.066, 42.79, 0.67815, 150.0, 143), (2.342, 38.28, 0.54483, 150, 99),
    (2.138, 34.06, 0.50384, 150, 81), (1.946, 59.15, 0.57975, 164, 126),
    (1.093, 44.91, 0.53122, 164, 56), (2.316, 32.18, 0.45618, 164, 83),
  ])
  func `matches the discharge paths`(
    arrivals: Double, stay: Double, scale: Double, price: Double, beds: Int
  ) throws {
    // (sd / mean)² of a lognormal stay, by the series of exp(x) - 1 to the last digit that counts.
    let square = scale * scale
    var (term, variation) = (1.0, 0.0)
    for power in 1...20 {
      term *= square / Double(power)
      variation += term
    }
    let answer = try CostOptimalCapacity(
      .init(
        arrivalRate: arrivals, meanStay: stay, stayVariation: variation, costOfBed: price,
        costOfWaiting: 346))
    #expect(answer.best.beds == beds)
    #expect(answer.hardlyAnyWait.beds > beds && answer.hardlyAnyWait.cost > answer.best.cost)
    let here = try #require(answer.choices.firstIndex { $0.beds == beds })
    #expect(answer.choices[here - 1].cost > answer.best.cost)
    #expect(answer.choices[here + 1].cost >= answer.best.cost)
  }

  @Test(arguments: 0..<20)
  func `is no worse than any other`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let inputs = CostOptimalCapacity.Inputs(
      arrivalRate: draws.number(0.1, 9), meanStay: draws.number(0.1, 20),
      stayVariation: draws.number(0, 4), costOfBed: draws.number(1, 500),
      costOfWaiting: draws.number(0, 2_000))
    let answer = try CostOptimalCapacity(inputs)
    for beds in Int(inputs.arrivalRate * inputs.meanStay) + 1..<answer.best.beds + 60 {
      let queue = try GGcQueue(
        arrivalRate: inputs.arrivalRate, meanService: inputs.meanStay, servers: beds,
        serviceVariation: inputs.stayVariation)
      let cost = Double(beds) * inputs.costOfBed + queue.meanQueue * inputs.costOfWaiting
      #expect(cost >= answer.best.cost * (1 - 1e-9))
    }
  }

  @Test func `refuses what cannot be`() {
    for cost in [0, -1, .nan, .infinity] as [Double] {
      #expect(throws: QueueError.self) {
        try CostOptimalCapacity(
          .init(arrivalRate: 1, meanStay: 1, stayVariation: 1, costOfBed: cost, costOfWaiting: 1))
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Productivity
import TestKit
import Testing

@Suite struct `A benchmark` {
  private let units = [
    BenchmarkUnit("A", value: 10, volume: 100, characteristics: ["beds": 100, "income": 10]),
    BenchmarkUnit("B", value: 12, volume: 50, characteristics: ["beds": 110, "income": 10]),
    BenchmarkUnit("C", value: 9, volume: 200, characteristics: ["beds": 300, "income": 40]),
    BenchmarkUnit("D", value: 11, volume: 80, characteristics: ["beds": 310, "income": 40]),
  ]

  @Test func `never sets one organisation against another`() throws {
    let found = try Benchmark(units, BenchmarkMethod(target: 8))
    // Median 10.5: only B and D are above it. A sum that nets would give −160.
    #expect(found.comparisons.map(\.opportunity.toMedian) == [0, 75, 0, 40])
    #expect(found.total.toMedian == 115)
    #expect(found.total.toBest == 410)
    // Lower quartile by type 7: 9 + 0.75 × (10 − 9).
    #expect(found["A"]?.statistics.bestQuartile == 9.75)
    #expect(found.total.toTarget == 840)
    #expect(found["A"]?.statistics.count == 4)
  }

  @Test func `turns round where higher is better`() throws {
    let found = try Benchmark(units, BenchmarkMethod(direction: .higherIsBetter))
    #expect(found.comparisons.map(\.opportunity.toMedian) == [50, 0, 300, 0])
    #expect(found["A"]?.statistics.best == 12)
    #expect(found["A"]?.statistics.bestQuartile == 11.25)
    #expect(found["A"]?.opportunity.toTarget == nil)
  }

  @Test func `lists the most similar with their distances`() throws {
    let method = BenchmarkMethod(peers: .nearest(2), fewestPeers: 1)
    let found = try Benchmark(units, method)
    #expect(found.characteristics == ["beds", "income"])
    let peers = try #require(found["A"]?.peers)
    #expect(peers.map(\.name) == ["B", "C"])
    // Beds: mean 205, standard deviation √10,025; A and B are 10 beds apart, and alike in income.
    let expected = (10 / 10_025.squareRoot()) / 2.0.squareRoot()
    #expect((peers[0].distance - expected).magnitude < 1e-12)
    #expect(peers[0].differences["income"] == 0)
    #expect(found["A"]?.statistics.count == 2)
    #expect(found["A"]?.statistics.median == 10.5)
  }

  @Test func `chooses by the characteristics that were asked for`() throws {
    var units = units
    units[3] = BenchmarkUnit("D", value: 11, volume: 80, characteristics: ["income": 40])
    let method = BenchmarkMethod(peers: .nearest(1, by: ["beds"]), fewestPeers: 1)
    let found = try Benchmark(units, method)
    #expect(found["D"] == nil)
    #expect(found.excluded == [ExcludedInput("D", "has no beds")])
    #expect(throws: ProductivityError.unknown(what: "characteristic", name: "staff")) {
      try Benchmark(units, BenchmarkMethod(peers: .nearest(1, by: ["staff"])))
    }
  }

  @Test func `leaves a named peer out of its own comparison`() throws {
    let method = BenchmarkMethod(peers: .named(["A", "B", "C"]), fewestPeers: 2)
    let found = try Benchmark(units, method)
    #expect(found["A"]?.statistics.count == 2)
    #expect(found["D"]?.statistics.count == 3)
    #expect(throws: ProductivityError.unknown(what: "peer", name: "X")) {
      try Benchmark(units, BenchmarkMethod(peers: .named(["X"])))
    }
  }

  @Test func `names what it leaves out`() throws {
    let odd = [
      BenchmarkUnit("E", value: .nan, volume: 1), BenchmarkUnit("F", value: 1, volume: 0),
    ]
    let found = try Benchmark(units + odd, BenchmarkMethod())
    #expect(found.excluded.map(\.subject) == ["E", "F"])
    #expect(throws: ProductivityError.repeated(what: "organisation", name: "A")) {
      try Benchmark(units + [units[0]], BenchmarkMethod())
    }
    #expect(throws: ProductivityError.self) { try Benchmark(odd, BenchmarkMethod()) }
    #expect(throws: ProductivityError.self) {
      try Benchmark(Array(units.prefix(2)), BenchmarkMethod())
    }
  }

  @Test(arguments: [1, 7, 42] as [UInt64])
  func `is the same in any order, and grows with the volume`(seed: UInt64) throws {
    var draws = SeededDraws(seed: seed)
    let units = (0..<40).map { place in
      BenchmarkUnit(
        "U\(place)", value: Double.random(in: 1...9, using: &draws),
        volume: Double.random(in: 1...99, using: &draws),
        characteristics: ["size": Double.random(in: 0...1, using: &draws)])
    }
    let method = BenchmarkMethod(peers: .nearest(10))
    let one = try Benchmark(units, method)
    let other = try Benchmark(units.shuffled(using: &draws), method)
    for comparison in one.comparisons {
      let same = try #require(other[comparison.name])
      #expect(same.peers.map(\.name) == comparison.peers.map(\.name))
      #expect(same.opportunity == comparison.opportunity)
      #expect(comparison.opportunity.toMedian <= comparison.opportunity.toBestQuartile)
      #expect(comparison.opportunity.toBestQuartile <= comparison.opportunity.toBest)
    }
  }
}

@Suite struct `A cost of functions` {
  @Test func `is given for a million of income and compared function by function`() throws {
    let spends = [
      FunctionSpend(function: "Finance", organisation: "A", cost: 2e6, base: 200e6),
      FunctionSpend(function: "Finance", organisation: "B", cost: 4.5e6, base: 300e6),
      FunctionSpend(function: "Finance", organisation: "C", cost: 2e6, base: 100e6),
      FunctionSpend(function: "Payroll", organisation: "A", cost: 1e6, base: 200e6),
      FunctionSpend(function: "Finance", organisation: "D", cost: 1, base: 0),
    ]
    let found = try FunctionCost(spends, per: 1e6, BenchmarkMethod())
    let finance = try #require(found.functions.first?.benchmark)
    #expect(finance.comparisons.map(\.value) == [10_000, 15_000, 20_000])
    #expect(finance.comparisons.map(\.opportunity.toMedian) == [0, 0, 500_000])
    #expect(found.functions.map(\.name) == ["Finance"])
    #expect(found.excluded.map(\.subject) == ["Finance, D", "Payroll, A"])
  }
}

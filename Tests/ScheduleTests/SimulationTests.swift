// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Schedule

@Suite struct `The generator of schedules` {
  /// From the file of known answers that its authors publish with Random123.
  @Test(
    arguments: [
      (0, 0, 0, 0xca00_a045_9843_d731, 0x66c2_4222_c9a8_45b5),
      (.max, .max, .max, 0x65b0_21d6_0cd8_310f, 0x4d02_f322_2f86_df20),
      (
        0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0,
        0x0a5e_742c_2997_341c, 0xb0f8_83d3_8000_de5d
      ),
    ] as [(UInt64, UInt64, UInt64, UInt64, UInt64)])
  func `gives the known answers`(
    high: UInt64, low: UInt64, key: UInt64, first: UInt64, second: UInt64
  ) {
    let words = CounterDraws(key: key).words(high, low)
    #expect(words.0 == first)
    #expect(words.1 == second)
  }
}

@Suite struct `Durations by chance` {
  private func distribution(
    _ shape: DurationShape, _ low: Double, _ likely: Double, _ high: Double
  ) throws -> FinishDistribution {
    let network = try WorkNetwork(
      items: [WorkItem("a", try DurationRange(low: low, likely: likely, high: high))], links: [])
    let drawn = try Simulation(network, targets: ["a"], shape: shape, seed: 7).run(0..<20_000)
    return try #require(drawn.finish(of: "a"))
  }

  /// Bands of five standard errors: a false alarm in about two million runs.
  @Test(arguments: [(0.0, 3.0, 12.0), (10.0, 10.0, 40.0), (5.0, 25.0, 25.0)])
  func `of a triangle have its mean and variance`(
    low: Double, likely: Double, high: Double
  ) throws {
    let found = try distribution(.triangular, low, likely, high)
    let variance =
      (low * low + likely * likely + high * high - low * likely - low * high - likely * high) / 18
    let mean = (low + likely + high) / 3
    #expect(abs(found.mean - mean) < 5 * (variance / 20_000).squareRoot())
    #expect(abs(found.variance / variance - 1) < 0.05)
  }

  @Test(arguments: [(0.0, 3.0, 12.0), (10.0, 10.0, 40.0), (5.0, 25.0, 25.0), (42.0, 49.0, 56.0)])
  func `of PERT have its mean and variance`(low: Double, likely: Double, high: Double) throws {
    let found = try distribution(.pert, low, likely, high)
    let mean = (low + 4 * likely + high) / 6
    // Of a beta distribution whose exponents sum to 6.
    let variance = (mean - low) * (high - mean) / 7
    #expect(abs(found.mean - mean) < 5 * (variance / 20_000).squareRoot())
    #expect(abs(found.variance / variance - 1) < 0.05)
  }

  @Test func `of PERT with the likely value in the middle have the quantiles of a beta`() {
    // Beta(3, 3): the distribution function is 10x^3 - 15x^4 + 6x^5.
    var tables = QuantileTables()
    _ = tables.place(alpha: 1, beta: 5)
    let place = tables.place(alpha: 3, beta: 3)
    for x in [0.1, 0.25, 0.5, 0.8, 0.95] {
      let share = 10 * x * x * x - 15 * x * x * x * x + 6 * x * x * x * x * x
      #expect(abs(tables.value(share, place) - x) < 5e-5)
    }
  }

  @Test func `logarithms and exponentials are those of the mathematics`() {
    #expect(abs(Powers.logarithm(10) - 2.302_585_092_994_046) < 1e-14)
    #expect(abs(Powers.logarithm(0.3) + 1.203_972_804_325_936) < 1e-14)
    #expect(abs(Powers.exponential(-1.5) - 0.223_130_160_148_429_8) < 1e-15)
    #expect(Powers.exponential(-.infinity) == 0)
  }
}

@Suite struct `Schedules by chance` {
  private func parallel() throws -> WorkNetwork {
    // Both ends of each triangle at once are an even spread when the mode is at one end of half.
    let even = try DurationRange(low: 0, likely: 5, high: 10)
    return try WorkNetwork(
      items: [WorkItem("a", even), WorkItem("b", even), WorkItem("gate")],
      links: [WorkLink("a", "gate"), WorkLink("b", "gate")])
  }

  @Test func `of fixed durations are the critical path`() throws {
    let network = try network(
      ["a": 3, "b": 5, "c": 2, "d": 4],
      [WorkLink("a", "b"), WorkLink("a", "c"), WorkLink("b", "d"), WorkLink("c", "d")])
    let drawn = try Simulation(network, targets: ["d"], seed: 1).run(0..<50)
    let finish = try #require(drawn.finish(of: "d"))
    #expect(finish.quantile(0.1) == 12)
    #expect(finish.quantile(0.9) == 12)
    #expect(drawn.criticality(of: "b", for: "d") == 1)
    #expect(drawn.criticality(of: "c", for: "d") == 0)
    #expect(drawn.criticalities(for: "d").map(\.id) == ["a", "b", "d"])
  }

  @Test func `along a chain add up`() throws {
    let range = try DurationRange(low: 2, likely: 4, high: 12)
    let network = try WorkNetwork(
      items: ["a", "b", "c"].map { WorkItem($0, range) },
      links: [WorkLink("a", "b"), WorkLink("b", "c")])
    let drawn = try Simulation(network, targets: ["c"], shape: .triangular, seed: 3).run(0..<20_000)
    let finish = try #require(drawn.finish(of: "c"))
    #expect(abs(finish.mean - 18) < 5 * (3 * 4.667 / 20_000).squareRoot())
    #expect(abs(finish.variance / 14 - 1) < 0.06)
  }

  /// For two independent triangles the chance that both are done by t is the square of one; at the
  /// mode in the middle that is a quarter.
  @Test func `of two paths beside each other have the distribution of the later`() throws {
    let drawn = try Simulation(try parallel(), targets: ["gate"], shape: .triangular, seed: 5)
      .run(0..<20_000)
    let finish = try #require(drawn.finish(of: "gate"))
    #expect(abs(finish.chance(by: 5) - 0.25) < 0.016)
    // One triangle: F(7.5) = 1 - 2 * 0.25^2 = 0.875.
    #expect(abs(finish.chance(by: 7.5) - 0.875 * 0.875) < 0.016)
    let shares = try ["a", "b"].map { try #require(drawn.criticality(of: $0, for: "gate")) }
    #expect(abs(shares[0] - 0.5) < 0.018)
    #expect(abs(shares[0] + shares[1] - 1) < 1e-9)
  }

  @Test func `are the same in one piece and in many`() throws {
    let simulation = try Simulation(try parallel(), targets: ["gate", "a"], seed: 9)
    let whole = try simulation.run(0..<900)
    var pieces = try simulation.run(0..<100)
    pieces.append(try simulation.run(100..<650))
    pieces.append(try simulation.run(650..<900))
    #expect(whole == pieces)
  }

  @Test func `leave out chance where the work is done`() throws {
    var done = WorkItem("a", try DurationRange(low: 0, likely: 5, high: 50))
    done.started = 1
    done.finished = 9
    let network = try WorkNetwork(
      items: [done, WorkItem("gate")], links: [WorkLink("a", "gate")], dataDay: 12)
    let drawn = try Simulation(network, targets: ["gate"], seed: 2).run(0..<20)
    #expect(drawn.finish(of: "gate")?.quantile(0.99) == 12)
    #expect(drawn.criticality(of: "a", for: "gate") == 0)
  }

  @Test func `need a number and known targets`() throws {
    let network = try parallel()
    #expect(throws: ScheduleError.noSchedules) {
      try Simulation(network, targets: ["a"], seed: 1).run(0..<0)
    }
    #expect(throws: ScheduleError.unknown(id: "x", in: nil)) {
      _ = try Simulation(network, targets: ["x"], seed: 1)
    }
  }
}

@Suite struct `A distribution of finishes` {
  @Test func `has quantiles and chances that agree`() {
    let finishes = FinishDistribution((1...10).map(Double.init))
    #expect(finishes.quantile(0.5) == 5)
    #expect(finishes.quantile(0.8) == 8)
    #expect(finishes.quantile(0.81) == 9)
    #expect(finishes.chance(by: 8) == 0.8)
    #expect(finishes.chance(by: 0) == 0)
    #expect(finishes.mean == 5.5)
    #expect(finishes.curve(points: 10).last?.share == 1)
  }

  @Test func `of nothing is empty`() {
    #expect(FinishDistribution([]).curve().isEmpty)
    #expect(FinishDistribution([]).quantile(0.5) == 0)
  }
}

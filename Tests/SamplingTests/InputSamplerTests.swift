// SPDX-License-Identifier: Apache-2.0

import Sampling
import TestKit
import Testing

@Suite struct `Draws of inputs` {
  private func input(
    _ id: String, _ low: Double = 0, _ high: Double = 1
  ) throws -> UncertainInput {
    try UncertainInput(id: id, distribution: .uniform(low: low, high: high))
  }

  @Test func `of run 0 are the central values`() throws {
    let inputs = [
      try UncertainInput(id: "a", distribution: .triangular(low: 0, mode: 1, high: 5)),
      try UncertainInput(id: "b", distribution: .interval(low: 2, high: 4), centre: 2.5),
      try input("c"),
    ]
    let sampler = try InputSampler(inputs: inputs, seed: 5)
    #expect(sampler.draw(run: 0) == [1, 2.5, 0.5])
    #expect(sampler.uniforms(run: 0) == [0.5, 0.5, 0.5])
    #expect(sampler.column(1, runs: 0..<1) == [2.5])
  }

  @Test func `depend on the run alone`() throws {
    let inputs = [try input("a"), try input("b"), try input("c")]
    let pairs = [RankCorrelation("a", "c", 0.6)]
    let sampler = try InputSampler(inputs: inputs, correlations: pairs, seed: 5)
    let another = try InputSampler(inputs: inputs, correlations: pairs, seed: 5)
    let forwards = (1...50).map { sampler.draw(run: $0) }
    let backwards = (1...50).reversed().map { another.draw(run: $0) }
    #expect(forwards == backwards.reversed())
    for place in 0..<3 {
      #expect(sampler.column(place, runs: 1..<51) == forwards.map { $0[place] })
    }
    #expect(Set(forwards.map { $0[0] }).count == 50)
  }

  @Test func `keep their luck when others are added, moved or changed`() throws {
    let (a, b) = (try input("a"), try input("b"))
    let alone = try InputSampler(inputs: [a, b], seed: 5)
    let wider = try input("b", 0, 9)
    let more = try InputSampler(inputs: [try input("x"), wider, a, try input("y")], seed: 5)
    for run in 1...100 {
      #expect(alone.draw(run: run)[0] == more.draw(run: run)[2])
      #expect(alone.uniforms(run: run)[1] == more.uniforms(run: run)[1])
    }
  }

  @Test func `that are correlated do not hang on the order of the inputs`() throws {
    let inputs = try ["a", "b", "c", "d"].map { try input($0) }
    let pairs = [RankCorrelation("a", "c", 0.6), RankCorrelation("d", "c", -0.3)]
    let forwards = try InputSampler(inputs: inputs, correlations: pairs, seed: 5)
    let backwards = try InputSampler(inputs: inputs.reversed(), correlations: pairs, seed: 5)
    for run in 1...50 {
      #expect(forwards.draw(run: run) == backwards.draw(run: run).reversed())
    }
  }

  @Test func `differ by seed`() throws {
    let inputs = [try input("a")]
    let first = try InputSampler(inputs: inputs, seed: 1).column(0, runs: 1..<20)
    #expect(try InputSampler(inputs: inputs, seed: 2).column(0, runs: 1..<20) != first)
  }

  /// The rank correlation of 20,000 draws has a standard error below 1/√20,000 = 0.0071: a band of
  /// five is missed once in two million seeds.
  @Test(arguments: [-0.9, -0.4, 0, 0.25, 0.7, 0.95])
  func `have the rank correlations asked`(asked: Double) throws {
    let inputs = [
      try UncertainInput(id: "a", distribution: .triangular(low: 0, mode: 1, high: 9)),
      try UncertainInput(id: "b", distribution: .interval(low: 2, high: 4)),
      try input("c"),
    ]
    let sampler = try InputSampler(
      inputs: inputs, correlations: [RankCorrelation("a", "b", asked)], seed: 11)
    let columns = (0..<3).map { sampler.column($0, runs: 1..<20_001) }
    let found = try #require(try Ranks.correlation(columns[0], columns[1]))
    #expect(abs(found - asked) < 0.036)
    let apart = try #require(try Ranks.correlation(columns[0], columns[2]))
    #expect(abs(apart) < 0.036)
    // The margins stay what they were.
    let moments = try SampleMoments(columns[0])
    #expect(abs(moments.mean - inputs[0].distribution.mean) < 5 * moments.standardErrorOfMean)
  }

  @Test func `that are correlated with a fixed input leave it fixed`() throws {
    let fixed = try UncertainInput(id: "a", distribution: .fixed(4))
    let pairs = [RankCorrelation("a", "b", 0.9), RankCorrelation("b", "c", 0.5)]
    let sampler = try InputSampler(
      inputs: [fixed, try input("b"), try input("c")],
      correlations: pairs + [
        RankCorrelation("a", "c", 0.5)
      ], seed: 5)
    for run in 1...50 {
      let drawn = sampler.draw(run: run)
      #expect(drawn[0] == 4)
      #expect(drawn[1...].allSatisfy { (0...1).contains($0) })
    }
  }

  @Test func `of nothing are nothing`() throws {
    #expect(try InputSampler(inputs: [], seed: 1).draw(run: 4) == [])
  }

  @Test func `of two inputs with one name are refused`() throws {
    let inputs = [try input("a"), try input("a")]
    #expect(throws: SamplingError.inputTwice("a")) { try InputSampler(inputs: inputs, seed: 1) }
  }

  @Test func `need a central value that is a number`() throws {
    let distribution = try Distribution.uniform(low: 0, high: 1)
    #expect(throws: SamplingError.self) {
      try UncertainInput(id: "a", distribution: distribution, centre: .nan)
    }
  }
}

@Suite struct `A choice` {
  @Test func `takes the most probable in run 0, the first of equals`() throws {
    let choice = try DiscreteChoice(id: "v", probabilities: [0.2, 0.4, 0.4], seed: 1)
    #expect(choice.choice(run: 0) == 1)
  }

  @Test func `has each alternative as often as it should`() throws {
    let probabilities = [0.5, 0, 0.3, 0.2]
    let choice = try DiscreteChoice(id: "v", probabilities: probabilities, seed: 1)
    var counts = [0, 0, 0, 0]
    for run in 1...40_000 { counts[choice.choice(run: run)] += 1 }
    #expect(counts[1] == 0)
    for (count, chance) in zip(counts, probabilities) {
      let band = 5 * (40_000 * chance * (1 - chance)).squareRoot()
      #expect(abs(Double(count) - 40_000 * chance) <= band)
    }
  }

  @Test(arguments: [[], [0.5, 0.4], [1.5, -0.5], [.nan, 1], [0, 0]] as [[Double]])
  func `that cannot be is refused`(probabilities: [Double]) {
    #expect(throws: SamplingError.self) {
      try DiscreteChoice(id: "v", probabilities: probabilities, seed: 1)
    }
  }

  @Test func `of one is that one`() throws {
    let choice = try DiscreteChoice(id: "v", probabilities: [1], seed: 1)
    #expect((0..<100).allSatisfy { choice.choice(run: $0) == 0 })
  }
}

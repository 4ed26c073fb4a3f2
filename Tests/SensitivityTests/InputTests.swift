// SPDX-License-Identifier: Apache-2.0

import Sampling
import Sensitivity
import TestKit
import Testing

/// Independent standard normal draws, by run, for each of some inputs.
struct NormalDraws {
  let columns: [[Double]]
  let inputs: DrawnInputs

  init(_ names: [String], runs: Int, seed: UInt64) throws {
    let columns = names.indices.map { place in
      var stream = RandomStream(seed: seed, purpose: "normal draws", index: place)
      return (0..<runs).map { _ in stream.normal() }
    }
    self.columns = columns
    inputs = try DrawnInputs(
      zip(names, columns).map { InputDraws(id: $0, values: $1) })
  }

  /// A measure made of the values of each run.
  func measure(_ model: ([Double]) -> Double) -> [Double] {
    columns[0].indices.map { run in model(columns.map { $0[run] }) }
  }
}

@Suite struct `A tornado` {
  private func input(_ id: String, _ low: Double, _ high: Double) throws -> UncertainInput {
    try UncertainInput(id: id, distribution: .uniform(low: low, high: high))
  }

  @Test func `moves one input at a time and puts the longest bar first`() throws {
    let inputs = [
      try input("a", 0, 10), try UncertainInput(id: "fixed", distribution: .fixed(2)),
      try input("b", 0, 10),
    ]
    let tornado = try Tornado(inputs: inputs) { $0[0] * $0[1] - 3 * $0[2] }
    #expect(tornado.centre == -5)
    #expect(tornado.bars.map(\.input) == ["b", "a"])
    #expect(tornado.bars[0].low == 1 && tornado.bars[0].high == 9)
    #expect(tornado.bars[0].atLow == 7 && tornado.bars[0].atHigh == -17)
    #expect(tornado.bars[1].swing == 16)
  }

  @Test func `of several measures uses the same evaluations`() throws {
    let inputs = [try input("a", 0, 1), try input("b", 0, 1)]
    var evaluations = 0
    let tornadoes = try Tornado.all(inputs: inputs, measures: 2) {
      evaluations += 1
      return [$0[0], $0[1] * 2]
    }
    #expect(evaluations == 5)
    #expect(tornadoes[0].bars.map(\.input) == ["a", "b"])
    #expect(tornadoes[1].bars.map(\.input) == ["b", "a"])
    #expect(tornadoes[0].bars[1].swing == 0)
  }

  @Test func `of equal bars keeps the order of inputs`() throws {
    let inputs = try ["z", "y", "x"].map { try input($0, 0, 1) }
    let tornado = try Tornado(inputs: inputs) { $0.reduce(0, +) }
    #expect(tornado.bars.map(\.input) == ["z", "y", "x"])
  }

  @Test func `of nothing has no bars, and of what is no number is refused`() throws {
    #expect(try Tornado(inputs: []) { _ in 4 }.bars.isEmpty)
    #expect(throws: SensitivityError.self) { try Tornado(inputs: []) { _ in .nan } }
    let inputs = [try input("a", 0, 1)]
    #expect(throws: SensitivityError.self) {
      try Tornado.all(inputs: inputs, measures: 2) { _ in [1] }
    }
  }
}

@Suite struct `A regression on ranks` {
  @Test func `of one input that goes one way is exact`() throws {
    let draws = try NormalDraws(["a"], runs: 500, seed: 1)
    let found = try RankRegression(
      draws.inputs, measure: draws.measure { -$0[0] * $0[0] * $0[0] })
    #expect(abs((found.effects.first?.coefficient ?? 0) + 1) < 1e-9)
    #expect(abs(found.explained - 1) < 1e-9)
  }

  /// Ranks of a linear sum of normals have nearly the correlations of the values.
  @Test func `ranks inputs by their weight in a sum`() throws {
    let draws = try NormalDraws(["a", "b", "c", "none"], runs: 4_000, seed: 2)
    let found = try RankRegression(
      draws.inputs, measure: draws.measure { $0[0] - 3 * $0[1] + 2 * $0[2] })
    #expect(found.effects.map(\.input) == ["b", "c", "a", "none"])
    #expect(found.effects[0].coefficient < -0.75)
    #expect(found.explained > 0.95)
    #expect(abs(found.effects[3].partialCorrelation) < 0.08)
    #expect(found.effects[2].partialCorrelation > 0.7)
  }

  @Test func `leaves out inputs that say nothing of their own`() throws {
    var columns = try NormalDraws(["a"], runs: 100, seed: 3).columns
    columns.append(columns[0].map { $0 * 2 })
    columns.append([Double](repeating: 1, count: 100))
    let inputs = try DrawnInputs(
      zip(["a", "twice", "same"], columns).map { InputDraws(id: $0, values: $1) })
    let found = try RankRegression(inputs, measure: columns[0])
    #expect(found.effects.map(\.input) == ["a"])
    #expect(found.leftOut == ["twice", "same"])
    let flat = try RankRegression(inputs, measure: columns[2])
    #expect(flat.effects.isEmpty && flat.explained == 0)
  }

  @Test func `needs more runs than inputs`() throws {
    let draws = try NormalDraws(["a", "b", "c"], runs: 4, seed: 3)
    #expect(throws: SensitivityError.tooFewRuns(found: 4, needed: 5)) {
      try RankRegression(draws.inputs, measure: [1, 2, 3, 4])
    }
  }
}

@Suite struct `Importance of inputs` {
  /// The shares of a weighted sum of independent inputs are their squared weights: 9, 4 and 1 of 14.
  ///
  /// The error of a share of 4,000 runs is below 0.016: bands of five.
  @Test func `in a sum is by squared weight`() throws {
    let draws = try NormalDraws(["a", "b", "c", "none"], runs: 4_000, seed: 4)
    let measure = draws.measure { $0[0] + 3 * $0[1] - 2 * $0[2] }
    let found = try Importance(draws.inputs, measure: measure)
    #expect(found.parts.map(\.input) == ["b", "c", "a", "none"])
    for (part, share) in zip(found.parts, [9.0 / 14, 4.0 / 14, 1.0 / 14, 0]) {
      #expect(abs(part.share - share) < 0.08)
      #expect(abs(part.share - share) < 5 * part.standardErrorOfShare + 0.002)
    }
    #expect(found.most?.input == "b")
    #expect(found.most?.direction == .raises)
    #expect(found.parts[1].direction == .lowers)
    // From the 10th to the 90th percentile: three times 2.563.
    #expect(abs((found.most?.effect ?? 0) - 3 * StandardNormal.widthOfEightyPercent) < 0.6)
    #expect(abs(found.explained - 1) < 0.1)
  }

  /// Of a product of two inputs about 0, neither alone has a share; about 1, with standard deviation
  /// 1, each has a third and the rest is both together.
  @Test func `in a product leaves what inputs do together`() throws {
    let draws = try NormalDraws(["a", "b"], runs: 10_000, seed: 5)
    let about0 = try Importance(draws.inputs, measure: draws.measure { $0[0] * $0[1] })
    #expect(about0.explained < 0.02)
    let about1 = try Importance(
      draws.inputs, measure: draws.measure { ($0[0] + 1) * ($0[1] + 1) })
    for part in about1.parts { #expect(abs(part.share - 1.0 / 3) < 0.06) }
    #expect(abs(about1.explained - 2.0 / 3) < 0.08)
  }

  @Test func `sees a curve that a straight line does not`() throws {
    let draws = try NormalDraws(["a", "b"], runs: 2_000, seed: 6)
    let found = try Importance(
      draws.inputs, measure: draws.measure { $0[0] * $0[0] + 0.1 * $0[1] })
    #expect(found.most?.input == "a")
    #expect((found.most?.share ?? 0) > 0.95)
    #expect(found.most?.direction == .turns)
  }

  /// The function of Ishigami and Homma (1990) with a = 7 and b = 0.1: first-order shares 0.314,
  /// 0.442 and 0.
  @Test func `in the function of Ishigami is as published`() throws {
    var columns: [[Double]] = []
    for place in 0..<3 {
      var stream = RandomStream(seed: 7, purpose: "Ishigami", index: place)
      columns.append((0..<8_000).map { _ in (2 * stream.unit() - 1) * Double.pi })
    }
    func sine(_ x: Double) -> Double {
      var (term, sum) = (x, x)
      for order in 1..<20 {
        term *= -x * x / Double(2 * order * (2 * order + 1))
        sum += term
      }
      return sum
    }
    let measure = (0..<8_000).map { run in
      let (first, second) = (sine(columns[0][run]), sine(columns[1][run]))
      let third = columns[2][run]
      return first + 7 * second * second + 0.1 * third * third * third * third * first
    }
    let inputs = try DrawnInputs(
      zip(["x", "y", "z"], columns).map { InputDraws(id: $0, values: $1) })
    let found = try Importance(inputs, measure: measure)
    let shares = Dictionary(
      uniqueKeysWithValues: found.parts.map { ($0.input, $0.share) })
    #expect(abs((shares["x"] ?? 0) - 0.3139) < 0.05)
    #expect(abs((shares["y"] ?? 0) - 0.4424) < 0.05)
    #expect((shares["z"] ?? 1) < 0.02)
  }

  @Test func `of what does not vary is nothing`() throws {
    let draws = try NormalDraws(["a"], runs: 100, seed: 6)
    let still = try Importance(draws.inputs, measure: [Double](repeating: 0.1, count: 100))
    #expect(!still.varies && still.most == nil)
    #expect(still.parts[0].atLow == still.parts[0].atHigh)
    let constant = try DrawnInputs([
      InputDraws(id: "a", values: [Double](repeating: 3, count: 100))
    ])
    let found = try Importance(constant, measure: draws.columns[0])
    #expect(found.most == nil && found.varies)
    #expect(found.parts[0].low == 3 && found.parts[0].high == 3)
  }

  @Test func `of few values with many ties is found`() throws {
    let levels = (0..<300).map { Double($0 % 3) }
    let inputs = try DrawnInputs([InputDraws(id: "level", values: levels)])
    let found = try Importance(inputs, measure: levels.map { $0 == 1 ? 5 : 0 })
    #expect((found.most?.share ?? 0) > 0.99)
    #expect(found.most?.direction == .turns)
  }

  @Test(arguments: 1...12)
  func `of few runs never fails`(runs: Int) throws {
    let draws = try NormalDraws(["a", "b"], runs: runs, seed: 8)
    let found = try Importance(draws.inputs, measure: draws.columns[0])
    #expect(found.parts.count == 2)
    #expect(found.parts.allSatisfy { (0...1).contains($0.share) && $0.effect.isFinite })
  }

  /// Of 200 measures that have nothing to do with 10 inputs, few inputs are thought to matter.
  @Test func `sees little where there is nothing`() throws {
    let names = (0..<10).map { "input \($0)" }
    let draws = try NormalDraws(names, runs: 500, seed: 9)
    var seen = 0
    for number in 0..<200 {
      var stream = RandomStream(seed: 9, purpose: "noise", index: number)
      let noise = (0..<500).map { _ in stream.normal() }
      let found = try Importance(draws.inputs, measure: noise)
      #expect(found.parts[0].share < 0.06)
      seen += found.parts.count { $0.share > 0.01 }
    }
    #expect(seen < 200)
  }

  @Test func `of strange inputs never fails`() throws {
    let runs = 100
    let mostly = (0..<runs).map { $0 < 98 ? 1.0 : 2 }
    let columns: [[Double]] = [
      mostly, (0..<runs).map { Double($0) * 1e148 },
      (0..<runs).map { Double($0) * .leastNonzeroMagnitude },
      (0..<runs).map { 1e9 + Double($0) * 1e-6 }, (0..<runs).map { $0 == 50 ? 1e100 : 0 },
    ]
    let inputs = try DrawnInputs(
      columns.enumerated().map { InputDraws(id: "\($0)", values: $1) })
    for column in columns where column.allSatisfy({ $0.magnitude < 1e140 }) {
      let found = try Importance(inputs, measure: column)
      #expect(found.parts.allSatisfy { (0...1).contains($0.share) && $0.effect.isFinite })
      let value = try ValueOfInformation(inputs, benefits: [column, columns[0]])
      #expect(value.parts.allSatisfy { $0.value >= 0 && $0.value <= value.perfect })
      let ranks = try RankRegression(inputs, measure: column)
      #expect(ranks.effects.allSatisfy { $0.coefficient.isFinite })
    }
  }

  @Test func `needs inputs and measure of the same runs`() throws {
    #expect(throws: SensitivityError.inputTwice("a")) {
      try DrawnInputs([InputDraws(id: "a", values: [1]), InputDraws(id: "a", values: [1])])
    }
    #expect(throws: SensitivityError.self) {
      try DrawnInputs([InputDraws(id: "a", values: [1]), InputDraws(id: "b", values: [1, 2])])
    }
    #expect(throws: SensitivityError.self) { try DrawnInputs([InputDraws(id: "a", values: [])]) }
    #expect(throws: SensitivityError.notANumber(of: "“a”", run: 1)) {
      try DrawnInputs([InputDraws(id: "a", values: [1, .infinity])])
    }
    let inputs = try DrawnInputs([InputDraws(id: "a", values: [1, 2])])
    #expect(throws: SensitivityError.self) { try Importance(inputs, measure: [1]) }
    #expect(throws: SensitivityError.self) { try Importance(inputs, measure: [1, .nan]) }
    #expect(throws: SensitivityError.self) { try Importance(DrawnInputs([]), measure: []) }
    #expect(try Importance(DrawnInputs([]), measure: [1, 2]).parts.isEmpty)
  }
}

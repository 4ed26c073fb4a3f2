// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Sampling

@Suite struct `Correlations` {
  private func problem(
    _ names: [String], _ pairs: [RankCorrelation]
  ) -> SamplingError? {
    do throws(SamplingError) {
      _ = try CorrelationMatrix(names: names, pairs).checked()
    } catch { return error }
    return nil
  }

  @Test func `that name what is not there are refused`() {
    let pair = RankCorrelation("a", "x", 0.5)
    #expect(problem(["a", "b"], [pair]) == .unknownInput("x", in: pair))
    #expect(problem(["a", "a"], []) == .inputTwice("a"))
    #expect(problem([], []) == nil)
  }

  @Test func `out of range, twice, or at odds are refused`() {
    let half = RankCorrelation("a", "b", 0.5)
    let mirrored = RankCorrelation("b", "a", 0.5)
    let other = RankCorrelation("b", "a", 0.4)
    let large = RankCorrelation("a", "b", 1.01)
    let own = RankCorrelation("a", "a", 1)
    #expect(problem(["a", "b"], [half, mirrored]) == .correlationTwice(mirrored))
    #expect(problem(["a", "b"], [half, other]) == .correlationsContradict(half, other))
    #expect(problem(["a", "b"], [large]) == .correlationOutside(large))
    #expect(problem(["a", "b"], [own]) == .correlationWithItself(own))
    #expect(problem(["a", "b"], [RankCorrelation("a", "b", .nan)]) != nil)
  }

  @Test func `that cannot be name the inputs and offer the nearest`() throws {
    let pairs = [
      RankCorrelation("beds", "stay", 0.9), RankCorrelation("stay", "growth", 0.9),
      RankCorrelation("beds", "growth", -0.9),
    ]
    let found = problem(["other", "growth", "beds", "stay"], pairs)
    guard case .impossibleCorrelations(let names, let name, let nearest) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(names == ["beds", "growth", "stay"])
    #expect(name == "stay")
    #expect(nearest.isPossible)
    #expect(problem(nearest.names, nearest.pairs) == nil)
    let words = try #require(found).description
    for name in names { #expect(words.contains("“\(name)”")) }
    #expect(!words.contains("“other”"))
  }

  @Test(arguments: 1...20)
  func `that are offered are possible as they are printed`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let names = (0..<draws.whole(3...8)).map { "input \($0)" }
    var pairs: [RankCorrelation] = []
    for row in names.indices {
      for column in 0..<row {
        pairs.append(RankCorrelation(names[row], names[column], draws.number(-1, 1)))
      }
    }
    let nearest = try CorrelationMatrix(names: names, pairs).nearest()
    let stated = nearest.pairsToState
    #expect(problem(names, stated) == nil)
    for pair in stated {
      #expect(abs(pair.value * 1e4 - (pair.value * 1e4).rounded()) < 1e-9)
      let near = nearest.pairs.first { $0.first == pair.first && $0.second == pair.second }
      #expect(abs(pair.value - (near?.value ?? 0)) < 3e-3)
    }
  }

  @Test func `of one are allowed, and the inputs go together`() throws {
    let pairs = [RankCorrelation("a", "b", 1), RankCorrelation("b", "c", -1)]
    let inputs = try ["a", "b"].map {
      try UncertainInput(id: $0, distribution: .uniform(low: 0, high: 1))
    }
    let all = inputs + [try UncertainInput(id: "c", distribution: .uniform(low: 0, high: 1))]
    let contradicting = problem(["a", "b", "c"], pairs)
    // Nothing is said of a and c, so it is 0, which the other two make impossible.
    #expect(contradicting != nil)
    let sampler = try InputSampler(
      inputs: all, correlations: pairs + [RankCorrelation("a", "c", -1)], seed: 3)
    for run in 1...100 {
      let drawn = sampler.draw(run: run)
      #expect(abs(drawn[0] - drawn[1]) < 1e-7)
      #expect(abs(drawn[0] + drawn[2] - 1) < 1e-7)
    }
  }

  @Test func `of ranks become those of normal numbers and back`() {
    for step in -100...100 {
      let rank = Double(step) / 100
      let back = CorrelationMatrix.rank(ofNormal: CorrelationMatrix.normal(ofRank: rank))
      #expect(abs(back - rank) < 1e-14)
    }
    #expect(abs(CorrelationMatrix.normal(ofRank: 0.5) - 0.517_638_090_205_041_5) < 1e-15)
  }

  @Test func `that ranks alone could have can still be impossible for normal numbers`() {
    // Equal negative correlations of three: at -1/2 the ranks are just possible, normals are not.
    let pairs = [("a", "b"), ("a", "c"), ("b", "c")].map { RankCorrelation($0, $1, -0.5) }
    #expect(problem(["a", "b", "c"], pairs) != nil)
    let lesser = pairs.map { RankCorrelation($0.first, $0.second, -0.48) }
    #expect(problem(["a", "b", "c"], lesser) == nil)
  }
}

@Suite struct `The nearest correlation matrix` {
  private func matrix(_ size: Int, _ value: (Int, Int) -> Double) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(identity: size)
    for row in 0..<size { for column in 0..<row { matrix[row, column] = value(row, column) } }
    return matrix
  }

  /// The example of Higham (2002), page 334: 0.7607 and 0.1573.
  @Test func `is that of the published example`() {
    let nearest = matrix(3) { row, column in row - column == 1 ? 1 : 0 }.nearestCorrelation
    #expect(abs(nearest[0, 1] - 0.7607) < 5e-5)
    #expect(abs(nearest[1, 2] - 0.7607) < 5e-5)
    #expect(abs(nearest[0, 2] - 0.1573) < 5e-5)
  }

  @Test(arguments: 1...20)
  func `has ones on its diagonal, no negative eigenvalue, and is its own nearest`(seed: Int) {
    var draws = SeededDraws(seed: seed)
    let given = matrix(draws.whole(2...8)) { _, _ in draws.number(-1, 1) }
    let nearest = given.nearestCorrelation
    for row in 0..<nearest.size { #expect(nearest[row, row] == 1) }
    #expect((SymmetricEigen(nearest).values.min() ?? 0) > -1e-10)
    let again = nearest.nearestCorrelation
    #expect(zip(again.values, nearest.values).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `of very many inputs is found in time, and possible`() {
    let nearest = matrix(40) { row, column in (row * column) % 3 == 1 ? -0.9 : 0.8 }
      .nearestCorrelation
    #expect((SymmetricEigen(nearest).values.min() ?? 0) > -1e-10)
    if case .failed = nearest.cholesky { Issue.record("it is not possible") }
  }

  /// No possible matrix that is drawn by chance is nearer.
  @Test(arguments: 1...10)
  func `is nearer than others`(seed: Int) {
    var draws = SeededDraws(seed: seed)
    let given = matrix(4) { _, _ in draws.number(-1, 1) }
    let nearest = given.nearestCorrelation
    func distance(_ other: SymmetricMatrix) -> Double {
      zip(given.values, other.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    for _ in 0..<200 {
      // A step from the nearest towards any other possible matrix leads away.
      let loads = (0..<4).map { _ in draws.numbers(4, -1, 1) }
      let norms = loads.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
      let step = draws.number(0, 0.3)
      let other = matrix(4) { row, column in
        let inner = zip(loads[row], loads[column]).reduce(0) { $0 + $1.0 * $1.1 }
        return (1 - step) * nearest[row, column] + step * inner / norms[row] / norms[column]
      }
      #expect(distance(other) >= distance(nearest) - 1e-9)
    }
  }
}

@Suite struct `Eigenvectors` {
  @Test(arguments: 1...10)
  func `make the matrix again`(seed: Int) {
    var draws = SeededDraws(seed: seed)
    var matrix = SymmetricMatrix(identity: draws.whole(1...9))
    for row in 0..<matrix.size {
      for column in 0...row { matrix[row, column] = draws.number(-5, 5) }
    }
    let again = SymmetricEigen(matrix).matrix { $0 }
    #expect(zip(matrix.values, again.values).allSatisfy { abs($0 - $1) < 1e-12 })
  }
}

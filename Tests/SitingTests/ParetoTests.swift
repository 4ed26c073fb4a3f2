// SPDX-License-Identifier: Apache-2.0
import Siting
import TestKit
import Testing

/// The members of the front by comparing every pair of points.
private func bruteForce(_ values: [Double], _ directions: [OptimisationDirection]) -> [Int] {
  let width = directions.count
  let points = (0..<values.count / width).map { point in
    directions.indices.map { objective in
      let value = values[point * width + objective]
      return directions[objective] == .minimise ? value : -value
    }
  }
  return points.indices.filter { index in
    !points.contains { other in
      other != points[index] && zip(other, points[index]).allSatisfy { $0 <= $1 }
    }
  }
}

@Suite struct `Pareto front` {
  @Test func `a point that is worse in one objective and better in none is left out`() throws {
    let front = try ParetoFront(
      values: [20, 31, 24, 29.5, 25, 30.2], directions: [.minimise, .minimise])

    #expect(front.members == [0, 1])
  }

  @Test func `directions turn objectives round`() throws {
    let values = [1.0, 1, 2, 2, 3, 1]

    let bothUp = try ParetoFront(values: values, directions: [.maximise, .maximise])
    let mixed = try ParetoFront(values: values, directions: [.minimise, .maximise])

    #expect(bothUp.members == [1, 2])
    #expect(mixed.members == [0, 1])
  }

  @Test(arguments: 1...5) func `equal points are all members`(objectives: Int) throws {
    let front = try ParetoFront(
      values: Array(repeating: 7, count: 3 * objectives),
      directions: Array(repeating: .maximise, count: objectives))

    #expect(front.members == [0, 1, 2])
  }

  @Test(arguments: 1...6, 0..<30)
  func `members are those of comparing every pair`(objectives: Int, seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let steps = [2, 5, 20, 1_000][seed % 4]
    let count = [3, 40, 300][seed % 3]
    let values = (0..<count * objectives).map { _ in
      let value = Int.random(in: 0...steps, using: &draws)
      return value == 0 ? Double.infinity : value == 1 ? -.infinity : Double(value)
    }
    let directions = (0..<objectives).map { _ in
      Bool.random(using: &draws) ? OptimisationDirection.minimise : .maximise
    }

    let front = try ParetoFront(values: values, directions: directions)

    #expect(front.members == bruteForce(values, directions))
  }

  @Test(arguments: [3, 4]) func `a front of which every point is a member`(objectives: Int) throws {
    // on a plane of equal sums, less of one objective is more of another
    var draws = SeededDraws(seed: 9)
    let values = (0..<500).flatMap { _ in
      let parts = (1..<objectives).map { _ in Double(Int.random(in: 0..<1_000, using: &draws)) }
      return parts + [-parts.reduce(0, +)]
    }

    let front = try ParetoFront(
      values: values, directions: Array(repeating: .minimise, count: objectives))

    #expect(front.members == Array(0..<500))
  }

  @Test func `one point dominates another`() throws {
    let directions: [OptimisationDirection] = [.minimise, .maximise]

    #expect(try ParetoFront.dominates([1, 5], [1, 4], directions: directions))
    #expect(try !ParetoFront.dominates([1, 4], [1, 5], directions: directions))
    #expect(try !ParetoFront.dominates([1, 5], [1, 5], directions: directions))
    #expect(try !ParetoFront.dominates([2, 5], [1, 4], directions: directions))
  }

  @Test func `no points have no front`() throws {
    #expect(try ParetoFront(values: [], directions: [.minimise]).members == [])
  }

  @Test func `mistakes are named`() {
    #expect(throws: ParetoError.noObjectives) { try ParetoFront(values: [1], directions: []) }
    #expect(throws: ParetoError.wrongValueCount(found: 3, objectives: 2)) {
      try ParetoFront(values: [1, 2, 3], directions: [.minimise, .minimise])
    }
    #expect(throws: ParetoError.notANumber(point: 1, objective: 0)) {
      try ParetoFront(values: [1, 2, .nan, 4], directions: [.minimise, .minimise])
    }
    #expect(throws: ParetoError.wrongValueCount(found: 1, objectives: 2)) {
      try ParetoFront.dominates([1], [1, 2], directions: [.minimise, .minimise])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Clusters
import TestKit
import Testing

@Suite struct `A search` {
  @Test(arguments: 1...12)
  func `keeps the band and contiguity on random graphs wherever no obstacle is`(seed: Int) throws {
    let problem = try randomProblem(seed)
    let solution = problem.solve(seed: UInt64(seed), effort: .quick)
    guard problem.obstacles().isEmpty else {
      #expect(!solution.judgement.isAcceptable)
      return
    }
    #expect(solution.judgement.isAcceptable, "\(solution.judgement.brokenRules)")
    #expect(solution.grouping == Grouping(solution.grouping.groups))
    #expect(solution.judgement == problem.judge(solution.grouping))
    #expect(solution.bound <= solution.judgement.cost)
  }

  @Test(arguments: 1...6)
  func `knows the cost of what it finds with every wish`(seed: Int) throws {
    let problem = try randomProblem(seed, preferences: everyWish)
    let attempt = problem.attempt(0, seed: 3, effort: .quick)
    #expect(abs(attempt.cost - problem.judge(attempt.grouping).cost) < 1e-6)
  }

  @Test func `knows the cost where groups need not hang together`() throws {
    let preferences = Preferences(mustBeContiguous: false, contiguity: 2)
    let problem = try randomProblem(4, preferences: preferences)
    let attempt = problem.attempt(0, effort: .quick)
    #expect(abs(attempt.cost - problem.judge(attempt.grouping).cost) < 1e-6)
  }

  @Test func `knows the cost of journeys`() throws {
    let places = try randomProblem(2)
    var draws = SeededDraws(seed: 9)
    let journeys = draws.numbers(places.units.count * places.units.count, 1, 30)
    let problem = try ClusterProblem(
      units: places.units, links: places.links, band: places.band,
      travel: TravelTable(.minutes, values: journeys))
    let solution = problem.solve(effort: .quick)
    let attempt = problem.attempt(0, effort: .quick)
    #expect(abs(attempt.cost - problem.judge(attempt.grouping).cost) < 1e-6)
    #expect(solution.bound <= solution.judgement.cost)
    #expect(solution.bound > 0)
  }

  @Test func `gives the same solution twice, and by starts merged in any order`() throws {
    let problem = try randomProblem(5)
    let effort = ClusterEffort(starts: 3, stepsPerUnit: 300)
    let whole = problem.solve(seed: 7, effort: effort)
    let starts = [2, 0, 1].map { problem.attempt($0, seed: 7, effort: effort) }
    #expect(whole.judgement == problem.solution(of: starts, effort: effort).judgement)
    #expect(whole.judgement == problem.solve(seed: 7, effort: effort).judgement)
  }

  @Test func `stops when it is told to, with the best so far`() throws {
    let problem = try randomProblem(5)
    var asked = 0
    let solution = problem.solve { _ in
      asked += 1
      return asked < 3
    }
    #expect(asked == 3)
    #expect(solution.wasStopped)
    #expect(solution.grouping.groups.count == problem.units.count)
  }

  @Test func `keeps together what has to be, and exceptions alone`() throws {
    let problem = try randomProblem(3, together: [[0, 1, 2], [20, 21]])
    let solution = problem.solve(effort: .quick)
    #expect(solution.judgement.isAcceptable, "\(solution.judgement.brokenRules)")
    let large = try line(
      [30, 30, 90, 30, 30], band: PeopleBand(floor: 50, ceiling: 70), exceptions: [[2]])
    let found = large.solve()
    #expect(found.judgement.isAcceptable)
    #expect(found.judgement.groups.count { $0.isException } == 1)
    #expect(found.proof == .exact)
  }

  @Test func `makes more than the weight of a wish out of it`() throws {
    // Two towns lie across each other; keeping each whole costs distance.
    let units = (0..<8).map { place -> Unit in
      let row = place / 4
      return Unit(
        id: "\(place)", name: "", people: 10, east: Double(place % 4), north: Double(row) * 0.1,
        town: row == 0 ? "north" : "south")
    }
    var links = (0..<4).map { Link($0, $0 + 4) }
    for place in [0, 1, 2, 4, 5, 6] { links.append(Link(place, place + 1)) }
    func solved(_ weight: Double) throws -> ClusterSolution {
      try ClusterProblem(
        units: units, links: links, band: PeopleBand(floor: 40, ceiling: 40),
        preferences: Preferences(towns: weight)
      ).solve()
    }
    let loose = try solved(0.1)
    let tight = try solved(10)
    #expect(loose.grouping == Grouping([0, 0, 1, 1, 0, 0, 1, 1]))
    #expect(tight.grouping == Grouping([0, 0, 0, 0, 1, 1, 1, 1]))
  }
}

@Suite struct `A proof` {
  @Test(arguments: 1...10)
  func `for few units is what trying everything gives`(seed: Int) throws {
    let problem = try randomProblem(seed, side: 3, band: PeopleBand(floor: 80, ceiling: 330))
    let solution = problem.solve(effort: .quick)
    let cheapest = cheapest(problem)
    guard let cheapest else {
      #expect(solution.proof == .impossible)
      return
    }
    #expect(solution.proof == .exact)
    #expect(abs(solution.judgement.cost - cheapest) < 1e-9)
    #expect(problem.bound <= cheapest + 1e-9)
    #expect(problem.bound > 0)
  }

  /// The least cost over all labellings with the number of groups that is sought.
  private func cheapest(_ problem: ClusterProblem) -> Double? {
    var least: Double?
    func label(_ labels: [Int], _ used: Int) {
      if labels.count == problem.units.count {
        guard used == problem.chosenCount else { return }
        let judgement = problem.judge(Grouping(labels))
        if judgement.isAcceptable { least = min(least ?? .infinity, judgement.cost) }
        return
      }
      for group in 0...min(used, problem.chosenCount - 1) {
        label(labels + [group], max(used, group + 1))
      }
    }
    label([], 0)
    return least
  }

  @Test(arguments: 1...6)
  func `bounds every grouping from below`(seed: Int) throws {
    let problem = try randomProblem(seed, side: 9)
    #expect(problem.bound <= problem.solve(effort: .quick).judgement.cost)
    #expect(problem.bound > 0.2 * problem.solve(effort: .quick).judgement.cost)
  }

  @Test func `of two far places is tight enough to see`() throws {
    // Each place is one group; half the mean distance within it is all that the bound can see.
    let units = (0..<4).map {
      Unit(id: "\($0)", name: "", people: 10, east: Double($0 % 2 + $0 / 2 * 100), north: 0)
    }
    let problem = try ClusterProblem(
      units: units, links: [Link(0, 1), Link(1, 2), Link(2, 3)],
      band: PeopleBand(floor: 20, ceiling: 20))
    #expect(abs(problem.bound - 0.25) < 1e-9)
    #expect(problem.solve().judgement.cost == 0.5)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit
import Testing

@Suite struct `The search agrees with trying every plan` {
  @Test(arguments: 0..<200) func `on the least mean`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for sites in 1...problem.travel.sites.count {
      try expectBest(problem, .weightedMean(sites: sites))
    }
  }

  @Test(arguments: 0..<200) func `on the largest minutes`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for sites in 1...problem.travel.sites.count {
      try expectBest(problem, .largestMinutes(sites: sites))
    }
  }

  @Test(arguments: 0..<200) func `on the fewest sites`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for radius in [0, 2, 5, 30, 60, Double.infinity] {
      try expectBest(problem, .fewestSites(within: radius))
    }
  }

  @Test(arguments: 0..<200) func `on the largest share`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for sites in 1...problem.travel.sites.count {
      for radius in [0, 3, 25, Double.infinity] {
        try expectBest(problem, .largestShare(sites: sites, within: radius))
      }
    }
  }

  @Test(arguments: 0..<20) func `where bounds are weak and the search has to branch`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let rows = (0..<30).map { _ in (0..<14).map { _ in Double(draws.below(100)) } }
    let scattered = try problem(rows, weights: rows.map { _ in draws.unit() })
    for sites in 2...4 {
      try expectBest(scattered, .weightedMean(sites: sites))
      try expectBest(scattered, .largestMinutes(sites: sites))
      try expectBest(scattered, .largestShare(sites: sites, within: 12))
    }
    for radius in [30.0, 40, 55] { try expectBest(scattered, .fewestSites(within: radius)) }
  }

  private func expectBest(_ problem: SitingProblem, _ objective: SitingObjective) throws {
    guard let best = problem.bruteForce(objective) else {
      #expect(throws: SitingError.self) { try problem.solve(objective) }
      return
    }
    let solution = try problem.solve(objective)
    #expect(isClose(solution.objective, best), "\(objective)")
    #expect(solution.isProved && solution.gap == 0)
    #expect(problem.keep.allSatisfy(solution.open.contains))
    #expect(!problem.forbid.contains(where: solution.open.contains))
    #expect(solution.open == solution.open.sorted())
    if case .fewestSites = objective { return }
    #expect(solution.open.count == objective.siteCount)
  }
}

extension SitingObjective {
  fileprivate var siteCount: Int? {
    switch self {
    case .weightedMean(let sites), .largestMinutes(let sites), .largestShare(let sites, _): sites
    case .fewestSites: nil
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import Testing

@Suite struct `The search agrees with trying every plan` {
  @Test(arguments: 0..<300) func `on the least mean`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for sites in 1...problem.travel.sites.count {
      try expectBest(problem, .weightedMean(sites: sites))
    }
  }

  @Test(arguments: 0..<300) func `on the largest minutes`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for sites in 1...problem.travel.sites.count {
      try expectBest(problem, .largestMinutes(sites: sites))
    }
  }

  @Test(arguments: 0..<300) func `on the fewest sites`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for radius in [0, 2, 5, 30, 60, Double.infinity] {
      try expectBest(problem, .fewestSites(within: radius))
    }
  }

  @Test(arguments: 0..<300) func `on the largest share`(seed: Int) throws {
    let problem = try randomProblem(seed: seed)
    for sites in 1...problem.travel.sites.count {
      for radius in [0, 3, 25, Double.infinity] {
        try expectBest(problem, .largestShare(sites: sites, within: radius))
      }
    }
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

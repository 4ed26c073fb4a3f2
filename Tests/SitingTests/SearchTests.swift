// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit
import Testing

/// Points on a plane, each an area and a site.
private func plane(_ count: Int, seed: Int) throws -> SitingProblem {
  var draws = SeededDraws(seed: seed)
  let points = (0..<count).map { _ in (draws.unit() * 100, draws.unit() * 100) }
  return try problem(
    points.map { from in
      points.map { to in
        let east = from.0 - to.0
        let north = from.1 - to.1
        return (east * east + north * north).squareRoot()
      }
    })
}

@Suite struct `The search itself` {
  private let objectives: [SitingObjective] = [
    .weightedMean(sites: 6), .largestMinutes(sites: 6), .fewestSites(within: 20),
    .largestShare(sites: 4, within: 15),
  ]

  @Test func `is the same twice`() throws {
    let problem = try plane(60, seed: 3)
    for objective in objectives {
      #expect(try problem.solve(objective) == problem.solve(objective))
    }
  }

  @Test(arguments: 0..<5) func `finds as good a plan from another seed`(seed: Int) throws {
    let problem = try plane(60, seed: 4)
    for objective in objectives {
      let one = try problem.solve(objective)
      let other = try problem.solve(objective, limits: SearchLimits(seed: UInt64(seed)))
      #expect(isClose(one.objective, other.objective))
    }
  }

  @Test(arguments: 0..<12) func `more sites are never worse`(seed: Int) throws {
    let problem = try plane(40, seed: seed)
    var mean = Double.infinity
    var largest = Double.infinity
    var share = 0.0
    for sites in 1...12 {
      let nextMean = try problem.solve(.weightedMean(sites: sites)).objective
      let nextLargest = try problem.solve(.largestMinutes(sites: sites)).objective
      let nextShare = try problem.solve(.largestShare(sites: sites, within: 12)).objective
      #expect(nextMean <= mean && nextLargest <= largest && nextShare >= share - 1e-12)
      (mean, largest, share) = (nextMean, nextLargest, nextShare)
    }
  }

  @Test(arguments: 0..<12) func `the fewest sites and the largest minutes agree`(
    seed: Int
  ) throws {
    let problem = try plane(50, seed: seed)
    let largest = try problem.solve(.largestMinutes(sites: 5)).objective

    #expect(try problem.solve(.fewestSites(within: largest)).objective <= 5)
    #expect(try problem.solve(.fewestSites(within: largest.nextDown)).objective > 5)
    #expect(try isClose(problem.solve(.largestShare(sites: 5, within: largest)).objective, 1))
  }

  @Test(arguments: 1...4) func `a plan stopped early has a bound that holds`(report: Int) throws {
    let problem = try plane(80, seed: 11)
    for objective in objectives {
      let best = try problem.solve(objective).objective
      var reports = 0
      let early = try problem.solve(objective) { progress in
        reports += 1
        #expect(!progress.best.isNaN && !progress.bound.isNaN)
        return reports < report ? .goOn : .stop
      }
      if case .largestShare = objective {
        #expect(early.objective <= best + 1e-12 && early.bound >= best - 1e-12)
      } else {
        #expect(early.objective >= best - 1e-9 && early.bound <= best + 1e-9)
      }
      #expect(!early.isProved || early.gap == 0)
    }
  }

  @Test(arguments: 0...3) func `a limit of nodes ends the search`(nodes: Int) throws {
    let problem = try plane(120, seed: 5)
    let limits = SearchLimits(maximumNodes: nodes)
    for objective in objectives {
      let plan = try problem.solve(objective, limits: limits)
      #expect(plan.nodes <= nodes || plan.isProved)
      #expect(plan.gap >= 0 && (plan.gap == 0 || !plan.isProved))
    }
  }

  @Test(arguments: 0..<10) func `the minutes may be in any unit`(seed: Int) throws {
    let plain = try randomProblem(seed: seed)
    let scaled = try SitingProblem(
      travel: matrix(
        plain.weights.indices.map { area in
          plain.travel.sites.indices.map { plain.travel[area, $0] * 1024 }
        }), weights: plain.weights.map { $0 / 4096 }, keep: plain.keep, forbid: plain.forbid)
    let sites = max(1, plain.travel.sites.count - plain.forbid.count)
    guard let plan = try? plain.solve(.weightedMean(sites: sites)) else { return }

    #expect(try isClose(scaled.solve(.weightedMean(sites: sites)).objective, plan.objective * 1024))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Schedule
import TestKit
import Testing

@Suite struct `A whole programme of requests` {
  /// 30 requests, 24 months, 6 roles, about half of which fits.
  static func programme(_ seed: Int) -> ResourceProblem {
    var draws = SeededDraws(seed: seed)
    let requests = (0..<30).map { place -> ResourceRequest in
      let roles = draws.shuffled(Array(0..<6)).prefix(draws.whole(1...3))
      let length = draws.whole(2...6)
      let work = (0..<length).map { _ in
        (0..<6).map { roles.contains($0) ? Double(draws.whole(4...16)) : 0 }
      }
      let earliest = draws.below(14)
      return ResourceRequest(
        id: "r\(place)", value: Double(draws.whole(1...20)), work: work, earliest: earliest,
        latest: earliest + draws.below(8),
        prerequisites: place > 4 && draws.below(6) == 0 ? ["r\(draws.below(place))"] : [],
        exclusiveGroup: place % 10 == 3 ? "g\(place % 3)" : nil)
    }
    return ResourceProblem(
      roles: (0..<6).map { "role\($0)" },
      capacity: Array(repeating: Array(repeating: 20.0, count: 6), count: 24), requests: requests)
  }

  @Test(arguments: 1...3)
  func `has a proven best or a stated gap within the limit of steps`(seed: Int) throws {
    let solution = try Resourcing.solve(Self.programme(seed), nodeLimit: 100)
    #expect(solution.isOptimal || solution.gap > 0)
    #expect(solution.nodes <= 100 && solution.bound >= solution.value)
  }
}

@Suite struct `What one more person-month is worth` {
  @Test(arguments: 0..<6)
  func `is the most that any single month brings`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let requests = (0..<6).map { place in
      ResourceRequest(
        id: "r\(place)", value: Double(draws.whole(1...9)),
        work: [[Double(draws.whole(2...6)), Double(draws.below(4))]], earliest: 0,
        latest: draws.below(4))
    }
    let problem = ResourceProblem(
      roles: ["one", "two"], capacity: Array(repeating: [4, 4], count: 4), requests: requests)
    let base = try Resourcing.solve(problem).value
    let found = try Resourcing.worth(of: problem, personMonth: 3)
    for role in 0..<2 {
      let gains = try (0..<4).map { month -> Double in
        var more = problem
        more.capacity[month][role] += 3
        return try Resourcing.solve(more).value - base
      }
      #expect(abs(found[role].gain - (gains.max() ?? 0)) < 1e-9 && found[role].isProven)
    }
  }
}

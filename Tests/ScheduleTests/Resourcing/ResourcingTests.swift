// SPDX-License-Identifier: Apache-2.0

import Schedule
import TestKit
import Testing

/// A request for days of one role, one number a month.
private func request(
  _ id: String, _ value: Double, _ days: [Double], from earliest: Int = 0, to latest: Int = 0,
  after: [String] = [], group: String? = nil, must: Bool = false
) -> ResourceRequest {
  ResourceRequest(
    id: id, value: value, work: days.map { [$0] }, earliest: earliest, latest: latest,
    prerequisites: after, exclusiveGroup: group, isMust: must)
}

private func problem(_ capacity: [Double], _ requests: [ResourceRequest]) -> ResourceProblem {
  ResourceProblem(roles: ["analyst"], capacity: capacity.map { [$0] }, requests: requests)
}

@Suite struct `What is done with scarce people` {
  @Test func `is worth most in one month, not the most valuable first`() throws {
    // 10 days: 6 + 4 days are worth 5 + 4; the request worth 7 would take 8 of them.
    let solution = try Resourcing.solve(
      problem([10], [request("a", 7, [8]), request("b", 5, [6]), request("c", 4, [4])]))
    #expect(solution.value == 9 && solution.isOptimal && solution.gap == 0)
    #expect(solution.starts == [nil, 0, 0] && solution.used == [[10]])
    #expect(
      solution.waiting == [
        ResourceWait(id: "a", reason: .role("analyst", month: 0, short: 8, start: 0))
      ])
  }

  @Test func `starts when there is room, as early as it can`() throws {
    let solution = try Resourcing.solve(
      problem(
        [5, 5, 5],
        [
          request("long", 3, [5, 5], to: 1), request("short", 2, [5], to: 2),
          request("late", 2, [4], to: 2),
        ]))
    #expect(solution.value == 5 && solution.isOptimal)
    #expect(solution.starts[0] != nil && solution.waiting.count == 1)
  }

  @Test func `keeps prerequisites and exclusive groups`() throws {
    let solution = try Resourcing.solve(
      problem(
        [5, 5, 5],
        [
          request("base", 0, [5], to: 2), request("top", 9, [5], to: 2, after: ["base"]),
          request("one", 4, [5], to: 2, group: "site"),
          request("other", 3, [5], to: 2, group: "site"),
        ]))
    #expect(solution.value == 13 && Set(solution.starts) == [0, 1, 2, nil])
    #expect(solution.waiting.map(\.reason) == [.exclusive(with: "one")])
    let alone = try Resourcing.solve(
      problem([9], [request("base", 1, [5]), request("top", 9, [5], after: ["base"])]))
    #expect(alone.value == 1 && alone.waiting.map(\.reason) == [.prerequisite("base")])
  }

  @Test func `does what must be done even when something else is worth more`() throws {
    let solution = try Resourcing.solve(
      problem([10], [request("must", 1, [6], must: true), request("rich", 9, [6])]))
    #expect(solution.value == 1 && solution.starts == [0, nil])
  }

  @Test func `can have no time left to end in`() throws {
    let solution = try Resourcing.solve(problem([9, 9], [request("long", 1, [1, 1, 1], to: 5)]))
    #expect(solution.waiting.map(\.reason) == [.tooLong] && solution.value == 0)
  }

  @Test func `names the least set of musts that do not fit together`() throws {
    let error = #expect(throws: ResourceError.self) {
      try Resourcing.solve(
        problem(
          [10, 10],
          [
            request("easy", 1, [2], to: 1, must: true), request("one", 1, [7], must: true),
            request("two", 1, [7], must: true),
          ]))
    }
    let words = error?.description ?? ""
    #expect(words.contains("“one”, “two” must all be done and do not fit together"))
    #expect(!words.contains("easy") && words.contains("“analyst”"))
    #expect(words.contains("14 person-days in months 1 to 1, and there are 10"))
  }

  @Test func `refuses requests that wait for each other, link by link`() throws {
    let error = #expect(throws: ResourceError.self) {
      try Resourcing.solve(
        problem([9], [request("a", 1, [1], after: ["b"]), request("b", 1, [1], after: ["a"])]))
    }
    #expect(error?.description.contains("“a” waits for “b”, “b” waits for “a”") == true)
    #expect(throws: ResourceError.self) {
      try Resourcing.solve(problem([9], [request("a", 1, [1], after: ["none"])]))
    }
    #expect(throws: ResourceError.self) { try Resourcing.solve(problem([-1], [])) }
  }

  @Test func `has a worth for one more person-month of each role`() throws {
    // Two more days let all three be done; days in the second month bring nothing.
    let worth = try Resourcing.worth(
      of: problem([10, 4], [request("a", 7, [8]), request("b", 5, [4])]), personMonth: 2)
    #expect(worth == [RoleWorth(role: "analyst", gain: 5, month: 0, isProven: true)])
  }

  @Test(arguments: 0..<120)
  func `equals the best of all choices, tried one by one`(seed: Int) throws {
    let problem = RandomRequests.problem(seed)
    let expected = RandomRequests.best(problem)
    guard let expected else {
      #expect(throws: ResourceError.self) { try Resourcing.solve(problem) }
      return
    }
    let solution = try Resourcing.solve(problem)
    #expect(solution.isOptimal && abs(solution.value - expected) < 1e-9)
    #expect(RandomRequests.isPossible(solution.starts, problem))
  }

  @Test func `has a bound that holds when the search is cut short`() throws {
    for seed in 0..<20 {
      let problem = RandomRequests.problem(seed, musts: false)
      let cut = try Resourcing.solve(problem, nodeLimit: 1)
      let best = try #require(RandomRequests.best(problem))
      #expect(cut.bound >= best - 1e-9 && cut.value <= best + 1e-9)
    }
  }
}

/// Small random problems, and their answers by trying everything.
private enum RandomRequests {
  static func problem(_ seed: Int, musts: Bool = true) -> ResourceProblem {
    var draws = SeededDraws(seed: seed)
    let months = 4
    let requests = (0..<5).map { place -> ResourceRequest in
      let work = (0..<draws.whole(1...2)).map { _ in
        [Double(draws.below(6)), Double(draws.below(6))]
      }
      let earliest = draws.below(3)
      return ResourceRequest(
        id: "r\(place)", value: Double(draws.below(9)) / 2, work: work, earliest: earliest,
        latest: earliest + draws.below(3),
        prerequisites: place > 0 && draws.below(4) == 0 ? ["r\(draws.below(place))"] : [],
        exclusiveGroup: draws.below(3) == 0 ? "g" : nil, isMust: musts && draws.below(8) == 0)
    }
    let capacity = (0..<months).map { _ in
      [Double(draws.whole(2...8)), Double(draws.whole(2...8))]
    }
    return ResourceProblem(roles: ["one", "two"], capacity: capacity, requests: requests)
  }

  static func best(_ problem: ResourceProblem) -> Double? {
    var starts: [Int?] = []
    var best: Double?
    func go() {
      if starts.count == problem.requests.count {
        guard isPossible(starts, problem) else { return }
        let value = zip(starts, problem.requests).reduce(0) { $1.0 == nil ? $0 : $0 + $1.1.value }
        best = max(best ?? value, value)
        return
      }
      let request = problem.requests[starts.count]
      for start in [Int?.none] + Array(request.earliest...request.latest) {
        starts.append(start)
        go()
        starts.removeLast()
      }
    }
    go()
    return best
  }

  static func isPossible(_ starts: [Int?], _ problem: ResourceProblem) -> Bool {
    var free = problem.capacity
    var groups = Set<String>()
    for (start, request) in zip(starts, problem.requests) {
      guard let start else {
        if request.isMust { return false }
        continue
      }
      guard (request.earliest...request.latest).contains(start),
        start + request.work.count <= free.count
      else { return false }
      if let group = request.exclusiveGroup, !groups.insert(group).inserted { return false }
      for needed in request.prerequisites {
        guard let place = problem.requests.firstIndex(where: { $0.id == needed }),
          let before = starts[place], before + problem.requests[place].work.count <= start
        else { return false }
      }
      for (month, row) in request.work.enumerated() {
        for role in row.indices { free[start + month][role] -= row[role] }
      }
    }
    return free.allSatisfy { $0.allSatisfy { $0 > -1e-9 } }
  }
}

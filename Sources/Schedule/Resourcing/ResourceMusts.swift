// SPDX-License-Identifier: Apache-2.0

/// What must be done, and what is wrong when it cannot.
enum ResourceMusts {
  /// The problem in which everything that a must waits for is a must as well.
  static func closed(_ given: ResourceProblem) -> ResourceProblem {
    var problem = given
    let places = Dictionary(
      given.requests.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var waiting = given.requests.filter(\.isMust).flatMap(\.prerequisites)
    while let id = waiting.popLast() {
      guard let place = places[id], !problem.requests[place].isMust else { continue }
      problem.requests[place].isMust = true
      waiting += problem.requests[place].prerequisites
    }
    return problem
  }

  /// Why the musts do not fit, or nil when they do or it was not found out.
  ///
  /// Musts are taken out one by one as long as the rest still does not fit; what is left is a least
  /// set: without any one of it the others fit.
  static func misfit(
    _ problem: ResourceProblem, nodeLimit: Int
  ) throws(ResourceError) -> ResourceError? {
    var set = problem.requests.filter(\.isMust).map(\.id)
    guard try doNotFit(set, problem, nodeLimit) else { return nil }
    for id in set {
      let fewer = set.filter { $0 != id }
      if try doNotFit(fewer, problem, nodeLimit) { set = fewer }
    }
    return ResourceError(words(set, problem))
  }

  /// Whether it is proven that some musts do not fit together.
  private static func doNotFit(
    _ ids: [String], _ given: ResourceProblem, _ nodeLimit: Int
  ) throws(ResourceError) -> Bool {
    if ids.isEmpty { return false }
    var problem = given
    for place in problem.requests.indices {
      problem.requests[place].isMust = ids.contains(problem.requests[place].id)
      problem.requests[place].value = 0
    }
    problem = closed(problem)
    let musts = Set(problem.requests.filter(\.isMust).map(\.id))
    problem.requests = problem.requests.filter { musts.contains($0.id) }
    var search = ResourceSearch(try ResourceModel(problem), nodeLimit: nodeLimit)
    search.stopsAtFirst = true
    search.run()
    return search.best == nil && search.nodes <= nodeLimit
  }

  private static func words(_ ids: [String], _ problem: ResourceProblem) -> String {
    let names = ids.map { "“\($0)”" }.joined(separator: ", ")
    let start =
      ids.count == 1
      ? "\(names) must be done and does not fit."
      : "\(names) must all be done and do not fit together."
    let set = closed(keeping(ids, problem)).requests.filter(\.isMust)
    let groups = Dictionary(grouping: set.filter { $0.exclusiveGroup != nil }) {
      $0.exclusiveGroup ?? ""
    }
    if let group = groups.keys.sorted().first(where: { (groups[$0]?.count ?? 0) > 1 }) {
      return start + " They exclude each other (“\(group)”). Make one of them no must."
    }
    return start + (tightest(set, problem) ?? " Widen the months in which they may start.")
  }

  private static func keeping(_ ids: [String], _ given: ResourceProblem) -> ResourceProblem {
    var problem = given
    for place in problem.requests.indices {
      problem.requests[place].isMust = ids.contains(problem.requests[place].id)
    }
    return problem
  }

  /// The role of which the set needs most beside what there is, in the months in which it can use it.
  private static func tightest(_ set: [ResourceRequest], _ problem: ResourceProblem) -> String? {
    let windows = set.compactMap { request in
      problem.starts(request).map { $0.lowerBound..<($0.upperBound + request.work.count) }
    }
    guard windows.count == set.count, let first = windows.map(\.lowerBound).min(),
      let end = windows.map(\.upperBound).max()
    else { return " Not all of them can end by the last month." }
    var worst: (role: Int, needed: Double, there: Double)?
    for role in problem.roles.indices {
      let needed = set.reduce(0) { sum, request in sum + request.work.reduce(0) { $0 + $1[role] } }
      let there = problem.capacity[first..<end].reduce(0) { $0 + $1[role] }
      let isWorse =
        worst.map { needed * max($0.there, 1e-9) > $0.needed * max(there, 1e-9) } ?? true
      if needed > 0, isWorse { worst = (role, needed, there) }
    }
    guard let worst else { return nil }
    return " The tightest role is “\(problem.roles[worst.role])”: they need "
      + "\(shown(worst.needed)) person-days in months \(first + 1) to \(end), and there are "
      + "\(shown(worst.there)). Find more, or widen the months."
  }

  private static func shown(_ days: Double) -> String {
    days == days.rounded() && abs(days) < 1e15 ? "\(Int(days))" : "\((days * 10).rounded() / 10)"
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Chooses what is done with scarce people, and when.
public enum Resourcing {
  /// The choice that is worth most.
  ///
  /// Of several that are worth as much, one is given, with every start as early as the others allow.
  /// `nodeLimit` bounds the search; when it is reached, the solution says how far from the best it
  /// can be.
  /// - Throws: `ResourceError` when a name is unknown, requests wait for each other in a loop, or
  ///   what must be done does not fit; the message names the least set of musts that do not fit
  ///   together.
  public static func solve(
    _ problem: ResourceProblem, nodeLimit: Int = 20_000
  ) throws(ResourceError) -> ResourceSolution {
    try solved(problem, nodeLimit: nodeLimit, known: nil)
  }

  /// What one more person-month of each role would bring, in the month in which it brings most.
  ///
  /// The problem is solved again with `personMonth` more days in a set of months; a set that brings
  /// no more than was found already is left, any other is halved, down to single months.
  /// - Throws: `ResourceError`, as `solve`.
  public static func worth(
    of problem: ResourceProblem, personMonth: Double, nodeLimit: Int = 2_000
  ) throws(ResourceError) -> [RoleWorth] {
    let base = try solve(problem, nodeLimit: nodeLimit)
    var worths: [RoleWorth] = []
    for role in problem.roles.indices {
      worths.append(try worth(of: role, problem, base, personMonth, nodeLimit))
    }
    return worths
  }

  private static func worth(
    of role: Int, _ problem: ResourceProblem, _ base: ResourceSolution, _ days: Double,
    _ nodeLimit: Int
  ) throws(ResourceError) -> RoleWorth {
    var best: (gain: Double, month: Int?) = (0, nil)
    var isProven = base.isOptimal
    // Sets of months with a value that none of their months can pass.
    var open: [(months: Range<Int>, gain: Double)] = [(problem.capacity.indices, .infinity)]
    while let (months, limit) = open.popLast() {
      if limit <= best.gain + 1e-9 || months.isEmpty { continue }
      var more = problem
      for month in months { more.capacity[month][role] += days }
      let found = try solved(more, nodeLimit: nodeLimit, known: base.starts)
      isProven = isProven && found.isOptimal
      let gain = found.value - base.value
      if gain <= best.gain + 1e-9 { continue }
      if months.count == 1 {
        best = (gain, months.lowerBound)
      } else {
        let middle = (months.lowerBound + months.upperBound) / 2
        open.append((middle..<months.upperBound, gain))
        open.append((months.lowerBound..<middle, gain))
      }
    }
    return RoleWorth(
      role: problem.roles[role], gain: best.gain, month: best.month, isProven: isProven)
  }

  private static func solved(
    _ given: ResourceProblem, nodeLimit: Int, known: [Int?]?
  ) throws(ResourceError) -> ResourceSolution {
    try given.check()
    let problem = ResourceMusts.closed(given)
    let model = try ResourceModel(problem)
    var search = ResourceSearch(model, nodeLimit: nodeLimit)
    if let known { search.know(known) }
    search.run()
    guard let best = search.best else {
      if let misfit = try ResourceMusts.misfit(given, nodeLimit: nodeLimit) { throw misfit }
      throw ResourceError(
        "No choice that holds everything that must be done was found in \(nodeLimit) steps. Make "
          + "fewer requests a must, or widen their months.")
    }
    let starts = ResourceShift.earlier(best.starts, model)
    let bound = max(best.value, min(search.unseen, search.rootBound))
    return ResourceSolution(
      starts: starts, value: best.value, bound: rounded(bound, best.value, model.grid),
      isOptimal: rounded(bound, best.value, model.grid) <= best.value,
      nodes: min(search.nodes, nodeLimit),
      waiting: ResourceExplanation.waiting(starts, model), used: ResourceShift.used(starts, model))
  }

  /// A bound as a multiple of what all values are multiples of.
  private static func rounded(_ bound: Double, _ value: Double, _ grid: Double?) -> Double {
    guard let grid else { return bound <= value + 1e-6 * max(1, value) ? value : bound }
    return max(value, ((bound + 1e-6) / grid).rounded(.down) * grid)
  }
}

/// Moves starts forward, and adds up what is used.
enum ResourceShift {
  /// The same requests, each as early as the others allow.
  static func earlier(_ starts: [Int?], _ model: ResourceModel) -> [Int?] {
    var starts = starts
    var free = model.capacity
    for (request, start) in starts.enumerated() {
      if let start { model.take(request, at: start, from: &free) }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      let order = starts.indices.filter { starts[$0] != nil }
        .sorted { (starts[$0] ?? 0, $0) < (starts[$1] ?? 0, $1) }
      for request in order {
        guard let start = starts[request], let window = model.starts[request] else { continue }
        let after = model.prerequisites[request].map { (starts[$0] ?? 0) + model.length($0) }
        let first = max(window.lowerBound, after.max() ?? 0)
        guard first < start else { continue }
        model.take(request, at: start, from: &free, times: -1)
        let found = (first...start).first { model.fits(request, at: $0, in: free) } ?? start
        model.take(request, at: found, from: &free)
        if found < start { (starts[request], isChanged) = (found, true) }
      }
    }
    return starts
  }

  /// Person-days that are used, by month and then by role.
  static func used(_ starts: [Int?], _ model: ResourceModel) -> [[Double]] {
    var days = Array(repeating: 0.0, count: model.capacity.count)
    for (request, start) in starts.enumerated() {
      if let start { model.take(request, at: start, from: &days, times: -1) }
    }
    return (0..<model.months).map { month in
      Array(days[(month * model.roles)..<((month + 1) * model.roles)])
    }
  }
}

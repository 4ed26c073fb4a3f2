// SPDX-License-Identifier: Apache-2.0

import Engagement
import Schedule

/// Requests and capacities of the ledger in the terms of the engine.
struct ResourceReading {
  private let plan: ResourcePlan
  private let state: ResourceState
  private let first: CivilDay
  private let requests: [ResourceState.Request]
  private let started: [String: CivilDay]
  let missed: [ResourceDemand]
  let problem: ResourceProblem
  let sequences: [Int64]

  init(_ plan: ResourcePlan, _ state: ResourceState, day: CivilDay, first: CivilDay) {
    self.plan = plan
    self.state = state
    self.first = first
    let now = day.firstOfMonth
    let decided = state.decisions.last?.decision.starts ?? [:]
    let started = decided.filter { $0.value <= now }
    self.started = started
    let open = state.requests.filter { !$0.isWithdrawn }
    let isMissed = { (request: ResourceState.Request) in
      started[request.demand.id] == nil && request.demand.latest < now
    }
    missed = open.filter(isMissed).map(\.demand)
    // What ended before the first month uses nobody any more.
    requests = open.filter { request in
      let start = started[request.demand.id]
      let isOver = start.map { $0.addingMonths(request.demand.days.count) <= first } ?? false
      return !isMissed(request) && !isOver
    }
    let capacities = (0..<ResourceView.monthCount).map { offset in
      plan.roles.map { state.capacity(of: $0.id, in: first.addingMonths(offset)) }
    }
    sequences = Set(
      requests.map(\.sequence) + capacities.flatMap { $0.compactMap { $0?.sequence } }
    ).sorted()
    let known = Set(requests.map(\.demand.id))
    problem = ResourceProblem(
      roles: plan.roles.map(\.id), capacity: capacities.map { $0.map { $0?.days ?? 0 } },
      requests: requests.map { request in
        Self.request(
          request.demand, started[request.demand.id], plan, first: first, now: now, known: known,
          decided: started)
      })
  }

  private static func request(
    _ demand: ResourceDemand, _ start: CivilDay?, _ plan: ResourcePlan, first: CivilDay,
    now: CivilDay, known: Set<String>, decided: [String: CivilDay]
  ) -> ResourceRequest {
    var work = demand.days.map { month in plan.roles.map { month[$0.id] ?? 0 } }
    var earliest = first.months(to: max(demand.earliest, now))
    var latest = first.months(to: demand.latest)
    let isBlocked = demand.prerequisites.contains { !known.contains($0) && decided[$0] == nil }
    if isBlocked, !demand.isMust { latest = -1 }
    if let start {
      // The months before the first one are done.
      let offset = first.months(to: start)
      work = Array(work.dropFirst(max(0, -offset)))
      (earliest, latest) = (max(0, offset), max(0, offset))
    }
    return ResourceRequest(
      id: demand.id, value: demand.value, work: work, earliest: earliest, latest: latest,
      // A request that started has what it waited for; so has one whose prerequisite is over.
      prerequisites: start == nil
        ? demand.prerequisites.filter(known.contains) : [],
      exclusiveGroup: demand.exclusiveGroup, isMust: demand.isMust || start != nil)
  }

  func lines(_ solution: ResourceSolution?) -> [ResourceView.Line] {
    let waits = Dictionary(
      (solution?.waiting ?? []).map { ($0.id, $0.reason) }, uniquingKeysWith: { one, _ in one })
    return requests.enumerated().map { place, request in
      let id = request.demand.id
      let start = started[id] ?? solution?.starts[place].map { first.addingMonths($0) }
      let reason = waits[id]
      return ResourceView.Line(
        demand: request.demand, sequence: request.sequence, start: start,
        hasStarted: started[id] != nil, wait: reason.map(words), stoppedBy: reason.flatMap(role))
    }
  }

  private func role(_ reason: ResourceWait.Reason) -> String? {
    if case .role(let role, _, _, _) = reason { return role }
    return nil
  }

  private func words(_ reason: ResourceWait.Reason) -> String {
    switch reason {
    case .role(let role, let month, let short, let start):
      "Too few \(plan.name(ofRole: role).lowercased()): starting in "
        + "\(first.addingMonths(start).monthText), \(Self.shown(short)) person-days are missing in "
        + "\(first.addingMonths(month).monthText)."
    case .exclusive(let other): "“\(title(other))” is done instead."
    case .prerequisite(let other): "It waits for “\(title(other))”."
    case .tooLong:
      "It cannot end within the months that are looked over, or what it waits for was "
        + "not started in time."
    case .worthless: "It would fit, and was given no value."
    }
  }

  private func title(_ id: String) -> String { state.request(id)?.demand.title ?? id }

  /// Days with one decimal where there is one.
  static func shown(_ days: Double) -> String {
    let tenths = (days * 10).rounded() / 10
    return tenths == tenths.rounded() && abs(tenths) < 1e15 ? "\(Int(tenths))" : "\(tenths)"
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
import Schedule

/// The rules by which people ask for scarce colleagues, and by which it is decided who gets them.
public struct ResourceDesk: Sendable {
  let data: DataFolder
  let plan: ResourcePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the roles of a plan.
  public init(
    _ data: DataFolder, plan: ResourcePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// Asks for people.
  ///
  /// - Throws: `EventRefusal`; a loop of prerequisites is named link by link.
  public func request(
    _ demand: ResourceDemand, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    if try data.keeper.isRepeat(token) { return }
    var faults = faults(demand, state)
    if state.request(demand.id) != nil {
      faults.append(FieldFault("id", "There is a request “\(demand.id)” already."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      ResourceEvent.requested(demand), demand.id, by: author, token: token)
  }

  /// Changes a request, or asks again for what was withdrawn.
  ///
  /// - Throws: `EventRefusal`.
  public func amend(
    _ demand: ResourceDemand, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    guard state.request(demand.id) != nil else { throw .notFound }
    let faults =
      faults(demand, state) + FieldFault.words(reason, "change-reason", "Say why it changes.")
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      ResourceEvent.amended(demand, reason: reason), demand.id, by: author, token: token)
  }

  /// Withdraws a request.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    guard let request = state.request(id) else { throw .notFound }
    if try data.keeper.isRepeat(token) { return }
    if request.isWithdrawn { throw .notNow("This request is withdrawn already.") }
    let waiting = state.requests.filter {
      !$0.isWithdrawn && $0.demand.prerequisites.contains(id)
    }
    var faults = FieldFault.words(reason, "reason", "Say why.")
    if let other = waiting.first {
      faults.append(
        FieldFault(
          "reason", "“\(other.demand.title)” waits for it. Change or withdraw that one first."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      ResourceEvent.withdrawn(reason: reason), id, by: author, token: token)
  }

  /// Sets what there is of a role each month, from a month on.
  ///
  /// - Throws: `EventRefusal`.
  public func setCapacity(
    _ role: String, from month: CivilDay, days: Double, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    guard plan.roles.contains(where: { $0.id == role }) else { throw .notFound }
    var faults = FieldFault.words(reason, "reason", "Say why.")
    if !days.isFinite || days < 0 || days > 100_000 {
      faults.append(FieldFault("days", "Enter person-days a month, zero or more."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      ResourceEvent.capacitySet(from: month.firstOfMonth, days: days, reason: reason), role,
      by: author, token: token)
  }

  /// Records the choice that is worth most, as of today, as decided.
  ///
  /// - Throws: `EventRefusal`; `notNow` when there is no choice that fits.
  public func decide(
    decidedBy: String, reason: String, nodeLimit: Int = 5_000, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let faults = FieldFault.words(decidedBy, "decided-by", "Say which body or role decided.")
    guard faults.isEmpty else { throw .faults(faults) }
    let state = try state()
    if try data.keeper.isRepeat(token) { return }
    let view = ResourceView(
      plan: plan, state: state, day: LondonTime.day(clock()), nodeLimit: nodeLimit)
    guard let solution = view.solution else { throw .notNow(view.fault ?? "Nothing fits.") }
    // What is over is kept among the starts, so that it is not asked for again.
    var starts =
      state.decisions.last?.decision.starts.filter { start in
        !view.lines.contains { $0.demand.id == start.key }
      } ?? [:]
    for line in view.lines { if let start = line.start { starts[line.demand.id] = start } }
    let decision = ResourceDecision(
      starts: starts, waiting: view.lines.filter { $0.start == nil }.map(\.demand.id),
      value: solution.value, isProven: solution.isOptimal, decidedBy: decidedBy, reason: reason)
    try await data.keeper.append(
      ResourceEvent.decided(decision), "decision", by: author, token: token)
  }
}

extension ResourceDesk {
  func state() throws(EventRefusal) -> ResourceState {
    try data.keeper.state(ResourceState.self)
  }

  private func faults(_ demand: ResourceDemand, _ state: ResourceState) -> [FieldFault] {
    var faults = FieldFault.words(demand.title, "title", "Enter what is to be done.")
    faults += FieldFault.words(demand.reason, "reason", "Say why it is worth that.")
    let isPlain = demand.id.allSatisfy { $0 == "-" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
    if demand.id.isEmpty || demand.id.count > 60 || !isPlain {
      faults.append(FieldFault("id", "Enter a short name of letters, digits and hyphens."))
    }
    if !plan.workstreams.contains(where: { $0.id == demand.workstream }) {
      faults.append(FieldFault("workstream", "Choose a workstream."))
    }
    if !demand.value.isFinite || demand.value < 0 || demand.value > 1e9 {
      faults.append(FieldFault("value", "Enter points, zero or more."))
    }
    if demand.latest < demand.earliest {
      faults.append(FieldFault("latest", "The last month to start cannot be before the first."))
    }
    return faults + dayFaults(demand) + prerequisiteFaults(demand, state)
  }

  private func dayFaults(_ demand: ResourceDemand) -> [FieldFault] {
    let known = Set(plan.roles.map(\.id))
    let isWrong = demand.days.contains { month in
      month.contains { !known.contains($0.key) || !$0.value.isFinite || $0.value < 0 }
    }
    if demand.days.isEmpty || demand.days.count > ResourceView.monthCount {
      return [FieldFault("days", "Enter the days of 1 to \(ResourceView.monthCount) months.")]
    }
    return isWrong ? [FieldFault("days", "Enter person-days of known roles, zero or more.")] : []
  }

  /// Unknown prerequisites, and loops, which the engine names link by link.
  private func prerequisiteFaults(
    _ demand: ResourceDemand, _ state: ResourceState
  ) -> [FieldFault] {
    let others = state.requests.filter { !$0.isWithdrawn && $0.demand.id != demand.id }
      .map(\.demand)
    let problem = ResourceProblem(
      roles: [], capacity: [],
      requests: (others + [demand]).map {
        ResourceRequest(
          id: $0.id, value: 0, work: [], earliest: 0, latest: 0, prerequisites: $0.prerequisites)
      })
    do {
      try problem.check()
      return []
    } catch {
      return [FieldFault("prerequisites", error.description)]
    }
  }
}

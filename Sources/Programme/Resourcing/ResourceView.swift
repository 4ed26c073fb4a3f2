// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Schedule

/// What is done with scarce people as it stands on a day: the choice that is worth most, what waits
/// and why, and what was decided.
///
/// It looks over 24 months from the start of the financial year of the day. What was decided to
/// start by the month of the day has started and stays; everything else can start in that month or
/// later.
public struct ResourceView: Sendable {
  /// How many months it looks over.
  public static let monthCount = 24

  /// A request and what becomes of it.
  public struct Line: Sendable, Equatable {
    /// What is asked for.
    public let demand: ResourceDemand
    /// The entry of the ledger that last changed the request.
    public let sequence: Int64
    /// The month in which it starts in the choice that is worth most; nil when it waits.
    public let start: CivilDay?
    /// Whether it started before or in the month of the day, by a decision.
    public let hasStarted: Bool
    /// Why it waits, in words; nil when it does not.
    public let wait: String?
    /// The role that stops it, when one does.
    public let stoppedBy: String?
  }

  /// The day that is shown.
  public let day: CivilDay
  /// The months in order, by their first days.
  public let months: [CivilDay]
  /// The roles of the plan.
  public let roles: [ScarceRole]
  /// Requests that can still be done, in the order in which they were asked for.
  public let lines: [Line]
  /// Requests whose last month to start has passed without a decision.
  public let missed: [ResourceDemand]
  /// The choice that is worth most; nil when there is none.
  public let solution: ResourceSolution?
  /// Why there is none, in words: which musts do not fit, or which requests wait for each other.
  public let fault: String?
  /// The latest decision.
  public let decision: ResourceState.Decided?
  /// The problem that was solved.
  public let problem: ResourceProblem
  /// The entries of the ledger with requests and capacities that this rests on.
  public let sequences: [Int64]

  /// Solves what is asked for in a state, as of a day.
  ///
  /// `nodeLimit` bounds the search; the solution says when it was reached.
  public init(plan: ResourcePlan, state: ResourceState, day: CivilDay, nodeLimit: Int = 5_000) {
    self.day = day
    roles = plan.roles
    let year = day.parts.month >= 4 ? day.parts.year : day.parts.year - 1
    let first = CivilDay(year: year, month: 4, day: 1) ?? day.firstOfMonth
    months = (0..<Self.monthCount).map { first.addingMonths($0) }
    decision = state.decisions.last
    let reading = ResourceReading(plan, state, day: day, first: first)
    problem = reading.problem
    missed = reading.missed
    sequences = reading.sequences
    do {
      let found = try Resourcing.solve(problem, nodeLimit: nodeLimit)
      solution = found
      fault = nil
      lines = reading.lines(found)
    } catch {
      solution = nil
      fault = error.description
      lines = reading.lines(nil)
    }
  }

  /// What one more person-month of each role would be worth; empty when there is no choice at all.
  public func worths(nodeLimit: Int = 1_000) -> [RoleWorth] {
    guard solution != nil, let days = roles.map(\.personMonth).max() else { return [] }
    return (try? Resourcing.worth(of: problem, personMonth: days, nodeLimit: nodeLimit)) ?? []
  }

  /// Person-days of a role that are used and that there are, in a month counted from 0.
  public func load(month: Int, role: Int) -> (used: Double, capacity: Double) {
    (solution?.used[month][role] ?? 0, problem.capacity[month][role])
  }

  /// What differs between the latest decision and the choice that is worth most now.
  public var differences: [String] {
    guard let decision = decision?.decision else { return [] }
    return lines.compactMap { line in
      let decided = decision.starts[line.demand.id]
      switch (decided, line.start) {
      case (nil, let start?): return "\(line.demand.title) could start in \(start.monthText)."
      case (_?, nil): return "\(line.demand.title) was decided and no longer fits."
      case (let one?, let other?) where one != other:
        return "\(line.demand.title) was decided for \(one.monthText), and could start in "
          + "\(other.monthText)."
      case (nil, nil), (_?, _?): return nil
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// The break-glass log so far.
public struct BreakGlassState: Fold {
  /// The events of this state.
  public typealias Event = BreakGlassEvent

  /// A request, with its decision once there is one.
  public struct Record: Sendable, Equatable {
    /// What was asked for.
    public let request: BreakGlassRequest
    /// The id of the account that asked, who may not decide.
    public let requester: String
    /// The place of the entry in the chain.
    public let sequence: Int64
    /// What was decided.
    public var decision: BreakGlassDecision?
    /// The place of the decision in the chain.
    public var decisionSequence: Int64?

    /// Whether it was decided after the first shift had begun.
    public var isAfterTheFact: Bool { decision.map { request.on < $0.on } ?? false }
  }

  /// A policy and its entry.
  public struct PolicyRecord: Sendable, Equatable {
    /// What was agreed.
    public let policy: BreakGlassPolicy
    /// The place of the entry in the chain.
    public let sequence: Int64
  }

  /// A report and its entry.
  public struct ReportRecord: Sendable, Equatable {
    /// What was reported.
    public let report: BreakGlassReport
    /// The place of the entry in the chain.
    public let sequence: Int64
  }

  /// Policies, in the order of recording.
  public private(set) var policies: [PolicyRecord] = []
  /// Requests, in the order of recording.
  public private(set) var records: [Record] = []
  /// Reports by their Monday.
  public private(set) var reports: [CivilDay: ReportRecord] = [:]
  private var places: [String: Int] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: BreakGlassEvent, _ entry: Entry) {
    switch event {
    case .policySet(let policy):
      policies.append(PolicyRecord(policy: policy, sequence: entry.sequence))
    case .requested(let request):
      places[request.id] = records.count
      records.append(
        Record(request: request, requester: entry.author.id, sequence: entry.sequence))
    case .decided(let decision):
      guard let place = places[decision.request], records[place].decision == nil else { return }
      records[place].decision = decision
      records[place].decisionSequence = entry.sequence
    case .reported(let report):
      guard reports[report.week] == nil else { return }
      reports[report.week] = ReportRecord(report: report, sequence: entry.sequence)
    }
  }

  /// The Monday of the week of a day, by which weeks are named.
  public static func week(of day: CivilDay) -> CivilDay { day.adding(-day.weekday) }

  /// The policy of a day: of those that had begun, the one that begins last; of two that begin
  /// together, the later one recorded.
  public func policy(on day: CivilDay) -> BreakGlassPolicy? {
    policies.enumerated().filter { $0.element.policy.from <= day }
      .max { ($0.element.policy.from, $0.offset) < ($1.element.policy.from, $1.offset) }?
      .element.policy
  }

  /// The request of an id.
  public func record(_ id: String) -> Record? { places[id].map { records[$0] } }

  /// Requests that nobody has decided, oldest first.
  public var waiting: [Record] { records.filter { $0.decision == nil } }

  /// The requests for shifts that began in the week of a Monday.
  public func records(inWeekOf monday: CivilDay) -> [Record] {
    records.filter { Self.week(of: $0.request.on) == monday }
  }

  /// Weeks with a policy that ended before a day and were not reported, oldest first.
  public func unreported(before day: CivilDay) -> [CivilDay] {
    guard let first = policies.map(\.policy.from).min() else { return [] }
    var monday = Self.week(of: first)
    var weeks: [CivilDay] = []
    while monday.adding(7) <= day {
      if reports[monday] == nil { weeks.append(monday) }
      monday = monday.adding(7)
    }
    return weeks
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Facts
public import PlanPackage

/// The network of work: activities, links, gates they lead to.
public struct TimelinePlan: Sendable {
  /// Activities, milestones and gates, in the order of the plan.
  public var activities: [TimelineActivity] = []
  /// What waits for what.
  public var links: [TimelineLink] = []
  /// How lateness is judged.
  public var rules = TimelineRules()
  /// The names of workstreams, by id.
  public var workstreams: [String: String] = [:]

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    activities = plan.activities.map(TimelineActivity.init)
    links = plan.activityLinks.map(TimelineLink.init)
    for row in plan.timelineRules { rules.set(row.rule, to: row.value, because: row.reason) }
    workstreams = Dictionary(
      plan.workstreams.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a workstream, or its id when it has none.
  public func workstreamName(_ id: String) -> String { workstreams[id] ?? id }
}

/// An activity, a milestone or a gate.
public struct TimelineActivity: Codable, Sendable, Hashable {
  /// What kind of thing it is.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case activity
    case milestone
    case gate

    /// The word for it on a page.
    public var label: String {
      switch self {
      case .activity: "Activity"
      case .milestone: "Milestone"
      case .gate: "Gate"
      }
    }
  }

  /// The permanent id.
  public var id: String
  /// The workstream that does it.
  public var workstream: String
  /// What is done, in plain English.
  public var label: String
  /// What kind of thing it is.
  public var kind: Kind
  /// Calendar days when all goes well.
  public var low = 0
  /// Calendar days that are most likely.
  public var likely = 0
  /// Calendar days when much goes wrong.
  public var high = 0
  /// What the length depends on; may be empty.
  public var condition = ""
  /// The first day on which it may start.
  public var notBefore: CivilDay?
  /// The last day on which it has to be done.
  public var mustBy: CivilDay?
  /// The day by which it was first agreed or published to be done.
  public var agreed: CivilDay?
  /// The day on which the plan says that it did start.
  public var started: CivilDay?
  /// The day on which the plan says that it was done.
  public var finished: CivilDay?
  /// The published event that it is; may be empty.
  public var milestone = ""
  /// Whether a document states it; otherwise it is an assumption.
  public var isStated = false
  /// Why so long, or what a date stands for; may be empty.
  public var reason = ""
  /// The source of the plan where it is stated; may be empty.
  public var source = ""
  /// Page, paragraph or heading; may be empty.
  public var locator = ""

  /// An activity of a workstream that is assumed to take some days.
  public init(id: String, workstream: String, label: String, kind: Kind, days: Int = 0) {
    self.id = id
    self.workstream = workstream
    self.label = label
    self.kind = kind
    low = days
    likely = days
    high = days
  }

  init(_ row: ActivityRow) {
    self.init(
      id: row.id, workstream: row.workstream, label: row.label,
      kind: Kind(rawValue: row.kind.rawValue) ?? .activity)
    (low, likely, high) = row.days
    condition = row.condition
    notBefore = row.notBefore.map { CivilDay(number: $0.number) }
    mustBy = row.mustBy.map { CivilDay(number: $0.number) }
    agreed = row.agreed.map { CivilDay(number: $0.number) }
    started = row.started.map { CivilDay(number: $0.number) }
    finished = row.finished.map { CivilDay(number: $0.number) }
    milestone = row.milestone
    isStated = row.isStated
    reason = row.reason
    source = row.source
    locator = row.locator
  }
}

/// A link between two activities, by which the second waits for the first.
public struct TimelineLink: Codable, Sendable, Hashable {
  /// Which end of the first holds back which end of the second.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case finishToStart = "finish-to-start"
    case startToStart = "start-to-start"
    case finishToFinish = "finish-to-finish"

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .finishToStart: "starts after the end of"
      case .startToStart: "starts after the start of"
      case .finishToFinish: "ends after the end of"
      }
    }
  }

  /// The activity that comes first.
  public var from: String
  /// The activity that waits.
  public var to: String
  /// Which ends are held together.
  public var kind: Kind = .finishToStart
  /// Calendar days between the two.
  public var lag = 0
  /// Whether one workstream gives it to another.
  public var isDependency = false
  /// The day by which the getting workstream needs it.
  public var byWhen: CivilDay?
  /// Whether a document states it; otherwise it is an assumption.
  public var isStated = false
  /// Why the one waits for the other; may be empty.
  public var reason = ""
  /// The source of the plan where it is stated; may be empty.
  public var source = ""

  /// A link by which one starts after the end of another.
  public init(_ from: String, _ to: String) {
    self.from = from
    self.to = to
  }

  init(_ row: ActivityLinkRow) {
    self.init(row.from, row.to)
    kind = Kind(rawValue: row.kind) ?? .finishToStart
    lag = row.lag
    isDependency = row.isDependency
    byWhen = row.byWhen.map { CivilDay(number: $0.number) }
    isStated = row.isStated
    reason = row.reason
    source = row.source
  }

  /// The name of what one activity gives another, such as "shared-records>consult".
  public var id: String { Self.id(from: from, to: to) }

  /// The name of what one activity gives another.
  public static func id(from: String, to: String) -> String { "\(from)>\(to)" }
}

/// The numbers by which lateness is judged and chance is drawn.
public struct TimelineRules: Sendable, Hashable {
  /// A gate that is later than this many days is red; one that is less late is amber.
  public var amberDays = 28
  /// Work is nearly critical when it can slip by this many days at most.
  public var nearCriticalDays = 14
  /// How many schedules are drawn.
  public var schedules = 10_000
  /// The seed of the draws.
  public var seed: UInt64 = 1
  /// Why each number was chosen, by the name of the rule.
  public var reasons: [String: String] = [:]

  /// The rules of a plan that states none.
  public init() {}

  mutating func set(_ rule: String, to value: Int, because reason: String) {
    reasons[rule] = reason
    switch rule {
    case "amber-days": amberDays = value
    case "near-critical-days": nearCriticalDays = value
    case "schedules": schedules = max(value, 1)
    case "seed": seed = UInt64(max(value, 0))
    default: break
    }
  }
}

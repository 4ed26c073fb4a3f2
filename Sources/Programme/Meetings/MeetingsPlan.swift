// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Facts
public import PlanPackage

/// Bodies, their seats, the workstreams and what else meetings speak of.
public struct MeetingsPlan: Sendable {
  /// Boards and groups that steer or advise.
  public var bodies: [GovernanceBody] = []
  /// The themes of the programme.
  public var themes: [NamedThing] = []
  /// The workstreams, each under a theme.
  public var workstreams: [ReportingWorkstream] = []
  /// The members of the partnership and the bodies around it, who can own actions and risks.
  public var organisations: [NamedThing] = []
  /// What the plan assumes, so that a risk can point at it.
  public var assumptions: [NamedThing] = []
  /// Dates that documents of the plan give.
  public var milestones: [StatedMilestone] = []
  /// Titles of the sources by id.
  public var sources: [String: String] = [:]

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    sources = Dictionary(
      plan.sources.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    bodies = plan.bodies.map { GovernanceBody($0, plan) }
    themes = plan.themes.map { NamedThing(id: $0.id, name: $0.name) }
    workstreams = plan.workstreams.map { ReportingWorkstream($0, plan) }
    organisations = plan.organisations.map {
      NamedThing(id: $0.id, name: $0.name, path: "/organisations#\($0.id)")
    }
    assumptions = plan.assumptions.map {
      NamedThing(id: "\($0.id)", name: $0.label, path: "/facts/\($0.id)")
    }
    milestones = plan.milestones.map { row in
      StatedMilestone(row, plan.sources.first { $0.id == row.source }?.published)
    }
  }

  /// The body of an id, or nil.
  public func body(_ id: String) -> GovernanceBody? { bodies.first { $0.id == id } }

  /// The workstream of an id, or nil.
  public func workstream(_ id: String) -> ReportingWorkstream? {
    workstreams.first { $0.id == id }
  }
}

/// A board or group that steers or advises.
public struct GovernanceBody: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// What it is for.
  public var purpose: String
  /// Its terms of reference; empty when none were read.
  public var terms = ""
  /// Voting seats that must be taken; nil when no number is published.
  public var quorum: Int?
  /// Who may take the chair; empty when that is not published.
  public var chairRule = ""
  /// How often it meets; empty when that is not published.
  public var meets = ""
  /// Whether the public may attend; nil when that is not published.
  public var isPublic: Bool?
  /// The id of the source in which it is described.
  public var source = ""
  /// Anything a reader should know.
  public var note = ""
  /// The seats, in the order of the plan.
  public var seats: [GovernanceSeat] = []

  /// A body by id and name.
  public init(id: String, name: String, purpose: String) {
    self.id = id
    self.name = name
    self.purpose = purpose
  }

  init(_ row: BodyRow, _ plan: Plan) {
    self.init(id: row.id, name: row.name, purpose: row.purpose)
    terms = row.terms
    quorum = row.quorum
    chairRule = row.chairRule
    meets = row.meets
    isPublic = row.isPublic
    source = row.source
    note = row.note
    seats = plan.seats.filter { $0.body == row.id }.map { GovernanceSeat($0, plan) }
  }

  /// The seats that exist on a day.
  public func seats(on day: CivilDay) -> [GovernanceSeat] {
    seats.filter { $0.exists(on: day) }
  }
}

/// A seat on a body.
public struct GovernanceSeat: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The id of the organisation that has it; empty when a role has it.
  public var organisation = ""
  /// Who sits there: an organisation or a role.
  public var role: String
  /// What the seat may do.
  public var standing: SeatRow.Standing
  /// The name of the published holder, or nil.
  public var person: String?
  /// The first day; nil when it is not known.
  public var from: CivilDay?
  /// The last day, when it was given up.
  public var to: CivilDay?
  /// The id of the source.
  public var source = ""
  /// Anything a reader should know.
  public var note = ""

  /// A seat by id and role.
  public init(id: String, role: String, standing: SeatRow.Standing) {
    self.id = id
    self.role = role
    self.standing = standing
  }

  init(_ row: SeatRow, _ plan: Plan) {
    self.init(id: row.id, role: row.role, standing: row.standing)
    organisation = row.organisation
    person = plan.people.first { $0.id == row.person }?.name
    from = row.from.map { CivilDay(number: $0.firstDay.number) }
    to = row.to.map { CivilDay(number: $0.lastDay.number) }
    source = row.source
    note = row.note
  }

  /// Whether the seat counts towards a quorum.
  public var isCounted: Bool { standing != .observer }

  /// Whether the seat exists on a day.
  public func exists(on day: CivilDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

extension SeatRow.Standing {
  /// The words for it on a page.
  public var label: String {
    switch self {
    case .chair: "Chair"
    case .voting: "Voting"
    case .observer: "Observer"
    }
  }
}

/// A workstream as it reports: its theme, and its names over time.
public struct ReportingWorkstream: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// The id of its theme.
  public var theme: String
  /// What it is for.
  public var aim = ""
  /// Ids or names that it took over from.
  public var successorOf: [String] = []
  /// What papers called it, oldest first.
  public var names: [Name] = []

  /// What a paper called it.
  public struct Name: Sendable, Equatable {
    /// The name as printed.
    public var name: String
    /// The first day of the time in which the paper appeared.
    public var from: CivilDay
    /// The time of the paper, for a reader.
    public var when: String
    /// The id of the source.
    public var source: String
  }

  /// A workstream by id, name and theme.
  public init(id: String, name: String, theme: String) {
    self.id = id
    self.name = name
    self.theme = theme
  }

  init(_ row: WorkstreamRow, _ plan: Plan) {
    self.init(id: row.id, name: row.name, theme: row.theme)
    aim = row.aim
    successorOf = row.successorOf
    names = plan.workstreamNames.filter { $0.workstream == row.id }.map {
      Name(
        name: $0.name, from: CivilDay(number: $0.from.firstDay.number),
        when: $0.from.plainEnglish, source: $0.source)
    }.sorted { $0.from < $1.from }
  }

  /// The name in the latest paper by a day, or the usual one when no paper is that old.
  public func name(on day: CivilDay) -> String {
    names.last { $0.from <= day }?.name ?? name
  }
}

/// A date that a document gives for an event.
public struct StatedMilestone: Sendable, Equatable {
  /// The event in plain English.
  public var label: String
  /// The first day of the time it gives.
  public var from: CivilDay
  /// The last day of the time it gives.
  public var to: CivilDay
  /// The time, for a reader.
  public var when: String
  /// Whether it had happened when the document was written.
  public var hasHappened: Bool
  /// The id of the source.
  public var source: String
  /// The first day of the time in which the source appeared; nil when that is not known.
  public var stated: CivilDay?

  init(_ row: MilestoneRow, _ published: Period?) {
    stated = published.map { CivilDay(number: $0.firstDay.number) }
    label = row.label
    from = CivilDay(number: row.when.firstDay.number)
    to = CivilDay(number: row.when.lastDay.number)
    when = row.when.plainEnglish
    hasHappened = row.state == "happened"
    source = row.source
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import PlanPackage

/// What the plan says of the programme: definitions, which its authors keep in the plan folder.
///
/// What happens to them is in the ledger.
public struct ProgrammePlan: Sendable {
  /// The title of the plan.
  public var title: String
  /// The workstreams under their themes.
  public var workstreams: [NamedThing] = []
  /// The members of the partnership.
  public var organisations: [NamedThing] = []
  /// The network of work: activities, links, gates they lead to.
  public var timeline = TimelinePlan()
  /// The gates of service change, their evidence, and what stops work by law.
  public var gates = GatePlan()
  /// Who may decide what: bodies, constitutions, delegations.
  public var authority = AuthorityPlan()
  /// Bodies, their seats, and how they meet.
  public var meetings = MeetingsPlan()
  /// Cost pools, working groups, opportunities and schemes.
  public var savings = SavingsPlan()
  /// Measures that are followed on charts.
  public var measures = MeasurePlan()
  /// Scarce people, and what needs them.
  public var resources = ResourcePlan()
  /// Registers of one shared shape.
  public var registers = RegisterPlan()
  /// The assumptions that scenarios of the lab can change.
  public var lab = LabPlan()

  /// An empty plan of a title; fill in what there is.
  public init(title: String) { self.title = title }

  /// What a plan defines.
  public init(_ plan: Plan) {
    title = plan.metadata.title
    workstreams = plan.workstreams.map {
      NamedThing(id: $0.id, name: $0.name, path: "/workstreams/\($0.id)")
    }
    organisations = plan.organisations.map {
      NamedThing(id: $0.id, name: $0.name, path: "/organisations#\($0.id)")
    }
    timeline = TimelinePlan(plan)
    gates = GatePlan(plan)
    authority = AuthorityPlan(plan)
    meetings = MeetingsPlan(plan)
    savings = SavingsPlan(plan)
    measures = MeasurePlan(plan)
    resources = ResourcePlan(plan)
    registers = RegisterPlan(plan)
    lab = LabPlan(plan)
  }
}

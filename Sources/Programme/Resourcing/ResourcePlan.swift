// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import PlanPackage

/// Scarce people, and what needs them.
public struct ResourcePlan: Sendable {
  /// In the order of the plan.
  public var roles: [ScarceRole] = []
  /// The workstreams that can ask for people.
  public var workstreams: [NamedThing] = []

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    roles = plan.scarceRoles.map {
      ScarceRole(id: $0.id, name: $0.name, personMonth: $0.personMonth)
    }
    workstreams = plan.workstreams.map {
      NamedThing(id: $0.id, name: $0.name, path: "/workstreams/\($0.id)")
    }
  }

  /// The name of a role; its id when it is unknown.
  public func name(ofRole id: String) -> String { roles.first { $0.id == id }?.name ?? id }
}

/// A kind of people of whom there are not enough for everything at once.
public struct ScarceRole: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// What they are, for a reader.
  public var name: String
  /// Person-days in a person-month.
  public var personMonth: Double

  /// A role.
  public init(id: String, name: String, personMonth: Double) {
    self.id = id
    self.name = name
    self.personMonth = personMonth
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to requests for scarce people, and to what there is of them.
///
/// The subject is the id of a request, the id of a role, or "decision".
public enum ResourceEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "resource"

  case requested(ResourceDemand)
  /// The whole request in its new form.
  case amended(ResourceDemand, reason: String)
  case withdrawn(reason: String)
  /// Person-days of a role a month, from a month on until it is set again.
  case capacitySet(from: CivilDay, days: Double, reason: String)
  /// What is done and when was decided.
  case decided(ResourceDecision)
}

/// A request of a workstream for scarce people.
public struct ResourceDemand: Codable, Sendable, Equatable {
  /// The permanent id, such as "stroke-business-case".
  public var id: String
  /// What is to be done.
  public var title: String
  /// The id of the workstream that asks.
  public var workstream: String
  /// What it is worth, in points that all requests share.
  public var value: Double
  /// Why it is worth that.
  public var reason: String
  /// Person-days by role, for each month from the start.
  public var days: [[String: Double]]
  /// The first month in which it may start.
  public var earliest: CivilDay
  /// The last month in which it may start.
  public var latest: CivilDay
  /// Requests that must be finished before.
  public var prerequisites: [String]
  /// Of all requests with the same name here at most one is done.
  public var exclusiveGroup: String?
  /// Whether it has to be done.
  public var isMust: Bool

  /// A request.
  public init(
    id: String, title: String, workstream: String, value: Double, reason: String,
    days: [[String: Double]], earliest: CivilDay, latest: CivilDay, prerequisites: [String] = [],
    exclusiveGroup: String? = nil, isMust: Bool = false
  ) {
    self.id = id
    self.title = title
    self.workstream = workstream
    self.value = value
    self.reason = reason
    self.days = days
    self.earliest = earliest
    self.latest = latest
    self.prerequisites = prerequisites
    self.exclusiveGroup = exclusiveGroup
    self.isMust = isMust
  }
}

/// What is done with scarce people, and when, as it was decided.
public struct ResourceDecision: Codable, Sendable, Equatable {
  /// The start of each request that is done, by its id.
  public var starts: [String: CivilDay]
  /// The requests that wait.
  public var waiting: [String]
  /// The values of what is done, added up.
  public var value: Double
  /// Whether it was proven that nothing is worth more.
  public var isProven: Bool
  /// The body or role that decided.
  public var decidedBy: String
  /// Why, when it differs from what is worth most, or anything else worth knowing.
  public var reason: String

  /// A decision.
  public init(
    starts: [String: CivilDay], waiting: [String], value: Double, isProven: Bool,
    decidedBy: String, reason: String
  ) {
    self.starts = starts
    self.waiting = waiting
    self.value = value
    self.isProven = isProven
    self.decidedBy = decidedBy
    self.reason = reason
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to the one break-glass log of a partnership: agency rates above its maximum, asked
/// for on exceptional safety grounds, decided by somebody else, reported each week.
public enum BreakGlassEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "break-glass"

  /// The partnership agreed on maximum rates and on who may let them be exceeded.
  case policySet(BreakGlassPolicy)
  /// Somebody asks to pay more; the organisation is the subject of the entry.
  case requested(BreakGlassRequest)
  /// The approver says yes or no.
  case decided(BreakGlassDecision)
  /// A week was reported.
  case reported(BreakGlassReport)
}

/// Maximum rates of the whole partnership, from a day.
public struct BreakGlassPolicy: Codable, Sendable, Equatable {
  /// The first day.
  public var from: CivilDay
  /// Per cent above basic pay, by the name of the staff group.
  public var percentAboveBasic: [String: Double]
  /// Who may let the maximum be exceeded, as a role and not as a name.
  public var approver: String

  /// A policy from a day.
  public init(from: CivilDay, percentAboveBasic: [String: Double], approver: String) {
    self.from = from
    self.percentAboveBasic = percentAboveBasic
    self.approver = approver
  }

  /// The highest hourly rate of a staff group, in pounds.
  public func maximum(basic: Double, group: String) -> Double? {
    percentAboveBasic[group].map { basic * (100 + $0) / 100 }
  }
}

/// A wish to pay an agency more than the maximum.
public struct BreakGlassRequest: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The day of the first shift.
  public var on: CivilDay
  /// The id of the organisation.
  public var organisation: String
  /// The name of the staff group.
  public var group: String
  /// Shifts.
  public var shifts: Int
  /// Hours of all shifts together.
  public var hours: Double
  /// Basic pay for an hour, in pounds.
  public var basicRate: Double
  /// What the agency asks for an hour, in pounds.
  public var rate: Double
  /// What the policy allowed for an hour on that day, in pounds.
  public var maximum: Double
  /// Why patients would not be safe otherwise; names nobody.
  public var reason: ContentReference

  /// Pounds above the maximum over all hours.
  public var aboveMaximum: Double { max(0, rate - maximum) * hours }
}

/// What the approver says.
public struct BreakGlassDecision: Codable, Sendable, Equatable {
  /// The id of the request.
  public var request: String
  /// Whether the rate may be paid.
  public var isApproved: Bool
  /// The day of the decision.
  public var on: CivilDay
  /// Why.
  public var words: ContentReference
}

/// A week as it was reported.
public struct BreakGlassReport: Codable, Sendable, Equatable {
  /// The Monday.
  public var week: CivilDay
  /// Requests for shifts that began in the week.
  public var requests: Int
  /// Their shifts.
  public var shifts: Int
  /// Shifts that were approved by then.
  public var approvedShifts: Int
  /// Pounds above the maximum of approved shifts.
  public var aboveMaximum: Double
}

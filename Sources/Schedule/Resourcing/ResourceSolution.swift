// SPDX-License-Identifier: Apache-2.0

/// What is done and when, and how far that is proven to be the best.
public struct ResourceSolution: Equatable, Sendable {
  /// The month in which each request starts, in the order of the requests; nil when it waits.
  public let starts: [Int?]
  /// The values of what is done, added up.
  public let value: Double
  /// No choice can be worth more than this.
  public let bound: Double
  /// Whether nothing can be worth more.
  public let isOptimal: Bool
  /// How many partial choices were looked at.
  public let nodes: Int
  /// Why each request that waits does so, in the order of the requests.
  public let waiting: [ResourceWait]
  /// Person-days that are used, by month and then by role.
  public let used: [[Double]]

  /// How much more than this choice anything could be worth, at most.
  public var gap: Double { max(0, bound - value) }
}

/// Why a request waits.
public struct ResourceWait: Equatable, Sendable {
  /// The name of the request.
  public let id: String
  /// What keeps it waiting.
  public let reason: Reason

  /// A request that waits for a reason.
  public init(id: String, reason: Reason) {
    self.id = id
    self.reason = reason
  }

  /// What keeps a request waiting.
  public enum Reason: Equatable, Sendable {
    /// At its least bad start, a role is short of person-days in a month, beside what is done.
    case role(String, month: Int, short: Double, start: Int)
    /// Another request of its exclusive group is done.
    case exclusive(with: String)
    /// A request that it waits for is not done, or ends too late.
    case prerequisite(String)
    /// It cannot end by the last month.
    case tooLong
    /// It would fit, and is worth nothing.
    case worthless
  }
}

/// What more of a role would be worth.
public struct RoleWorth: Equatable, Sendable {
  /// The name of the role.
  public let role: String
  /// How much more value one more person-month brings, in the month in which it brings most.
  public let gain: Double
  /// That month, or nil when it brings nothing in any.
  public let month: Int?
  /// Whether that is proven.
  public let isProven: Bool

  /// What one more person-month of a role brings.
  public init(role: String, gain: Double, month: Int?, isProven: Bool) {
    self.role = role
    self.gain = gain
    self.month = month
    self.isProven = isProven
  }
}

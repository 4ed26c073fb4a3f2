// SPDX-License-Identifier: Apache-2.0

/// Which way the money of a line goes, and who is at the other end.
public enum Flow: Hashable, Sendable {
  /// Money from outside the system that the plan can't set, such as an allocation or a grant.
  case funding
  /// Money earned, from another member or from outside.
  case income(from: Party)
  /// Money spent, with another member or outside: staff, drugs, care bought.
  case cost(to: Party)

  /// The far end of a flow of money.
  public enum Party: Hashable, Sendable {
    /// Anyone who is not a member of the system.
    case outside
    /// Another member, so the flow is a transfer within the system.
    case member(OrganisationID)
  }

  /// The three ways money goes, without the other end.
  public enum Direction: Hashable, Sendable, CaseIterable {
    /// External money in.
    case funding
    /// Money earned.
    case income
    /// Money spent.
    case cost
  }

  /// The way the money goes.
  public var direction: Direction {
    switch self {
    case .funding: .funding
    case .income: .income
    case .cost: .cost
    }
  }

  /// The member at the other end; nil when that end is outside the system.
  public var counterparty: OrganisationID? {
    switch self {
    case .income(from: .member(let id)), .cost(to: .member(let id)): id
    case .funding, .income(from: .outside), .cost(to: .outside): nil
    }
  }
}

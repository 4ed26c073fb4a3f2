// SPDX-License-Identifier: Apache-2.0

/// Which way the money of a line goes, and who is at the other end.
public enum MoneyFlow: Hashable, Sendable {
  /// Money from outside the system, such as an allocation or a grant.
  case funding
  /// Money earned; with an id, from that member.
  case income(from: String?)
  /// Money spent; with an id, with that member.
  case cost(to: String?)

  /// The member at the other end; nil when that end is outside the system.
  public var counterparty: String? {
    switch self {
    case .funding: nil
    case .income(let member), .cost(let member): member
    }
  }
}

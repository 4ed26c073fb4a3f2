// SPDX-License-Identifier: Apache-2.0

/// The money of one organisation in one year, in £ million of that year's prices.
public struct Books: Hashable, Sendable {
  /// Money from allocations and grants.
  public internal(set) var funding = 0.0
  /// Money earned outside the system.
  public internal(set) var externalIncome = 0.0
  /// Money earned from other members.
  public internal(set) var memberIncome = 0.0
  /// Money spent outside the system.
  public internal(set) var externalCost = 0.0
  /// Money spent with other members.
  public internal(set) var memberCost = 0.0

  /// Money earned, from members and outside, without funding.
  public var income: Double { externalIncome + memberIncome }
  /// Money spent, with members and outside.
  public var cost: Double { externalCost + memberCost }
  /// Cost less funding and income: positive for a shortfall.
  public var gap: Double { cost - (funding + income) }
  /// Cost outside less funding and income from outside: what the system's gap is made of.
  public var externalGap: Double { externalCost - (funding + externalIncome) }

  mutating func add(_ amount: Double, _ kind: AccountKind) {
    switch kind {
    case .funding: funding += amount
    case .externalIncome: externalIncome += amount
    case .memberIncome: memberIncome += amount
    case .externalCost: externalCost += amount
    case .memberCost: memberCost += amount
    }
  }

  mutating func add(_ other: Books) {
    funding += other.funding
    externalIncome += other.externalIncome
    memberIncome += other.memberIncome
    externalCost += other.externalCost
    memberCost += other.memberCost
  }
}

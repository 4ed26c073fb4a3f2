// SPDX-License-Identifier: Apache-2.0

/// How far a working group has come with its opportunity.
public enum OpportunityStage: String, Sendable, CaseIterable, Codable, Comparable {
  /// To be set up later.
  case proposed
  /// Named, and not at work yet.
  case startingShortly = "starting-shortly"
  /// At work, without a target of its own.
  case working
  /// Has a target of its own.
  case quantified
  /// Has schemes for it.
  case planned
  /// Has schemes that save money.
  case inDelivery = "in-delivery"
  /// Has saved it.
  case delivered

  private var rank: Int { OpportunityStage.allCases.firstIndex(of: self) ?? 0 }

  /// Whether one stage comes before another.
  public static func < (one: OpportunityStage, other: OpportunityStage) -> Bool {
    one.rank < other.rank
  }
}

/// One working group in the funnel; amounts in pounds a year.
public struct FunnelGroup: Sendable, Equatable {
  /// The working group.
  public let group: String
  /// How far it has come.
  public let stage: OpportunityStage
  /// Its own target; nil while it has none.
  public let quantified: Double?
  /// Net full-year effect of its schemes, those in delivery included.
  public let planned: Double
  /// Of these, schemes that are in delivery or delivered.
  public let inDelivery: Double
  /// Of these, schemes that are delivered.
  public let delivered: Double

  /// A working group in the funnel.
  public init(
    group: String, stage: OpportunityStage, quantified: Double?, planned: Double,
    inDelivery: Double, delivered: Double
  ) {
    self.group = group
    self.stage = stage
    self.quantified = quantified
    self.planned = planned
    self.inDelivery = inDelivery
    self.delivered = delivered
  }
}

/// From what could be saved to what is saved; each step is a part of the one before.
public struct SavingsFunnel: Sendable, Equatable {
  /// Pounds a year that should be saved; nil when nobody has said.
  public let target: Double?
  /// The working groups, in the order given.
  public let groups: [FunnelGroup]

  /// A funnel of working groups towards a target.
  public init(target: Double?, groups: [FunnelGroup]) {
    self.target = target
    self.groups = groups
  }

  /// The sum of the targets of the groups that have one.
  public var quantified: Double { groups.reduce(0) { $0 + ($1.quantified ?? 0) } }
  /// Net full-year effect of schemes.
  public var planned: Double { groups.reduce(0) { $0 + $1.planned } }
  /// Of these, schemes in delivery or delivered.
  public var inDelivery: Double { groups.reduce(0) { $0 + $1.inDelivery } }
  /// Of these, schemes that are delivered.
  public var delivered: Double { groups.reduce(0) { $0 + $1.delivered } }
  /// Groups without a target of their own.
  public var unquantifiedGroups: Int { groups.count { $0.quantified == nil } }
  /// Target less what the groups have taken on; nil without a target.
  public var unquantified: Double? { target.map { $0 - quantified } }
  /// Target less the schemes there are; nil without a target.
  public var gap: Double? { target.map { $0 - planned } }

  /// How many groups stand at each stage, in the order of the stages.
  public var counts: [(stage: OpportunityStage, groups: Int)] {
    OpportunityStage.allCases.map { stage in
      (stage, groups.count { $0.stage == stage })
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import Foundation
public import PlanPackage
public import Savings

/// Cost pools, working groups, opportunities and schemes.
public struct SavingsPlan: Sendable {
  /// Money that savings are claimed from, in the order of the plan.
  public var pools: [SavingsPoolDefinition] = []
  /// Organisations that have a part in the money of every pool, in proportion to an amount; when
  /// there is none, all organisations count as drawing on the same money.
  public var parts: [SavingsPoolPart] = []
  /// Groups that find and deliver savings, in the order of the plan.
  public var groups: [SavingsGroupDefinition] = []
  /// Schemes that were published.
  public var schemes: [SavingsPlannedScheme] = []
  /// What is to come of the work.
  public var benefits: [SavingsPlannedBenefit] = []
  /// What should be saved in all, when it is published.
  public var target: SavingsFactAmount?

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  ///
  /// The target is the full-year effect of the schemes in `finance/schemes.csv` whose workstream has
  /// working groups.
  public init(_ plan: Plan) {
    let amounts = SavingsFactAmounts(plan)
    pools = plan.costPools.map { row in
      SavingsPoolDefinition(
        id: row.id, parent: row.parent.isEmpty ? nil : row.parent, label: row.label,
        size: amounts[row.size], reducible: row.reducible, note: row.note)
    }
    parts = plan.poolParts.compactMap { row in
      amounts[row.size].map { SavingsPoolPart(organisation: row.organisation, amount: $0) }
    }
    groups = plan.workingGroups.map { row in
      SavingsGroupDefinition(
        id: row.id, name: row.name, workstream: row.workstream,
        stage: OpportunityStage(rawValue: row.stage) ?? .proposed, focus: row.focus,
        opportunity: amounts[row.opportunity], pool: row.pool, source: row.source,
        note: row.note)
    }
    schemes = plan.savingsSchemes.compactMap { SavingsPlannedScheme($0, amounts) }
    benefits = plan.benefits.map { SavingsPlannedBenefit($0, amounts) }
    let workstreams = Set(groups.map(\.workstream))
    target = plan.schemes.first { workstreams.contains($0.workstream) }
      .flatMap { amounts[$0.fullYearEffect] }
  }

  /// The share of each organisation with a part, as the overlap engine takes it.
  public var partition: [OverlapPart] {
    let whole = parts.reduce(0) { $0 + $1.amount.pounds }
    guard whole > 0 else { return [] }
    return parts.map { OverlapPart($0.organisation, share: $0.amount.pounds / whole) }
  }

  /// Whose part of the money a scheme is about: that of its organisation, or of the member who
  /// loses income by it; nil when neither has a part, and the scheme is about all of it.
  public func part(of terms: SchemeTerms) -> String? {
    [terms.organisation, terms.lossMember ?? ""].first { member in
      parts.contains { $0.organisation == member }
    }
  }

  /// A working group by its id.
  public func group(_ id: String) -> SavingsGroupDefinition? { groups.first { $0.id == id } }

  /// A pool by its id.
  public func pool(_ id: String) -> SavingsPoolDefinition? { pools.first { $0.id == id } }
}

/// An amount of money that is a fact of the plan.
public struct SavingsFactAmount: Sendable, Equatable {
  /// The id of the fact.
  public var fact: String
  /// Pounds.
  public var pounds: Double

  /// A fact and its amount in pounds.
  public init(fact: String, pounds: Double) {
    self.fact = fact
    self.pounds = pounds
  }
}

/// Amounts of stated facts, in pounds.
struct SavingsFactAmounts {
  private let pounds: [FactID: Double]

  init(_ plan: Plan) {
    pounds = Dictionary(
      plan.facts.compactMap { fact in
        fact.quantity.unit.pounds.map { scale in
          (fact.id, NSDecimalNumber(decimal: fact.quantity.value).doubleValue * Double(scale))
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  subscript(id: FactID?) -> SavingsFactAmount? {
    guard let id, let amount = pounds[id] else { return nil }
    return SavingsFactAmount(fact: id.rawValue, pounds: amount)
  }
}

/// Money that savings are claimed from.
public struct SavingsPoolDefinition: Sendable, Equatable {
  /// Permanent name.
  public var id: String
  /// The pool that it is a part of; nil at the top.
  public var parent: String?
  /// What the money is spent on.
  public var label: String
  /// The money a year, when it is published.
  public var size: SavingsFactAmount?
  /// The largest share that can be saved, when it is stated.
  public var reducible: Double?
  /// Anything a reader should know.
  public var note: String

  /// A pool.
  public init(
    id: String, parent: String? = nil, label: String, size: SavingsFactAmount? = nil,
    reducible: Double? = nil, note: String = ""
  ) {
    self.id = id
    self.parent = parent
    self.label = label
    self.size = size
    self.reducible = reducible
    self.note = note
  }
}

/// An organisation with a part in the money of every pool.
public struct SavingsPoolPart: Sendable, Equatable {
  /// The id of the organisation.
  public var organisation: String
  /// Its part is in proportion to this.
  public var amount: SavingsFactAmount

  /// A part in proportion to an amount.
  public init(organisation: String, amount: SavingsFactAmount) {
    self.organisation = organisation
    self.amount = amount
  }
}

/// A group that finds and delivers savings.
public struct SavingsGroupDefinition: Sendable, Equatable {
  /// Permanent name.
  public var id: String
  /// Name in plain English.
  public var name: String
  /// The workstream that it belongs to.
  public var workstream: String
  /// How far it had come when the source was published.
  public var stage: OpportunityStage
  /// What it works on.
  public var focus: [String]
  /// Its target, when it is published.
  public var opportunity: SavingsFactAmount?
  /// The money that it works on, or empty.
  public var pool: String
  /// Where it is named.
  public var source: String
  /// Anything a reader should know.
  public var note: String

  /// A working group.
  public init(
    id: String, name: String, workstream: String = "", stage: OpportunityStage,
    focus: [String] = [], opportunity: SavingsFactAmount? = nil, pool: String = "",
    source: String = "", note: String = ""
  ) {
    self.id = id
    self.name = name
    self.workstream = workstream
    self.stage = stage
    self.focus = focus
    self.opportunity = opportunity
    self.pool = pool
    self.source = source
    self.note = note
  }
}

/// A scheme that was published.
public struct SavingsPlannedScheme: Sendable, Equatable {
  /// Permanent name.
  public var id: String
  /// What it is, in the terms of the register.
  public var terms: SchemeTerms
  /// The fact that is its full-year effect.
  public var fact: String

  init?(_ row: SavingsSchemeRow, _ amounts: SavingsFactAmounts) {
    guard let amount = amounts[row.fullYear], let start = CivilDay(row.start.iso) else {
      return nil
    }
    id = row.id
    fact = amount.fact
    terms = SchemeTerms(
      title: row.label, organisation: row.organisation, group: row.group, pool: row.pool,
      driver: row.driver, start: start, fullYear: amount.pounds)
    terms.isRecurrent = row.isRecurrent
    terms.isCashReleasing = row.isCashReleasing
    terms.investmentYearly = amounts[row.investment]?.pounds ?? 0
  }
}

/// A benefit that was published, with the fields of a benefits register.
public struct SavingsPlannedBenefit: Sendable, Equatable {
  /// Permanent name.
  public var id: String
  /// What it is, in the terms of the register.
  public var terms: BenefitTerms
  /// The fact that is its value in a full year, when there is one.
  public var fact: String?
  /// Where it is described.
  public var source: String
  /// Anything a reader should know.
  public var note: String

  init(_ row: BenefitRow, _ amounts: SavingsFactAmounts) {
    id = row.id
    fact = row.fullYear?.rawValue
    source = row.source
    note = row.note
    terms = BenefitTerms(
      description: row.description,
      category: BenefitCategory(rawValue: row.category) ?? .organisations,
      kind: BenefitKind(rawValue: row.kind) ?? .qualitative)
    terms.initiative = row.initiative
    terms.feature = row.feature
    terms.costs = row.costs
    terms.activities = row.activities
    terms.owner = row.owner
    terms.organisation = row.organisation
    terms.group = row.group
    terms.measure = row.measure
    terms.baseline = row.baseline
    terms.target = row.target
    terms.fullYearValue = amounts[row.fullYear]?.pounds
    terms.timescale = row.timescale
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What a run finds for one organisation, or for the system, in one year: £ million of that year.
///
/// All amounts lie on one binary grid, so that accounts add up without rounding.
public struct CostingAccount: Hashable, Sendable {
  /// When nobody does anything.
  public internal(set) var doNothing = Books()
  /// With the plan's activity, before any scheme.
  public internal(set) var withActivity = Books()
  /// Cost that stays, when nobody does anything.
  public internal(set) var doNothingStay = StayingCost()
  /// Cost that stays, with the plan's activity.
  public internal(set) var withPlanStay = StayingCost()
  /// What schemes take out of cost outside the system.
  public internal(set) var savings = 0.0
  /// What schemes take off payments to other members.
  public internal(set) var transfersOut = 0.0
  /// What schemes of other members take off this one's income.
  public internal(set) var transfersIn = 0.0
  /// The part of what its schemes save that pays for something else than the gap.
  public internal(set) var reinvested = 0.0
  /// The running cost of schemes.
  public internal(set) var recurrentInvestment = 0.0
  /// The one-off cost of schemes.
  public internal(set) var nonRecurrentInvestment = 0.0
  /// Depreciation of schemes' capital and the charge on it.
  public internal(set) var capitalCharges = 0.0
  /// Capital spent; it is in no gap.
  public internal(set) var capital = 0.0
  /// One-off cost less one-off income among the lines.
  public internal(set) var nonRecurrentLines = 0.0
  /// The part of savings and of transfers, less what is reinvested, that does not come again.
  public internal(set) var nonRecurrentSavings = 0.0

  /// The books once everything in the plan has happened.
  public var withPlan: Books {
    var books = withActivity
    books.externalCost +=
      reinvested + recurrentInvestment + nonRecurrentInvestment + capitalCharges - savings
    books.memberCost -= transfersOut
    books.memberIncome -= transfersIn
    return books
  }

  /// What is spent once, on lines and schemes.
  public var nonRecurrentCost: Double { nonRecurrentLines + nonRecurrentInvestment }
  /// What schemes save for the gap of this account: net of overlaps, of what is reinvested and of
  /// what other members' schemes take away.
  public var netSavings: Double { savings + transfersOut - transfersIn - reinvested }
  /// The gap when nobody does anything: positive for a shortfall.
  public var doNothingGap: Double { doNothing.gap }
  /// The gap that is left with everything in the plan.
  public var residualGap: Double { withPlan.gap }
  /// The gap that would be left without what happens once only.
  public var underlyingGap: Double { residualGap - nonRecurrentCost + nonRecurrentSavings }

  mutating func add(_ other: CostingAccount) {
    doNothing.add(other.doNothing)
    withActivity.add(other.withActivity)
    doNothingStay.add(other.doNothingStay)
    withPlanStay.add(other.withPlanStay)
    savings += other.savings
    transfersOut += other.transfersOut
    transfersIn += other.transfersIn
    reinvested += other.reinvested
    recurrentInvestment += other.recurrentInvestment
    nonRecurrentInvestment += other.nonRecurrentInvestment
    capitalCharges += other.capitalCharges
    capital += other.capital
    nonRecurrentLines += other.nonRecurrentLines
    nonRecurrentSavings += other.nonRecurrentSavings
  }
}

/// How cost outside the system differs from cost that follows activity at once.
public struct StayingCost: Hashable, Sendable {
  /// Cost that stays although activity has gone since the base year: zero or more.
  public internal(set) var stranded = 0.0
  /// Cost that growth since the base year has not brought: zero or more.
  public internal(set) var absorbed = 0.0

  /// Cost less what it would be if all of it were variable.
  public var difference: Double { stranded - absorbed }

  mutating func add(_ other: StayingCost) {
    stranded += other.stranded
    absorbed += other.absorbed
  }
}

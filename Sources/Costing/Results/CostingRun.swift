// SPDX-License-Identifier: Apache-2.0

/// What one run of a ``CostingModel`` finds.
///
/// Organisations, lines and schemes are in the order of the inputs; year 0 is the base year. All
/// positions have to be those of the model.
public struct CostingRun: Hashable, Sendable {
  /// The number of years, the base year included.
  public let yearCount: Int
  /// The number of organisations.
  public let organisationCount: Int
  let accounts: [CostingAccount]
  let schemeYears: [SchemeYear]
  let doNothingLines: [Double]
  let withPlanLines: [Double]
  let doNothingStranded: [Double]
  let withPlanStranded: [Double]

  /// The account of an organisation in a year.
  public func account(organisation: Int, year: Int) -> CostingAccount {
    accounts[organisation * yearCount + year]
  }

  /// The accounts of all organisations added up: payments between members are still in it, as
  /// income of one and cost of another.
  public func total(year: Int) -> CostingAccount {
    var sum = CostingAccount()
    for organisation in 0..<organisationCount {
      sum.add(accounts[organisation * yearCount + year])
    }
    return sum
  }

  /// The account of the system in a year, with payments between members netted once.
  public func system(year: Int) -> SystemAccount { SystemAccount(total: total(year: year)) }

  /// What a scheme saves in a year.
  public func scheme(_ scheme: Int, year: Int) -> SchemeYear {
    schemeYears[scheme * yearCount + year]
  }

  /// The amount of a line in a year, do nothing and with the plan's activity, before schemes.
  public func line(_ line: Int, year: Int) -> (doNothing: Double, withActivity: Double) {
    (doNothingLines[line * yearCount + year], withPlanLines[line * yearCount + year])
  }

  /// How long stranded cost of an organisation lasts, spell by spell.
  public func strandedSpells(organisation: Int, _ course: Course) -> [StrandedSpell] {
    let months = yearCount * 12
    let all = course == .doNothing ? doNothingStranded : withPlanStranded
    return StrandedSpell.spells(in: all[organisation * months..<(organisation + 1) * months])
  }

  /// Which of the two futures is meant.
  public enum Course: Hashable, Sendable {
    /// Nobody does anything.
    case doNothing
    /// The plan happens.
    case withPlan
  }
}

/// The system in one year, with what members pay each other netted once.
public struct SystemAccount: Hashable, Sendable {
  /// The sum of the organisations' accounts.
  public let total: CostingAccount

  /// The gap when nobody does anything: cost outside less funding and income from outside.
  public var doNothingGap: Double { total.doNothing.externalGap }
  /// The gap that is left with everything in the plan, likewise.
  public var residualGap: Double { total.withPlan.externalGap }
  /// The sum of members' gaps less the system's, when nobody does anything: zero, exactly, when
  /// every payment between members is in both books.
  public var doNothingTransferDifference: Double { total.doNothing.gap - doNothingGap }
  /// The same with the plan.
  public var withPlanTransferDifference: Double { total.withPlan.gap - residualGap }
}

/// Months in a row in which an organisation pays for activity that has gone.
public struct StrandedSpell: Hashable, Sendable {
  /// The first month, counted from April of the base year.
  public let firstMonth: Int
  /// How many months it lasts, to the end of the horizon at most.
  public let months: Int
  /// What it comes to, in £ million.
  public let cost: Double
  /// Whether it is still there when the horizon ends.
  public let outlastsHorizon: Bool

  /// Cuts a series into its spells; less than a pound a month is none.
  static func spells(in series: ArraySlice<Double>) -> [StrandedSpell] {
    var spells: [StrandedSpell] = []
    var start: Int?
    var cost = 0.0
    for month in series.indices {
      if series[month] > 1e-6 {
        start = start ?? month
        cost += series[month]
      } else if let first = start {
        spells.append(spell(first, month, cost, series))
        start = nil
        cost = 0
      }
    }
    if let first = start { spells.append(spell(first, series.endIndex, cost, series)) }
    return spells
  }

  private static func spell(
    _ first: Int, _ end: Int, _ cost: Double, _ series: ArraySlice<Double>
  ) -> StrandedSpell {
    StrandedSpell(
      firstMonth: first - series.startIndex, months: end - first, cost: cost,
      outlastsHorizon: end == series.endIndex)
  }
}

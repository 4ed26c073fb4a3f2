// SPDX-License-Identifier: Apache-2.0

import Engagement
import Savings

/// Some sixty made-up schemes over the working groups and the organisations of a plan.
struct SavingsDemonstrationSchemes {
  private(set) var schemes: [SavingsMadeUpScheme] = []

  private struct Kind {
    let group: String
    let pool: String
    let driver: String
    let title: String
    /// The largest full-year effect, in pounds.
    let most: Double
  }

  private static let kinds = [
    Kind(
      group: "corporate-and-back-office", pool: "corporate-services", driver: "sharing",
      title: "Share payroll and accounts", most: 900_000),
    Kind(
      group: "corporate-and-back-office", pool: "corporate-services", driver: "automation",
      title: "Pay bills without paper", most: 350_000),
    Kind(
      group: "temporary-staffing", pool: "agency-staff", driver: "rate",
      title: "Pay agreed agency rates", most: 1_800_000),
    Kind(
      group: "temporary-staffing", pool: "temporary-staff", driver: "volume",
      title: "Fill posts and use fewer shifts", most: 2_400_000),
    Kind(
      group: "temporary-staffing", pool: "bank-staff", driver: "shared bank",
      title: "Join the shared bank", most: 700_000),
    Kind(
      group: "supplies-and-services", pool: "supplies", driver: "price",
      title: "Pay the best price for the same goods", most: 2_200_000),
    Kind(
      group: "supplies-and-services", pool: "supplies", driver: "standard products",
      title: "Use one product instead of many", most: 900_000),
    Kind(
      group: "medicines-group", pool: "biological-medicines", driver: "biosimilars",
      title: "Switch to biosimilars", most: 1_100_000),
    Kind(
      group: "medicines-group", pool: "medicines", driver: "waste",
      title: "Throw fewer medicines away", most: 500_000),
    Kind(
      group: "pathology-group", pool: "pathology", driver: "network",
      title: "Run laboratories as a network", most: 1_000_000),
    Kind(
      group: "pathology-group", pool: "pathology", driver: "demand",
      title: "Repeat fewer tests", most: 400_000),
    Kind(
      group: "trauma-and-orthopaedics", pool: "joint-implants", driver: "price",
      title: "Buy joint implants together", most: 600_000),
    Kind(
      group: "trauma-and-orthopaedics", pool: "beds", driver: "length of stay after joint surgery",
      title: "Home sooner after a new joint", most: 800_000),
    Kind(
      group: "care-of-the-elderly", pool: "beds", driver: "length of stay of older people",
      title: "Up, dressed and home", most: 1_500_000),
  ]

  init(_ stage: ProgrammeStage) {
    var draws = SavingsDraws(stage.seed)
    let plan = stage.plan
    let owners = SavingsDemonstrationSchemes.owners(plan)
    let payers = plan.organisations.filter { $0.id.hasPrefix("ccg-") }
    guard !owners.isEmpty else { return }
    let kinds = SavingsDemonstrationSchemes.kinds(plan.savings)
    for kind in kinds {
      for owner in owners {
        add(kind, owner, stage, &draws)
      }
    }
    for payer in payers.prefix(4) {
      guard let loser = owners.first(where: { $0.id != payer.id }) else { break }
      addReferral(payer, loser, stage, &draws)
    }
  }

  private static func owners(_ plan: ProgrammePlan) -> [NamedThing] {
    let largest = plan.savings.parts.sorted { $1.amount.pounds < $0.amount.pounds }.prefix(4)
    let parts = largest.compactMap { part in
      plan.organisations.first { $0.id == part.organisation }
    }
    guard parts.isEmpty else { return parts }
    let trusts = plan.organisations.filter { $0.id.hasPrefix("trust-") }
    return Array((trusts.isEmpty ? plan.organisations : trusts).prefix(4))
  }

  /// The kinds that a plan has groups and pools for, or one for each of its groups.
  private static func kinds(_ plan: SavingsPlan) -> [Kind] {
    let known = kinds.filter { plan.group($0.group) != nil && plan.pool($0.pool) != nil }
    guard known.isEmpty else { return known }
    return plan.groups.filter { plan.pool($0.pool) != nil }.map {
      Kind(
        group: $0.id, pool: $0.pool, driver: "volume", title: "Use less", most: 300_000)
    }
  }

  private mutating func add(
    _ kind: Kind, _ owner: NamedThing, _ stage: ProgrammeStage, _ draws: inout SavingsDraws
  ) {
    let amount = (kind.most * (0.25 + 0.75 * draws.unit()) / 1000).rounded() * 1000
    let isLateGroup =
      (stage.plan.savings.group(kind.group)?.stage ?? .working) < .working
    let opening = isLateGroup ? 600 : draws.below(520)
    let registered = stage.first.adding(opening + 3)
    let month = registered.savingsMonth.adding(2 + draws.below(4))
    var terms = SchemeTerms(
      title: "\(kind.title) (synthetic)", organisation: owner.id, group: kind.group,
      pool: kind.pool, driver: kind.driver, start: month.firstDay, fullYear: amount)
    terms.isRecurrent = draws.unit() > 0.15
    terms.isCashReleasing = kind.pool != "beds"
    if draws.unit() < 0.4 { terms.investmentOnce = (amount * 0.15 / 1000).rounded() * 1000 }
    if draws.unit() < 0.2 { terms.investmentYearly = (amount * 0.1 / 1000).rounded() * 1000 }
    let luck = draws.unit()
    schemes.append(
      SavingsMadeUpScheme(
        id: "scheme-\(schemes.count + 1)", terms: terms, registered: registered,
        slip: draws.unit() < 0.25 ? 1 + draws.below(4) : 0, yield: 0.55 + 0.55 * draws.unit(),
        outcome: luck < 0.05 ? .refused : luck < 0.3 ? .conditional : .accepted))
  }

  /// A commissioner who buys less: the income that a hospital loses by it is cancelled.
  private mutating func addReferral(
    _ payer: NamedThing, _ loser: NamedThing, _ stage: ProgrammeStage,
    _ draws: inout SavingsDraws
  ) {
    let plan = stage.plan.savings
    guard let group = plan.group("care-of-the-elderly") ?? plan.groups.first,
      let pool = plan.pool("beds") ?? plan.pools.last
    else { return }
    let amount = 400_000 + 50_000 * Double(draws.below(8))
    let registered = stage.first.adding(40 + draws.below(200))
    var terms = SchemeTerms(
      title: "Fewer stays in hospital for what can be done at home (synthetic)",
      organisation: payer.id, group: group.id, pool: pool.id, driver: "fewer admissions",
      start: registered.savingsMonth.adding(3).firstDay, fullYear: amount)
    terms.lossMember = loser.id
    terms.lossIncome = amount
    terms.lossCostRemoved = (amount * 0.4).rounded()
    schemes.append(
      SavingsMadeUpScheme(
        id: "scheme-\(schemes.count + 1)", terms: terms, registered: registered, slip: 0,
        yield: 0.8, outcome: .accepted))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Savings

/// What must hold for a scheme, whoever enters it: a form, an import or a demonstration.
struct SchemeRules {
  private let plan: ProgrammePlan

  init(_ plan: ProgrammePlan) { self.plan = plan }

  /// What is wrong with the terms of a scheme; with an id, also with that as a new one.
  func check(_ id: String?, _ terms: SchemeTerms, _ state: SchemeState) -> SavingsFaultList {
    var faults = SavingsFaultList()
    if let id { faults = checked(id, state) }
    faults.demand("title", terms.title, "Enter what the scheme is.", upTo: 200)
    faults.demand(
      "organisation", terms.organisation, among: plan.organisations.map(\.id),
      "Choose whose money it saves.")
    faults.demand(
      "group", terms.group, among: plan.savings.groups.map(\.id), "Choose a working group.")
    faults.demand(
      "pool", terms.pool, among: plan.savings.pools.map(\.id),
      "Choose the money that it is saved from.")
    faults.demand("driver", terms.driver, "Enter what makes the saving.", upTo: 120)
    faults.demand("full-year", pounds: terms.fullYear)
    faults.demand("investment-yearly", pounds: terms.investmentYearly)
    faults.demand("investment-once", pounds: terms.investmentOnce)
    if let first = terms.firstYear { faults.demand("first-year", pounds: first) }
    loss(terms, &faults)
    monthly(terms, &faults)
    return faults
  }

  private func checked(_ id: String, _ state: SchemeState) -> SavingsFaultList {
    var faults = SavingsFaultList()
    let isPlain = id.allSatisfy {
      ($0.isLowercase || $0.isNumber || $0 == "-") && $0.isASCII
    }
    if id.isEmpty || id.count > 60 || !isPlain {
      faults.add("id", "Enter an id of small letters, digits and hyphens, such as theatre-time.")
    } else if state.scheme(id) != nil {
      faults.add("id", "There is a scheme \(id) already. Choose another id, or change that one.")
    }
    return faults
  }

  private func loss(_ terms: SchemeTerms, _ faults: inout SavingsFaultList) {
    guard let member = terms.lossMember else { return }
    faults.demand(
      "loss-member", member, among: plan.organisations.map(\.id), "Choose who loses income.")
    faults.demand("loss-income", pounds: terms.lossIncome ?? 0)
    faults.demand("loss-cost-removed", pounds: terms.lossCostRemoved ?? 0)
    if member == terms.organisation {
      faults.add("loss-member", "The one who saves cannot be the one who loses the income.")
    }
  }

  private func monthly(_ terms: SchemeTerms, _ faults: inout SavingsFaultList) {
    guard let monthly = terms.monthly else { return }
    let month = terms.start.savingsMonth
    let left = SavingsMonth.april(month.financialYear + 1).number - month.number
    if monthly.count != left || !monthly.allSatisfy(\.isFinite) {
      faults.add("monthly", "Give \(left) amounts, one for each month to March.")
    }
  }

  /// The scheme that claims the same money already: of one organisation, out of one pool, by one
  /// driver, whatever the group.
  func double(
    _ id: String, _ terms: SchemeTerms, _ state: SchemeState
  ) -> SavingsDoubleClaim? {
    let driver = SchemeRules.key(terms.driver)
    let other = state.schemes.first {
      $0.id != id && $0.isLive && $0.terms.organisation == terms.organisation
        && $0.terms.pool == terms.pool && SchemeRules.key($0.terms.driver) == driver
    }
    guard let other else { return nil }
    let pool = plan.savings.pool(terms.pool)?.label ?? terms.pool
    let owner = plan.organisations.first { $0.id == terms.organisation }?.name
    return SavingsDoubleClaim(
      claim: "scheme \(id) under \(group(terms.group))",
      earlier: "scheme \(other.id) under \(group(other.terms.group)) (entry \(other.termsEntry))",
      earlierID: other.id,
      what: "“\(pool)” at \(owner ?? terms.organisation) by “\(terms.driver)”")
  }

  private func group(_ id: String) -> String { plan.savings.group(id)?.name ?? id }

  /// A text without case, spaces at the ends or doubled spaces, so that spelling hides no claim.
  static func key(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What is wrong with an amount for a month.
  static func amount(
    _ month: SavingsMonth, _ pounds: Double, _ scheme: SchemeRecord, _ today: CivilDay
  ) -> SavingsFaultList {
    var faults = SavingsFaultList()
    if !(pounds.magnitude <= 1e11) { faults.add("pounds", "Enter pounds, as a number.") }
    if month >= today.savingsMonth {
      faults.add("month", "\(month.text) is not over yet. Record it when it is.")
    } else if month < scheme.versions[0].terms.start.savingsMonth {
      faults.add(
        "month",
        "The scheme starts in \(scheme.versions[0].terms.start.savingsMonth.text). "
          + "Choose a month from then on.")
    }
    return faults
  }
}

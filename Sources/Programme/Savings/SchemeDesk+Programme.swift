// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
public import Savings

extension SchemeDesk {
  /// Chooses the share that each colour counts for, on the record.
  ///
  /// - Throws: `EventRefusal`.
  public func weigh(
    _ shares: [SavingsConfidence: Double], reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    var faults = SavingsFaultList()
    for colour in SavingsConfidence.allCases where !(0...1).contains(shares[colour] ?? -1) {
      faults.add(colour.rawValue, "Enter a weight from 0 to 100%.")
    }
    faults.demand("reason", reason, "Say why the weights change.", upTo: 2000)
    try faults.refuse()
    let content = Content(reason, kind: "scheme-weights")
    let named = Dictionary(
      shares.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { $1 })
    try await append(
      .weighted(named, reason: content.reference), "programme", author, token, [content])
  }

  /// Records how far a working group has come, with its target when it has one.
  ///
  /// - Throws: `EventRefusal`.
  public func moveGroup(
    _ id: String, to stage: OpportunityStage, target: Double?, on day: CivilDay,
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard plan.savings.group(id) != nil else { throw .notFound }
    var faults = SavingsFaultList()
    if let target { faults.demand("target", pounds: target) }
    if stage >= .quantified && target == nil {
      faults.add("target", "A group at this stage has a target. Enter it in pounds.")
    }
    if day > today { faults.add("on", "The day cannot be in the future.") }
    try faults.refuse()
    try await append(.groupMoved(to: stage, target: target, on: day), id, author, token)
  }

  /// Records how much money a pool holds.
  ///
  /// - Throws: `EventRefusal`.
  public func size(
    pool id: String, pounds: Double, on day: CivilDay, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard plan.savings.pool(id) != nil else { throw .notFound }
    var faults = SavingsFaultList()
    faults.demand("pounds", pounds: pounds)
    let sizes = SavingsPools(plan.savings, try state()).setting(id, to: pounds)
    if let fault = sizes.fault { faults.add("pounds", fault) }
    try faults.refuse()
    try await append(.poolSized(pounds: pounds, on: day), id, author, token)
  }

  /// Records money of savings put to use.
  ///
  /// - Throws: `EventRefusal`.
  public func reinvest(
    _ investment: SavingsInvestment, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    var faults = SavingsFaultList()
    faults.demand("pounds", pounds: investment.pounds)
    faults.demand("purpose", investment.purpose, "Say what the money is for.", upTo: 300)
    faults.demand(
      "workstream", investment.workstream, among: plan.workstreams.map(\.id),
      "Choose the workstream that it goes to.")
    try faults.refuse()
    try await append(.reinvested(investment), investment.id, author, token)
  }
}

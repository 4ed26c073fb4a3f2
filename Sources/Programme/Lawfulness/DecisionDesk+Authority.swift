// SPDX-License-Identifier: Apache-2.0

import Authority
public import Engagement
public import Ledger

extension DecisionDesk {
  /// Records that a body amended its constitution.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func amend(
    _ body: String, _ amendment: ConstitutionAmendment, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    var faults = DecisionFaults()
    let authority = plan.authority
    if authority.names[body] == nil { faults.add("body", "Choose a body.") }
    faults.text("version", amendment.version, "Enter the name of the new version.", upTo: 100)
    if amendment.since < amendment.passedOn {
      faults.add("since", "It cannot have effect before it was passed.")
    }
    if amendment.passedOn > today {
      faults.add("passed", "An amendment is recorded on the day it is passed, or later.")
    }
    if amendment.added.isEmpty && amendment.repealed.isEmpty {
      faults.add("clause", "Enter the clause that is added, or one that is taken away.")
    }
    for clause in amendment.added { check(clause, &faults) }
    try faults.refuse()
    try await append(.constitutionAmended(amendment), body, author, token)
  }

  private func check(_ clause: AmendedClause, _ faults: inout DecisionFaults) {
    let authority = plan.authority
    faults.text("clause", clause.reference, "Enter the number of the clause.", upTo: 60)
    faults.text("text", clause.text, "Enter what the clause says.", upTo: 2000)
    if clause.subject != "*", !authority.subjects.contains(where: { $0.id == clause.subject }) {
      faults.add("subject", "Choose what it is about.")
    }
    if !clause.committee.isEmpty, authority.committee(clause.committee) == nil {
      faults.add("committee", "Choose a committee, or any.")
    }
    if clause.kind == .limit, clause.pounds == nil {
      faults.add("pounds", "Enter the largest sum in pounds.")
    }
  }

  /// Records that a body handed a matter to a committee by resolution.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func delegate(
    _ body: String, _ given: GivenDelegation, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    var faults = DecisionFaults()
    if plan.authority.names[body] == nil { faults.add("body", "Choose a body.") }
    if plan.authority.committee(given.committee) == nil {
      faults.add("committee", "Choose a committee.")
    }
    if given.subject != "*", !plan.authority.subjects.contains(where: { $0.id == given.subject }) {
      faults.add("subject", "Choose what it is about.")
    }
    if let until = given.until, until < given.since {
      faults.add("until", "The last day must not be before the first.")
    }
    try faults.refuse()
    try await append(.delegationGiven(given), body, author, token)
  }

  /// Records that a body took back what it had handed over.
  ///
  /// - Throws: `EventRefusal.notNow` when there is no such delegation.
  public func withdrawDelegation(
    _ body: String, subject: String, committee: String, lastDay: CivilDay, reason: String,
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let given = try state().bodies[body]?.delegations ?? []
    let isGiven = given.contains {
      $0.given.subject == subject && $0.given.committee == committee
        && ($0.given.until.map { lastDay < $0 } ?? true)
    }
    guard isGiven else {
      throw .notNow("The body has no such delegation after that day. Nothing was changed.")
    }
    var faults = DecisionFaults()
    faults.text("reason", reason, "Say why it is taken back.", upTo: 1000)
    try faults.refuse()
    try await append(
      .delegationWithdrawn(
        subject: subject, committee: committee, lastDay: lastDay, reason: reason), body, author,
      token)
  }
}

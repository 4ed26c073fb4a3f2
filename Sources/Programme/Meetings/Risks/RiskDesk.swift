// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which risks are raised, scored, escalated and closed.
public struct RiskDesk: Sendable {
  let keeper: RecordKeeper
  let plan: MeetingsPlan
  let clock: @Sendable () -> Date

  /// The rules over a ledger, for the owners and bodies of a plan.
  public init(
    _ ledger: Ledger, plan: MeetingsPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    keeper = RecordKeeper(ledger: ledger)
    self.plan = plan
    self.clock = clock
  }

  /// Every risk so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> RiskState { try keeper.state(RiskState.self) }

  /// Raises a risk, once for a token, and returns its id.
  ///
  /// - Throws: `EventRefusal`.
  @discardableResult
  public func raise(
    _ proposal: RiskProposal, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    try await addAll([proposal], prefixed: false, by: author, token: token).first ?? ""
  }

  /// Raises many risks, all or none; what is wrong is told of all of them at once.
  ///
  /// The field of a fault is the place of the risk, from 1, and the name of what is wrong, such as
  /// "3.owner".
  /// - Throws: `EventRefusal.faults` with everything that is wrong; nothing was recorded then.
  @discardableResult
  public func addAll(
    _ proposals: [RiskProposal], by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> [String] {
    try await addAll(proposals, prefixed: true, by: author, token: token)
  }

  private func addAll(
    _ proposals: [RiskProposal], prefixed: Bool, by author: Author, token: String?
  ) async throws(EventRefusal) -> [String] {
    var faults: [FieldFault] = []
    var drafts: [Draft] = []
    for (place, proposal) in proposals.enumerated() {
      var texts = TypedTexts()
      let details = check(proposal, &texts)
      faults += texts.faults.map {
        FieldFault(prefixed ? "\(place + 1).\($0.field)" : $0.field, $0.message)
      }
      let id = RandomID.make()
      let mark = token.map { prefixed ? "\($0)-\(place)" : $0 }
      drafts.append(
        try keeper.draft(RiskEvent.raised(details), id, by: author, token: mark, texts.contents))
      if let residual = proposal.residual {
        drafts.append(try firstScore(residual, id, author, mark))
      }
    }
    if !faults.isEmpty { throw .faults(faults) }
    let receipts = try await keeper.append(drafts)
    return receipts.filter { $0.entry.type == "raised" }.map(\.entry.subject)
  }

  private func firstScore(
    _ score: RiskScore, _ id: String, _ author: Author, _ mark: String?
  ) throws(EventRefusal) -> Draft {
    let reason = Content("As it was when it was raised.", kind: "programme-reason")
    return try keeper.draft(
      RiskEvent.scored(stage: .residual, score: score, reason: reason.reference), id, by: author,
      token: mark.map { $0 + "-now" }, [reason])
  }

  /// Sets a stage of its score, with the reason.
  ///
  /// - Throws: `EventRefusal`.
  public func score(
    _ id: String, _ stage: RiskStage, _ score: RiskScore, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    let reference = texts.take("reason", reason, "Say why the score is what it is.")
    try await add(.scored(stage: stage, score: score, reason: reference), id, texts, author, token)
  }

  /// Adds something that is done about it.
  ///
  /// - Throws: `EventRefusal`.
  public func mitigate(
    _ id: String, text: String, owner: RecordOwner, by day: CivilDay?, author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    let reference = texts.take("text", text, "Say what is done about it.", upTo: 500)
    texts.faults.demand(plan.has(owner), "owner", "Choose an owner from the list.")
    let added = RiskMitigation(id: RandomID.make(), text: reference, owner: owner, by: day)
    try await add(.mitigationAdded(added), id, texts, author, token)
  }

  /// Records that something that is done about it is done.
  ///
  /// - Throws: `EventRefusal.notFound` when there is no such thing.
  public func finish(
    _ id: String, mitigation: String, on day: CivilDay, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let risk = try state()[id],
      risk.mitigations.contains(where: { $0.mitigation.id == mitigation })
    else { throw .notFound }
    try await add(
      .mitigationDone(mitigation: mitigation, on: day), id, TypedTexts(), author, token)
  }

  /// Records that it was looked at, and by when it is looked at again.
  ///
  /// - Throws: `EventRefusal`.
  public func review(
    _ id: String, next: CivilDay, note: String = "", by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    let today = LondonTime.day(clock())
    var texts = TypedTexts()
    texts.faults.demand(today < next, "next", "The next review has to be after today.")
    let reference = texts.takeAny("reason", note)
    try await add(.reviewed(on: today, next: next, note: reference), id, texts, author, token)
  }

  /// Gives it to another owner.
  ///
  /// - Throws: `EventRefusal`.
  public func reassign(
    _ id: String, to owner: RecordOwner, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    texts.faults.demand(plan.has(owner), "owner", "Choose an owner from the list.")
    try await add(.reassigned(owner: owner), id, texts, author, token)
  }

  /// Brings it before a body, with the reason.
  ///
  /// - Throws: `EventRefusal`.
  public func escalate(
    _ id: String, to body: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    texts.faults.demand(plan.body(body) != nil, "body", "Choose a body from the list.")
    let reference = texts.take("reason", reason, "Say why the body has to look at it.")
    try await add(.escalated(body: body, reason: reference), id, texts, author, token)
  }

  /// Gives it back from a body to its owner.
  ///
  /// - Throws: `EventRefusal.notNow` when no body has it.
  public func giveBack(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    if try state()[id]?.escalated == nil { throw .notNow("No body has this risk now.") }
    var texts = TypedTexts()
    let reference = texts.take("reason", reason, "Say why the owner can have it back.")
    try await add(.deescalated(reason: reference), id, texts, author, token)
  }

  /// Records that it became real.
  ///
  /// - Throws: `EventRefusal`.
  public func occur(
    _ id: String, on day: CivilDay, note: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    texts.faults.demand(
      day <= LondonTime.day(clock()), "on", "The day on which it happened cannot be to come.")
    let reference = texts.take("reason", note, "Say what happened.")
    try await add(.occurred(on: day, note: reference), id, texts, author, token)
  }

  /// Closes it, with the reason.
  ///
  /// - Throws: `EventRefusal`.
  public func close(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    let reference = texts.take("reason", reason, "Say why it is closed.")
    try await add(.closed(reason: reference), id, texts, author, token)
  }

  /// Opens it again, with the reason.
  ///
  /// - Throws: `EventRefusal.notNow` when it is open.
  public func reopen(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let risk = try state()[id] else { throw .notFound }
    if risk.isOpen { throw .notNow("This is open already.") }
    var texts = TypedTexts()
    let reference = texts.take("reason", reason, "Say why it is opened again.")
    try await add(.reopened(reason: reference), id, texts, author, token)
  }

  private func check(_ proposal: RiskProposal, _ texts: inout TypedTexts) -> RiskDetails {
    let text = texts.take("text", proposal.text, "Say what might happen, or has.", upTo: 500)
    texts.faults.demand(plan.has(proposal.owner), "owner", "Choose an owner from the list.")
    if let workstream = proposal.workstream {
      texts.faults.demand(
        plan.workstream(workstream) != nil, "workstream",
        "The plan has no workstream “\(workstream)”.")
    }
    if let assumption = proposal.assumption {
      texts.faults.demand(
        plan.assumptions.contains { $0.id == assumption }, "assumption",
        "The plan has no assumption “\(assumption)”.")
    }
    if let target = proposal.target {
      texts.faults.demand(
        target.value <= proposal.inherent.value, "target",
        "The target cannot be above the score before anything is done.")
    }
    var details = RiskDetails(
      kind: proposal.kind, text: text, owner: proposal.owner, inherent: proposal.inherent,
      reviewBy: proposal.reviewBy)
    details.workstream = proposal.workstream
    details.assumption = proposal.assumption
    details.target = proposal.target
    return details
  }

  private func open(_ id: String) throws(EventRefusal) {
    guard let risk = try state()[id] else { throw .notFound }
    if !risk.isOpen { throw .notNow("This is closed. Open it again first, with the reason.") }
  }

  private func add(
    _ event: RiskEvent, _ id: String, _ texts: TypedTexts, _ author: Author, _ token: String?
  ) async throws(EventRefusal) {
    try texts.refuse()
    try await keeper.append(event, id, by: author, token: token, texts.contents)
  }
}

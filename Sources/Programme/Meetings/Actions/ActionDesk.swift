// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which actions are raised, followed and finished.
public struct ActionDesk: Sendable {
  let keeper: RecordKeeper
  let plan: MeetingsPlan
  let clock: @Sendable () -> Date

  /// The rules over a ledger, for the owners of a plan.
  public init(
    _ ledger: Ledger, plan: MeetingsPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    keeper = RecordKeeper(ledger: ledger)
    self.plan = plan
    self.clock = clock
  }

  /// Every action so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> ActionState { try keeper.state(ActionState.self) }

  /// Raises an action, once for a token, and returns its id.
  ///
  /// - Throws: `EventRefusal`.
  @discardableResult
  public func raise(
    _ proposal: ActionProposal, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    var texts = TypedTexts()
    let details = check(proposal, &texts)
    try texts.refuse()
    let receipt = try await keeper.append(
      ActionEvent.raised(details), RandomID.make(), by: author, token: token, texts.contents)
    return receipt.entry.subject
  }

  /// Raises many actions, all or none; what is wrong is told of all of them at once.
  ///
  /// The field of a fault is the place of the action, from 1, and the name of what is wrong, such as
  /// "3.owner".
  /// - Throws: `EventRefusal.faults` with everything that is wrong; nothing was recorded then.
  @discardableResult
  public func addAll(
    _ proposals: [ActionProposal], by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> [String] {
    var faults: [FieldFault] = []
    var drafts: [Draft] = []
    for (place, proposal) in proposals.enumerated() {
      var texts = TypedTexts()
      let details = check(proposal, &texts)
      faults += texts.faults.map { FieldFault("\(place + 1).\($0.field)", $0.message) }
      drafts.append(
        try keeper.draft(
          ActionEvent.raised(details), RandomID.make(), by: author,
          token: token.map { "\($0)-\(place)" }, texts.contents))
    }
    if !faults.isEmpty { throw .faults(faults) }
    return try await keeper.append(drafts).map(\.entry.subject)
  }

  /// Records what was done towards an action.
  ///
  /// - Throws: `EventRefusal`.
  public func progress(
    _ id: String, note: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    let reference = texts.take("note", note, "Say what was done.")
    try await add(.progressed(note: reference), id, texts, author, token)
  }

  /// Moves the day by which it is to be done, with the reason.
  ///
  /// - Throws: `EventRefusal`.
  public func reschedule(
    _ id: String, due: CivilDay, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    let reference = texts.take("note", reason, "Say why the day moves.")
    try await add(.rescheduled(due: due, reason: reference), id, texts, author, token)
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

  /// Records that it was done on a day, which is not to come.
  ///
  /// - Throws: `EventRefusal`.
  public func finish(
    _ id: String, on day: CivilDay, note: String = "", by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    texts.faults.demand(
      day <= LondonTime.day(clock()), "on", "The day on which it was done cannot be to come.")
    let reference = texts.takeAny("note", note)
    try await add(.finished(on: day, note: reference), id, texts, author, token)
  }

  /// Opens it again, with the reason.
  ///
  /// - Throws: `EventRefusal.notNow` when it is open.
  public func reopen(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let action = try state()[id] else { throw .notFound }
    if action.isOpen { throw .notNow("This action is open already.") }
    var texts = TypedTexts()
    let reference = texts.take("note", reason, "Say why it is opened again.")
    try await add(.reopened(reason: reference), id, texts, author, token)
  }

  /// Gives it up, with the reason.
  ///
  /// - Throws: `EventRefusal`.
  public func drop(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try open(id)
    var texts = TypedTexts()
    let reference = texts.take("note", reason, "Say why it is given up.")
    try await add(.dropped(reason: reference), id, texts, author, token)
  }

  private func check(_ proposal: ActionProposal, _ texts: inout TypedTexts) -> ActionDetails {
    let text = texts.take("text", proposal.text, "Say what is to be done.", upTo: 500)
    texts.faults.demand(plan.has(proposal.owner), "owner", "Choose an owner from the list.")
    if let workstream = proposal.workstream {
      texts.faults.demand(
        plan.workstream(workstream) != nil, "workstream",
        "The plan has no workstream “\(workstream)”.")
    }
    var details = ActionDetails(text: text, owner: proposal.owner, due: proposal.due)
    details.meeting = proposal.meeting
    details.item = proposal.item
    details.workstream = proposal.workstream
    details.risk = proposal.risk
    details.isQuickWin = proposal.isQuickWin ? true : nil
    return details
  }

  private func open(_ id: String) throws(EventRefusal) {
    guard let action = try state()[id] else { throw .notFound }
    if !action.isOpen {
      throw .notNow("This action has ended. Open it again first, with the reason.")
    }
  }

  private func add(
    _ event: ActionEvent, _ id: String, _ texts: TypedTexts, _ author: Author, _ token: String?
  ) async throws(EventRefusal) {
    try texts.refuse()
    try await keeper.append(event, id, by: author, token: token, texts.contents)
  }
}

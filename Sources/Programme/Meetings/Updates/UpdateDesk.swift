// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
import PlanPackage

/// The rules by which public updates are drafted, signed off and published.
public struct UpdateDesk: Sendable {
  let keeper: RecordKeeper
  let plan: MeetingsPlan
  let clock: @Sendable () -> Date

  /// The rules over a ledger, for the bodies of a plan.
  public init(
    _ ledger: Ledger, plan: MeetingsPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    keeper = RecordKeeper(ledger: ledger)
    self.plan = plan
    self.clock = clock
  }

  /// Every update so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> UpdateState { try keeper.state(UpdateState.self) }

  /// Drafts the update on a meeting from the record as it is now.
  ///
  /// - Throws: `EventRefusal.notNow` before the minutes are drafted or after it is published.
  public func draft(
    _ meeting: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    if try state()[meeting]?.published != nil { throw .notNow(Self.isPublished) }
    guard let record = try keeper.state(MeetingState.self)[meeting] else { throw .notFound }
    if record.drafted == nil {
      throw .notNow("Send the draft minutes to the members first; the update is made of them.")
    }
    let writer = try writer(record)
    var contents: [Content] = []
    let sections = writer.sections.map { written in
      let heading = Content(written.heading, kind: "programme-heading")
      let text = Content(written.text, kind: "programme-section")
      contents += [heading, text]
      return UpdateSection(
        id: written.id, heading: heading.reference, text: text.reference, entries: written.entries)
    }
    try await keeper.append(
      UpdateEvent.drafted(
        UpdateDraft(body: record.body, on: record.on.value, sections: sections)),
      meeting, by: author, token: token, contents)
  }

  private func writer(_ record: MeetingRecord) throws(EventRefusal) -> UpdateWriter {
    let texts = RecordTexts(keeper.ledger)
    let today = LondonTime.day(clock())
    guard let line = MeetingView.Line(record, plan, texts) else { throw .notFound }
    let actions = try keeper.state(ActionState.self)
    return UpdateWriter(
      plan: plan, meeting: line,
      status: StatusView(
        plan: plan, state: try keeper.state(StatusState.self), actions: actions,
        risks: try keeper.state(RiskState.self), texts: texts, day: today),
      actions: ActionView(plan: plan, state: actions, texts: texts, day: today))
  }

  /// Sets the words of the chair at the start.
  ///
  /// - Throws: `EventRefusal`.
  public func introduce(
    _ id: String, text: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try unpublished(id)
    var texts = TypedTexts()
    let reference = texts.take("introduction", text, "Enter the introduction.", upTo: 3000)
    try await add(.introduced(text: reference), id, texts, author, token)
  }

  /// Leaves a section out, with the reason, which the public can read.
  ///
  /// - Throws: `EventRefusal`.
  public func leaveOut(
    _ id: String, section: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let update = try unpublished(id)
    var texts = TypedTexts()
    texts.faults.demand(
      update.sections.contains { $0.id == section }, "section", "Choose a section.")
    let reference = texts.take("reason", reason, "Say why it is left out.", upTo: 500)
    try await add(.leftOut(section: section, reason: reference), id, texts, author, token)
  }

  /// Signs it off as it stands, as the holder of a seat that is no observer's.
  ///
  /// - Throws: `EventRefusal`.
  public func signOff(
    _ id: String, seat: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let update = try unpublished(id)
    var texts = TypedTexts()
    let found = plan.body(update.draft.value.body)?.seats.first { $0.id == seat }
    texts.faults.demand(
      found != nil && found?.standing != .observer, "seat", "Choose the seat that signs it off.")
    try await add(.signedOff(seat: seat), id, texts, author, token)
  }

  /// Publishes it.
  ///
  /// - Throws: `EventRefusal.notNow` before it is signed off, or when it was changed since.
  public func publish(
    _ id: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    if try unpublished(id).signedOff == nil {
      throw .notNow(
        "It has to be signed off first. A change after the sign-off takes the sign-off away.")
    }
    try await add(.published, id, TypedTexts(), author, token)
  }

  /// Puts a correction on top of a published update.
  ///
  /// - Throws: `EventRefusal`.
  public func correct(
    _ id: String, text: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let update = try state()[id] else { throw .notFound }
    if update.published == nil { throw .notNow("It is not published yet. Change it instead.") }
    var texts = TypedTexts()
    let reference = texts.take("correction", text, "Say what was wrong, and what is right.")
    try await add(.corrected(text: reference), id, texts, author, token)
  }

  private static let isPublished =
    "It is published. What was published stays; put a correction on top of it."

  @discardableResult
  private func unpublished(_ id: String) throws(EventRefusal) -> UpdateRecord {
    guard let update = try state()[id] else { throw .notFound }
    if update.published != nil { throw .notNow(Self.isPublished) }
    return update
  }

  private func add(
    _ event: UpdateEvent, _ id: String, _ texts: TypedTexts, _ author: Author, _ token: String?
  ) async throws(EventRefusal) {
    try texts.refuse()
    try await keeper.append(event, id, by: author, token: token, texts.contents)
  }
}

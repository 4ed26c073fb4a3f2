// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
import PlanPackage

extension MeetingDesk {
  /// Records what was said on an item and what became of it, in place of what was there before.
  ///
  /// - Throws: `EventRefusal.notNow` once the minutes are agreed, or before it is known who came.
  public func minute(
    _ id: String, item: String, text: String, outcome: ItemOutcome, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let meeting = try standing(id, item: item)
    if meeting.attendance == nil { throw .notNow("Record who came first.") }
    var texts = TypedTexts()
    let reference = texts.take("minute", text, "Say what was said and agreed.", upTo: 5000)
    if let body = plan.body(meeting.body), outcome == .agreed || outcome == .recommended {
      let quorum = meeting.quorum(of: body, item: item)
      texts.faults.demand(
        quorum.isReached != false, "outcome",
        "The meeting could not agree this: \(quorum.text) Choose noted or put off.")
    }
    try await add(
      .minuted(item: item, text: reference, outcome: outcome), id, texts, author, token)
  }

  /// Sends the draft of the minutes to the members; every item must have some.
  ///
  /// - Throws: `EventRefusal`.
  public func draft(
    _ id: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let meeting = try standing(id)
    let missing = meeting.items.count { $0.minute == nil }
    if 0 < missing {
      throw .notNow(
        missing == 1 ? "One item has no minutes yet." : "\(missing) items have no minutes yet.")
    }
    if meeting.drafted != nil { throw .notNow("The draft is with the members already.") }
    try await add(.drafted, id, TypedTexts(), author, token)
  }

  /// Records that the minutes were agreed, at a later meeting when one is named.
  ///
  /// - Throws: `EventRefusal`.
  public func agree(
    _ id: String, at later: String? = nil, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let meeting = try standing(id)
    if meeting.drafted == nil { throw .notNow("Send the draft to the members first.") }
    if let later {
      guard let other = try state()[later], other.body == meeting.body,
        meeting.on.value < other.on.value
      else { throw .faults([FieldFault("at", "Choose a later meeting of the same body.")]) }
    }
    try await add(.agreed(at: later, minutes: meeting.minutes), id, TypedTexts(), author, token)
  }

  /// Records that the holder of a seat signed the agreed minutes.
  ///
  /// - Throws: `EventRefusal`.
  public func sign(
    _ id: String, seat: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let meeting = try state()[id] else { throw .notFound }
    if meeting.stage != .agreed {
      throw .notNow("Minutes are signed once, after they are agreed.")
    }
    var texts = TypedTexts()
    let chair = plan.body(meeting.body)?.seats.first { $0.id == seat }
    texts.faults.demand(
      chair != nil && chair?.standing != .observer, "seat", "Choose the seat that signs.")
    try await add(.signed(seat: seat, minutes: meeting.minutes), id, texts, author, token)
  }

  /// Puts a correction beside agreed minutes, which stay as they are.
  ///
  /// - Throws: `EventRefusal`.
  public func correct(
    _ id: String, item: String, text: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let meeting = try state()[id],
      meeting.items.contains(where: { $0.item.id == item })
    else { throw .notFound }
    if !meeting.stage.isPublic {
      throw .notNow("The minutes are not agreed yet. Change them instead.")
    }
    var texts = TypedTexts()
    let reference = texts.take("minute", text, "Say what was wrong, and what is right.")
    try await add(.corrected(item: item, text: reference), id, texts, author, token)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The rules of conversations with staff.
public struct StaffConversationDesk: Sendable {
  let data: DataFolder
  let clock: @Sendable () -> Date

  /// The rules over a data folder, by a clock.
  public init(_ data: DataFolder, clock: @escaping @Sendable () -> Date = { Date() }) {
    self.data = data
    self.clock = clock
  }

  /// The code that is given to staff for one conversation, kept beside the ledger.
  struct Code: Codable, Sendable {
    static let kind = "staff-code"
    let code: String
  }

  /// All conversations.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> StaffConversationState {
    do { return try data.ledger.state(StaffConversationState.self) } catch { throw .ledger(error) }
  }

  /// One conversation.
  ///
  /// - Throws: `EventRefusal.notFound`.
  public func conversation(_ id: String) throws(EventRefusal) -> StaffConversation {
    guard let found = try state().conversations[id] else { throw .notFound }
    return found
  }

  /// Opens a conversation, once for a token, and returns its id.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func open(
    _ question: StaffQuestion, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    var faults: [FieldFault] = []
    faults.check("question", question.question, "Enter the question.", "The question", upTo: 300)
    faults.check("background", question.background, nil, "The text", upTo: 4000)
    if question.closes < question.opens {
      faults.add("closes", "The last day must not be before the first.")
    }
    try faults.refuse()
    let id = RandomID.make()
    do {
      let code = Code(code: String(RandomID.make().prefix(10)))
      try await data.contacts.put(code, kind: Code.kind, id: id)
      let receipt = try await data.ledger.append(
        StaffConversationEvent.opened(question), subject: id, by: author, token: token)
      if receipt.isRepeat { try await data.contacts.remove(kind: Code.kind, id: id) }
      return receipt.entry.subject
    } catch {
      throw .ledger(error)
    }
  }

  /// The code that is given to staff, or nil when there is none any more.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func code(of conversation: String) throws(EventRefusal) -> String? {
    do {
      return try data.contacts.get(Code.self, kind: Code.kind, id: conversation)?.code
    } catch {
      throw .ledger(error)
    }
  }

  /// Whether a typed code is the one of a conversation; spaces, hyphens and case do not matter.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func accepts(_ typed: String, for conversation: String) throws(EventRefusal) -> Bool {
    let plain = typed.lowercased().filter { $0 != " " && $0 != "-" }
    return try code(of: conversation) == plain
  }

  /// Keeps a contribution, once for a token; nothing of whoever wrote it is kept.
  ///
  /// - Throws: `EventRefusal` when the conversation is not open or the text cannot be kept.
  public func contribute(
    _ id: String, text: String, token: String? = nil
  ) async throws(EventRefusal) {
    guard try conversation(id).isOpen(at: clock()) else {
      throw .notNow("This conversation is not open, so nothing can be added to it.")
    }
    var faults: [FieldFault] = []
    faults.check("text", text, "Write what you think.", "The text", upTo: 4000)
    try faults.refuse()
    let content = Content(text, kind: "staff-contribution")
    try await append(
      .contributed(id: RandomID.make(), text: content.reference), id, .visitor, token, [content])
  }

  /// Keeps a contribution from being seen, for a reason that is shown in its place.
  ///
  /// - Throws: `EventRefusal`.
  public func withhold(
    _ id: String, contribution: String, reason: String, by author: Author
  ) async throws(EventRefusal) {
    guard try conversation(id).contributions.contains(where: { $0.id == contribution }) else {
      throw .notFound
    }
    var faults: [FieldFault] = []
    faults.check("reason", reason, "Say why it is withheld.", "The reason", upTo: 300)
    try faults.refuse()
    try await append(.withheld(contribution: contribution, reason: reason), id, author, nil, [])
  }

  /// Lets a contribution be seen again.
  ///
  /// - Throws: `EventRefusal.notFound`.
  public func restore(
    _ id: String, contribution: String, by author: Author
  ) async throws(EventRefusal) {
    let isWithheld = try conversation(id).contributions.contains {
      $0.id == contribution && $0.withheldBecause != nil
    }
    guard isWithheld else { throw .notFound }
    try await append(.restored(contribution: contribution), id, author, nil, [])
  }

  /// Ends a conversation before its last day.
  ///
  /// - Throws: `EventRefusal.notNow` when it is not open.
  public func close(_ id: String, by author: Author) async throws(EventRefusal) {
    guard try conversation(id).isOpen(at: clock()) else {
      throw .notNow("This conversation is not open.")
    }
    try await append(.closed, id, author, "closed-" + id, [])
  }

  /// Publishes what was said and what is done about it.
  ///
  /// - Throws: `EventRefusal`.
  public func summarise(
    _ id: String, summary: String, reply: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try conversation(id)
    var faults: [FieldFault] = []
    faults.check("summary", summary, "Write what was said.", "The summary", upTo: 10_000)
    faults.check("reply", reply, "Write what is done about it.", "The reply", upTo: 10_000)
    try faults.refuse()
    let contents = [
      Content(summary, kind: "staff-summary"), Content(reply, kind: "staff-reply"),
    ]
    try await append(
      .summarised(summary: contents[0].reference, reply: contents[1].reference), id, author, token,
      contents)
  }

  private func append(
    _ event: StaffConversationEvent, _ id: String, _ author: Author, _ token: String?,
    _ contents: [Content]
  ) async throws(EventRefusal) {
    do {
      try await data.ledger.append(
        event, subject: id, by: author, token: token, contents: contents)
    } catch {
      throw .ledger(error)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// An event that is to be appended.
public struct Draft: Sendable {
  let author: Author
  let family: String
  let type: String
  let version: Int
  let subject: String
  let payload: String
  let token: String?
  let contents: [Content]

  /// An event about a subject, by an author.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - subject: what it happened to.
  ///   - author: who did it.
  ///   - token: with a token, the same event is recorded once however often it is sent: a second
  ///     draft with a token that the ledger knows adds nothing, and gets the first one's receipt.
  ///   - contents: personal texts that the event refers to, kept beside the chain.
  /// - Throws: `LedgerError.unreadable` when the event cannot be written as JSON.
  public init<Event: EventFamily>(
    _ event: Event, subject: String, by author: Author, token: String? = nil,
    contents: [Content] = []
  ) throws(LedgerError) {
    let (type, payload) = try EventCoding.encode(event)
    self.author = author
    family = Event.family
    self.type = type
    version = Event.version
    self.subject = subject
    self.payload = payload
    self.token = token
    self.contents = contents
  }
}

/// What the ledger says once an event is safely on disk.
public struct Receipt: Sendable {
  /// The entry as it was recorded.
  public let entry: Entry
  /// Whether an event with the same token was there already, and this one was not added.
  public let isRepeat: Bool
}

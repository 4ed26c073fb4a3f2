// SPDX-License-Identifier: Apache-2.0

import Foundation

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

enum EventCoding {
  static func encode<Event: EventFamily>(
    _ event: Event
  ) throws(LedgerError) -> (type: String, payload: String) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      encoder.dateEncodingStrategy = .iso8601
      let data = try encoder.encode(event)
      let named = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      guard let named, named.count == 1, let type = named.keys.first else {
        throw LedgerError.unreadable("an event of “\(Event.family)” is not one named case")
      }
      return (type, String(decoding: data, as: UTF8.self))
    } catch let error as LedgerError {
      throw error
    } catch {
      throw .unreadable("an event of “\(Event.family)” cannot be written: \(error)")
    }
  }

  static func decode<Event: EventFamily>(
    _: Event.Type, _ entry: Entry
  ) throws(LedgerError) -> Event {
    do {
      var data = Data(entry.payload.utf8)
      if entry.version != Event.version {
        data = try Event.upgrade(data, type: entry.type, from: entry.version)
      }
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      return try decoder.decode(Event.self, from: data)
    } catch {
      throw .unreadable(
        "entry \(entry.sequence) (\(entry.family), \(entry.type)) cannot be read: \(error)")
    }
  }
}

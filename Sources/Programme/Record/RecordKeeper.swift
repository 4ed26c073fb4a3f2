// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Texts and events that one thing somebody does adds to the record.
struct RecordKeeper: Sendable {
  let ledger: Ledger

  /// The state of a fold.
  func state<State: Fold>(_ type: State.Type) throws(EventRefusal) -> State {
    do { return try ledger.state(type) } catch { throw .ledger(error) }
  }

  /// Whether a form with this token was recorded before.
  func isRepeat(_ token: String?) throws(EventRefusal) -> Bool {
    guard let token else { return false }
    do { return try ledger.knows(token: token) } catch { throw .ledger(error) }
  }

  /// Appends drafts, all or none.
  @discardableResult
  func append(_ drafts: [Draft]) async throws(EventRefusal) -> [Receipt] {
    do { return try await ledger.append(drafts) } catch { throw .ledger(error) }
  }

  /// Appends one event with its texts; the receipt says which subject the first event had.
  @discardableResult
  func append<Event: EventFamily>(
    _ event: Event, _ subject: String, by author: Author, token: String? = nil,
    _ contents: [Content] = []
  ) async throws(EventRefusal) -> Receipt {
    do {
      return try await ledger.append(
        event, subject: subject, by: author, token: token, contents: contents)
    } catch {
      throw .ledger(error)
    }
  }

  /// A draft of an event.
  func draft<Event: EventFamily>(
    _ event: Event, _ subject: String, by author: Author, token: String? = nil,
    _ contents: [Content] = []
  ) throws(EventRefusal) -> Draft {
    do {
      return try Draft(event, subject: subject, by: author, token: token, contents: contents)
    } catch {
      throw .ledger(error)
    }
  }
}

extension DataFolder {
  /// Reads and appends with the refusals of the rules; the one way in which desks do it.
  var keeper: RecordKeeper { RecordKeeper(ledger: ledger) }
}

/// Texts that were typed, checked, and made into contents.
struct TypedTexts {
  private(set) var contents: [Content] = []
  var faults: [FieldFault] = []

  /// Takes a text that must be there.
  mutating func take(
    _ field: String, _ text: String, _ missing: String, upTo length: Int = 2000
  ) -> ContentReference {
    faults.demand(field, text, missing, upTo: length)
    return keep(text, field)
  }

  /// Takes a text that may be empty; nil when it is.
  mutating func takeAny(
    _ field: String, _ text: String, upTo length: Int = 2000
  ) -> ContentReference? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    faults.demand(field, text, nil, upTo: length)
    return keep(text, field)
  }

  /// Goes on only when nothing is wrong.
  func refuse() throws(EventRefusal) {
    if !faults.isEmpty { throw .faults(faults) }
  }

  private mutating func keep(_ text: String, _ field: String) -> ContentReference {
    let content = Content(text, kind: "programme-\(field)")
    contents.append(content)
    return content.reference
  }
}

extension FieldFault {
  /// What is wrong with a reason or a name that has to be there.
  static func words(_ text: String, _ field: String, _ missing: String) -> [FieldFault] {
    var faults: [FieldFault] = []
    faults.demand(field, text, missing, upTo: 500)
    return faults
  }
}

extension [FieldFault] {
  /// Demands a text, when a message for a missing one is given, of a length at most.
  mutating func demand(_ field: String, _ text: String, _ missing: String?, upTo length: Int) {
    if let missing, !text.contains(where: { !$0.isWhitespace }) {
      append(FieldFault(field, missing))
    }
    if text.count > length {
      append(
        FieldFault(field, "Use \(length) characters at most; this text has \(text.count)."))
    }
  }

  /// Adds a fault when a condition does not hold.
  mutating func demand(_ holds: Bool, _ field: String, _ message: String) {
    if !holds { append(FieldFault(field, message)) }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
public import Ledger

/// Every public update so far.
public struct UpdateState: Fold {
  /// The events of this state.
  public typealias Event = UpdateEvent
  private var records: [String: UpdateRecord] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: UpdateEvent, _ entry: Entry) {
    if case .drafted(let draft) = event, records[entry.subject] == nil {
      records[entry.subject] = UpdateRecord(id: entry.subject, Recorded(draft, entry))
    } else {
      records[entry.subject]?.apply(event, entry)
    }
  }

  /// The update of an id, or nil.
  public subscript(id: String) -> UpdateRecord? { records[id] }

  /// All updates, that on the latest meeting first.
  public var updates: [UpdateRecord] {
    records.values.sorted { ($1.draft.value.on, $1.id) < ($0.draft.value.on, $0.id) }
  }
}

/// One public update so far.
public struct UpdateRecord: Sendable, Equatable {
  /// The id: that of the meeting.
  public let id: String
  /// The draft that counts.
  public private(set) var draft: Recorded<UpdateDraft>
  /// The words of the chair.
  public private(set) var introduction: Recorded<ContentReference>?
  /// Sections that are not published, with the reasons.
  public private(set) var leftOut: [String: Recorded<ContentReference>] = [:]
  /// The seat that signed it off; nil after a change.
  public private(set) var signedOff: Recorded<String>?
  /// The entry with which it was published.
  public private(set) var published: Recorded<Bool>?
  /// What was wrong in it, in order.
  public private(set) var corrections: [Recorded<ContentReference>] = []

  init(id: String, _ draft: Recorded<UpdateDraft>) {
    self.id = id
    self.draft = draft
  }

  mutating func apply(_ event: UpdateEvent, _ entry: Entry) {
    if case .corrected(let text) = event {
      corrections.append(Recorded(text, entry))
    } else if published == nil {
      applyDraft(event, entry)
    }
  }

  /// Before it is published: each change takes the signature away.
  private mutating func applyDraft(_ event: UpdateEvent, _ entry: Entry) {
    switch event {
    case .drafted(let new):
      draft = Recorded(new, entry)
      leftOut = [:]
      signedOff = nil
    case .introduced(let text):
      introduction = Recorded(text, entry)
      signedOff = nil
    case .leftOut(let section, let reason):
      leftOut[section] = Recorded(reason, entry)
      signedOff = nil
    case .signedOff(let seat): signedOff = Recorded(seat, entry)
    case .published: published = Recorded(true, entry)
    case .corrected: break
    }
  }

  /// The sections that are or will be published.
  public var sections: [UpdateSection] {
    draft.value.sections.filter { leftOut[$0.id] == nil }
  }

  /// Such as "Draft" or "Signed off, not published".
  public var standing: String {
    if let published { return "Published on \(published.day.text)" }
    return signedOff == nil ? "Draft" : "Signed off, not published"
  }
}

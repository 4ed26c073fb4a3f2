// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// Every register so far.
public struct RegisterState: Fold {
  /// The events of this state.
  public typealias Event = RegisterEvent
  /// By the id of the register.
  public private(set) var records: [String: RegisterRecord] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: RegisterEvent, _ entry: Entry) {
    records[entry.subject, default: RegisterRecord()].apply(event, entry)
  }

  /// The record of a register, empty when nothing was entered in it.
  public func record(_ register: String) -> RegisterRecord {
    records[register] ?? RegisterRecord()
  }
}

/// One register so far.
public struct RegisterRecord: Sendable, Equatable {
  /// In the order in which they were added.
  public private(set) var entries: [RegisterEntry] = []
  private var places: [String: Int] = [:]

  init() {}

  /// The entry with a key.
  public func entry(_ key: String) -> RegisterEntry? { places[key].map { entries[$0] } }

  mutating func apply(_ event: RegisterEvent, _ entry: Entry) {
    switch event {
    case .added(let key, let values):
      guard places[key] == nil else { return }
      places[key] = entries.count
      entries.append(RegisterEntry(key, values, entry))
    case .changed(let key, let field, let value, let reason):
      change(key) { $0.set(field, value, .changed, reason, entry) }
    case .corrected(let key, let field, let value, let reason):
      change(key) { $0.set(field, value, .corrected, reason, entry) }
    case .moved(let key, let status, let day, let reason):
      change(key) { $0.move(status, day, reason, entry) }
    case .closed(let key, let reason):
      change(key) { $0.close(reason, entry) }
    }
  }

  private mutating func change(_ key: String, _ act: (inout RegisterEntry) -> Void) {
    if let place = places[key] { act(&entries[place]) }
  }
}

/// One entry of a register so far.
public struct RegisterEntry: Sendable, Equatable {
  /// A value, and the entry of the ledger that last set it.
  public struct Value: Sendable, Equatable {
    /// The value as it is kept.
    public let text: String
    /// The entry of the ledger.
    public let sequence: Int64
  }

  /// One thing that happened to it.
  public struct Change: Sendable, Equatable {
    /// What happened.
    public enum Kind: String, Sendable { case added, changed, corrected, moved, closed }

    /// What happened.
    public let kind: Kind
    /// The field, when one changed; nil for a move of the status.
    public let field: String?
    /// The value before, or empty.
    public let from: String
    /// The value after, or empty.
    public let to: String
    /// Why.
    public let reason: String
    /// The day of a move, as it was recorded.
    public let on: CivilDay?
    /// When it was recorded.
    public let time: Date
    /// The role of who recorded it.
    public let role: String
    /// The entry of the ledger.
    public let sequence: Int64
  }

  /// The key, which names it for ever.
  public let key: String
  /// Values by field, without the status once it has moved.
  public private(set) var values: [String: Value] = [:]
  /// The status to which it last moved; nil when it has not.
  public private(set) var movedTo: Value?
  /// Whether nothing more will happen to it.
  public private(set) var isClosed = false
  /// What happened, in order.
  public private(set) var history: [Change] = []

  init(_ key: String, _ values: [String: String], _ entry: Entry) {
    self.key = key
    self.values = values.filter { !$0.value.isEmpty }
      .mapValues { Value(text: $0, sequence: entry.sequence) }
    note(.added, nil, "", "", "", nil, entry)
  }

  /// The value of a field; that of the status is where it last moved.
  public func value(_ field: RegisterField) -> Value? {
    field.part == .status ? movedTo ?? values[field.id] : values[field.id]
  }

  /// The text of a field, or empty.
  public func text(_ field: RegisterField?) -> String {
    field.flatMap { value($0)?.text } ?? ""
  }

  mutating func set(
    _ field: String, _ text: String, _ kind: Change.Kind, _ reason: String, _ entry: Entry
  ) {
    note(kind, field, values[field]?.text ?? "", text, reason, nil, entry)
    values[field] = text.isEmpty ? nil : Value(text: text, sequence: entry.sequence)
  }

  mutating func move(_ status: String, _ day: CivilDay, _ reason: String, _ entry: Entry) {
    note(.moved, nil, movedTo?.text ?? "", status, reason, day, entry)
    movedTo = Value(text: status, sequence: entry.sequence)
  }

  mutating func close(_ reason: String, _ entry: Entry) {
    note(.closed, nil, "", "", reason, nil, entry)
    isClosed = true
  }

  private mutating func note(
    _ kind: Change.Kind, _ field: String?, _ from: String, _ to: String, _ reason: String,
    _ day: CivilDay?, _ entry: Entry
  ) {
    history.append(
      Change(
        kind: kind, field: field, from: from, to: to, reason: reason, on: day, time: entry.time,
        role: entry.author.role, sequence: entry.sequence))
  }
}

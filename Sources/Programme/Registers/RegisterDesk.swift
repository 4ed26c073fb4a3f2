// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which entries of registers are added, changed, moved on and closed.
public struct RegisterDesk: Sendable {
  let data: DataFolder
  let plan: RegisterPlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the registers of a plan.
  public init(
    _ data: DataFolder, plan: RegisterPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// Adds an entry, once for a token; `typed` has a text for each field by its id.
  ///
  /// - Throws: `EventRefusal`; every wrong field is named at once.
  public func add(
    _ register: String, _ typed: [String: String], by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let definition = try definition(register)
    let values = try values(typed, definition)
    guard let key = definition.field(as: .key).flatMap({ values[$0.id] }) else { throw .notFound }
    if let known = try record(register).entry(key) {
      if try data.keeper.isRepeat(token) { return }
      throw .faults([
        FieldFault(
          definition.field(as: .key)?.id ?? "number",
          "There is an entry \(known.key) already. Choose another number, or change that entry.")
      ])
    }
    try await append([.added(entry: key, values: values)], register, author, token)
  }

  /// Changes fields of an entry for a reason; fields that stay as they are record nothing.
  ///
  /// With `isCorrection`, the values were wrong from the start; that can be done to a closed entry.
  /// - Throws: `EventRefusal`.
  public func change(
    _ register: String, _ key: String, _ typed: [String: String], reason: String,
    isCorrection: Bool = false, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let definition = try definition(register)
    let entry = try entry(register, key)
    if entry.isClosed, !isCorrection {
      throw .notNow("This entry is closed. What was wrong in it can be corrected.")
    }
    let (changes, wrong) = differences(typed, entry, definition)
    var faults = wrong
    if reason.allSatisfy(\.isWhitespace) { faults.append(FieldFault("reason", "Say why.")) }
    if reason.count > 500 {
      faults.append(FieldFault("reason", "The reason can be 500 characters at most."))
    }
    if faults.isEmpty, changes.isEmpty, try data.keeper.isRepeat(token) { return }
    if faults.isEmpty, changes.isEmpty {
      faults.append(FieldFault("reason", "Nothing was changed. Change a field, or go back."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    let events = changes.map { change -> RegisterEvent in
      isCorrection
        ? .corrected(entry: key, field: change.field, to: change.value, reason: reason)
        : .changed(entry: key, field: change.field, to: change.value, reason: reason)
    }
    try await append(events, register, author, token)
  }

  /// Moves the status of an entry on, along one of its allowed moves.
  ///
  /// - Throws: `EventRefusal`.
  public func move(
    _ register: String, _ key: String, to status: String, on day: CivilDay, reason: String,
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let definition = try definition(register)
    let entry = try entry(register, key)
    guard let field = definition.field(as: .status) else { throw .notFound }
    if try data.keeper.isRepeat(token) { return }
    if entry.isClosed { throw .notNow("This entry is closed.") }
    var faults: [FieldFault] = []
    let next = field.next(after: entry.text(field))
    if !next.contains(status) {
      faults.append(
        FieldFault(
          "status",
          next.isEmpty
            ? "Nothing follows “\(entry.text(field))”."
            : "From “\(entry.text(field))” it can go to: \(next.joined(separator: ", "))."))
    }
    if day > LondonTime.day(clock()) {
      faults.append(FieldFault("on", "This day has not come yet."))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    try await append(
      [.moved(entry: key, to: status, on: day, reason: reason)], register, author, token)
  }

  /// Closes an entry: nothing more will happen to it.
  ///
  /// - Throws: `EventRefusal`.
  public func close(
    _ register: String, _ key: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let entry = try entry(register, key)
    if try data.keeper.isRepeat(token) { return }
    if entry.isClosed { throw .notNow("This entry is closed already.") }
    if reason.allSatisfy(\.isWhitespace) { throw .faults([FieldFault("reason", "Say why.")]) }
    try await append([.closed(entry: key, reason: reason)], register, author, token)
  }
}

// MARK: - Looking and appending

extension RegisterDesk {
  func definition(_ register: String) throws(EventRefusal) -> RegisterDefinition {
    guard let definition = plan.register(register) else { throw .notFound }
    return definition
  }

  func record(_ register: String) throws(EventRefusal) -> RegisterRecord {
    return try data.keeper.state(RegisterState.self).record(register)
  }

  private func entry(_ register: String, _ key: String) throws(EventRefusal) -> RegisterEntry {
    guard let entry = try record(register).entry(key) else { throw .notFound }
    return entry
  }

  /// Values of every field, each in the form in which it is kept.
  private func values(
    _ typed: [String: String], _ definition: RegisterDefinition
  ) throws(EventRefusal) -> [String: String] {
    var values: [String: String] = [:]
    var faults: [FieldFault] = []
    for field in definition.fields {
      do {
        values[field.id] = try RegisterValue.read(typed[field.id] ?? "", field, plan)
      } catch {
        faults.append(Self.fault(field, error))
      }
    }
    guard faults.isEmpty else { throw .faults(faults) }
    return values.filter { !$0.value.isEmpty }
  }

  /// What differs from an entry; the key never does, and the status has its own moves.
  private func differences(
    _ typed: [String: String], _ entry: RegisterEntry, _ definition: RegisterDefinition
  ) -> (changes: [(field: String, value: String)], faults: [FieldFault]) {
    var changes: [(field: String, value: String)] = []
    var faults: [FieldFault] = []
    for field in definition.fields where field.part != .key && field.part != .status {
      guard let text = typed[field.id] else { continue }
      do {
        let value = try RegisterValue.read(text, field, plan)
        if value != entry.text(field) { changes.append((field.id, value)) }
      } catch {
        faults.append(Self.fault(field, error))
      }
    }
    return (changes, faults)
  }

  static func fault(_ field: RegisterField, _ mistake: RegisterValue.Mistake) -> FieldFault {
    FieldFault(field.id, "\(field.label): enter \(mistake.expected).")
  }

  /// Appends all events or none; the first carries the token.
  func append(
    _ events: [RegisterEvent], _ register: String, _ author: Author, _ token: String?
  ) async throws(EventRefusal) {
    do {
      var drafts: [Draft] = []
      for (place, event) in events.enumerated() {
        drafts.append(
          try Draft(
            event, subject: register, by: author,
            token: token.map { place == 0 ? $0 : "\($0)-\(place)" }))
      }
      try await data.ledger.append(drafts)
    } catch {
      throw .ledger(error)
    }
  }
}

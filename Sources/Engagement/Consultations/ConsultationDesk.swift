// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The rules by which a consultation is opened, extended, closed and archived.
///
/// The same request sent twice is recorded once and is no error.
public struct ConsultationDesk: Sendable {
  let data: DataFolder
  let plan: EngagementPlan
  let hooks: ConsultationHooks
  var ledger: Ledger { data.ledger }

  /// The longest text that a reason, a note or a summary can be, in characters.
  public static let longest = 2000

  /// The rules over a data folder and a plan.
  public init(data: DataFolder, plan: EngagementPlan, hooks: ConsultationHooks = .standard) {
    self.data = data
    self.plan = plan
    self.hooks = hooks
  }

  /// Opens a consultation until the end of a day in London.
  ///
  /// - Throws: `ConsultationRefusal` when it has no published form, was opened before, or the day
  ///   is over.
  public func open(
    _ id: String, until day: ConsultationDay, at now: Date, by author: Author,
    token: String? = nil
  ) async throws(ConsultationRefusal) {
    let definition = try definition(id)
    let record = try record(id)
    if record.archivedOn != nil { throw .archived }
    if record.openedOn != nil {
      if record.extensions.isEmpty, record.firstDeadline == day.end { return }
      throw .alreadyOpened
    }
    let forms = try read { () throws(LedgerError) in try ledger.state(FormState.self) }
    guard forms.latest(definition.form) != nil else { throw .noPublishedForm(definition.form) }
    guard day.end > now else { throw .deadlineInThePast(day.end) }
    try await append(.opened(deadline: day.end), to: id, author, token)
  }

  /// Gives people more time: until the end of a later day, for a reason that is public.
  ///
  /// - Throws: `ConsultationRefusal` after archiving, without a reason, or for a day that is over or
  ///   not later than the present one.
  public func extend(
    _ id: String, until day: ConsultationDay, reason: String, at now: Date, by author: Author,
    token: String? = nil
  ) async throws(ConsultationRefusal) {
    let record = try record(id)
    if record.archivedOn != nil { throw .archived }
    if !record.purges.isEmpty { throw .alreadyPurged }
    guard let deadline = record.deadline else { throw .neverOpened }
    let reason = try Self.reason(reason)
    if let last = record.extensions.last, last.to == day.end, last.reason == reason,
      record.closedOn == nil
    {
      return
    }
    guard day.end > now else { throw .deadlineInThePast(day.end) }
    guard day.end > deadline else { throw .deadlineNotLater(deadline) }
    try await append(.extended(deadline: day.end, reason: reason), to: id, author, token)
  }

  /// Closes a consultation before its deadline, and destroys the key of its connections.
  ///
  /// - Throws: `ConsultationRefusal` when it is not open or there is no reason.
  public func close(
    _ id: String, reason: String, at now: Date, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    let record = try record(id)
    let reason = try Self.reason(reason)
    if record.closedOn != nil, record.closings.last?.reason == reason { return }
    guard record.isOpen(at: now) else { throw .notOpen }
    try await append(.closed(reason: reason), to: id, author, token)
    try await destroyKey(of: id)
  }

  /// Keeps a closed consultation for reading only.
  ///
  /// - Throws: `ConsultationRefusal` while it is open or was never opened.
  public func archive(
    _ id: String, at now: Date, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    let record = try record(id)
    if record.archivedOn != nil { return }
    guard let deadline = record.deadline else { throw .neverOpened }
    if record.isOpen(at: now) { throw .stillOpen(until: deadline) }
    try await append(.archived, to: id, author, token)
    if record.keyDestroyedOn == nil { try await destroyKey(of: id) }
  }

  /// Destroys the key of every consultation that has ended since: to be called when the program
  /// starts and once an hour.
  ///
  /// - Returns: the consultations whose key went now.
  /// - Throws: `ConsultationRefusal` when a key cannot be destroyed.
  @discardableResult
  public func settle(at now: Date) async throws(ConsultationRefusal) -> [String] {
    let state = try read { () throws(LedgerError) in try ledger.state(ConsultationState.self) }
    var settled: [String] = []
    for (id, record) in state.records.sorted(by: { $0.key < $1.key })
    where record.keyDestroyedOn == nil && record.endedOn(by: now) != nil {
      try await destroyKey(of: id)
      settled.append(id)
    }
    return settled
  }

  private func destroyKey(of id: String) async throws(ConsultationRefusal) {
    do {
      try await hooks.destroyKey(id, data)
    } catch {
      throw .elsewhere("the key of the connections could not be destroyed: \(error)")
    }
    try await append(.keyDestroyed, to: id, .program, nil)
  }
}

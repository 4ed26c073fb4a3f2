// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The life of one consultation so far.
public struct ConsultationRecord: Sendable, Equatable {
  /// When it opened, when it has.
  public var openedOn: Date?
  /// The last moment at which it takes responses.
  public var deadline: Date?
  /// The deadline that was announced when it opened.
  public var firstDeadline: Date?
  /// Every move of the deadline, oldest first.
  public var extensions: [Extension] = []
  /// When it was closed by hand and stays so; an extension opens it again.
  public var closedOn: Date?
  /// Every time it was closed by hand.
  public var closings: [Closing] = []
  /// When it was archived, when it was.
  public var archivedOn: Date?
  /// When the key of its connections was destroyed, when it was.
  public var keyDestroyedOn: Date?
  /// Evidence for any duty, oldest first.
  public var evidence: [Noted<DutyEvidence>] = []
  /// Verdicts on any duty, oldest first.
  public var verdicts: [Noted<DutyVerdict>] = []
  /// Mid-point reviews, oldest first.
  public var reviews: [Noted<MidPointReview>] = []
  /// What was agreed after reviews, oldest first.
  public var actions: [Noted<ReviewAction>] = []
  /// What was said when an action was done, by its id.
  public var done: [String: Noted<String>] = [:]
  /// Tables that stay after the answers are erased, as JSON.
  public var tables: Noted<String>?
  /// The erasures of personal data.
  public var purges: [Noted<PurgeCertificate>] = []

  /// A record to which nothing has happened.
  public init() {}

  /// A move of the deadline.
  public struct Extension: Sendable, Equatable {
    /// The deadline before.
    public var from: Date?
    /// The new deadline.
    public var to: Date
    /// When it was recorded.
    public var on: Date
    /// Why, in words that name nobody.
    public var reason: String
    /// Whether it had closed, and this opened it again.
    public var reopened = false
  }

  /// A close by hand, before or at the deadline.
  public struct Closing: Sendable, Equatable {
    /// When it was recorded.
    public var on: Date
    /// Why, in words that name nobody.
    public var reason: String
  }

  /// Whether it takes responses at a time.
  public func isOpen(at time: Date) -> Bool {
    guard let openedOn, let deadline, closedOn == nil, archivedOn == nil else { return false }
    return openedOn <= time && time <= deadline
  }

  /// When it stopped taking responses, or nil when it has not by a time.
  public func endedOn(by time: Date) -> Date? {
    guard let openedOn, openedOn <= time else { return nil }
    if let closedOn { return min(closedOn, deadline ?? closedOn) }
    if let deadline, deadline < time { return deadline }
    return archivedOn
  }

  /// Where it is in its life at a time.
  public func phase(at time: Date) -> ConsultationPhase {
    if archivedOn != nil { return .archived }
    guard openedOn != nil else { return .planned }
    return isOpen(at: time) ? .open : .closed
  }

  /// The evidence for a duty, oldest first.
  public func evidence(for duty: String) -> [Noted<DutyEvidence>] {
    evidence.filter { $0.what.duty == duty }
  }

  /// The last verdict on a duty.
  public func verdict(on duty: String) -> Noted<DutyVerdict>? {
    verdicts.last { $0.what.duty == duty }
  }

  mutating func apply(_ event: ConsultationEvent, _ entry: Entry) {
    switch event {
    case .opened(let deadline):
      openedOn = entry.time
      self.deadline = deadline
      firstDeadline = deadline
    case .extended(let deadline, let reason): extend(to: deadline, reason, entry)
    case .closed(let reason):
      closedOn = entry.time
      closings.append(Closing(on: entry.time, reason: reason))
    case .archived: archivedOn = entry.time
    case .keyDestroyed: keyDestroyedOn = entry.time
    case .evidenceAdded(let added): evidence.append(Noted(added, entry))
    case .verdictGiven(let verdict): verdicts.append(Noted(verdict, entry))
    case .reviewed(let review): reviews.append(Noted(review, entry))
    case .actionAgreed(let action): actions.append(Noted(action, entry))
    case .actionDone(let action, let note): done[action] = Noted(note, entry)
    case .tabulated(let tables): self.tables = Noted(tables, entry)
    case .purged(let certificate): purges.append(Noted(certificate, entry))
    }
  }

  private mutating func extend(to deadline: Date, _ reason: String, _ entry: Entry) {
    extensions.append(
      Extension(
        from: self.deadline, to: deadline, on: entry.time, reason: reason,
        reopened: closedOn != nil || (self.deadline.map { $0 < entry.time } ?? false)))
    self.deadline = deadline
    closedOn = nil
    keyDestroyedOn = nil
  }
}

/// Where a consultation is in its life.
public enum ConsultationPhase: String, Sendable, CaseIterable {
  case planned, open, closed, archived

  /// The word for it on a page.
  public var label: String {
    switch self {
    case .planned: "Not open yet"
    case .open: "Open"
    case .closed: "Closed"
    case .archived: "Archived"
    }
  }
}

/// Something that was recorded, with when and by whom.
public struct Noted<What: Sendable & Equatable>: Sendable, Equatable {
  /// What was recorded.
  public let what: What
  /// When it was recorded.
  public let on: Date
  /// Who recorded it, by account and role.
  public let by: Author

  init(_ what: What, _ entry: Entry) {
    self.what = what
    on = entry.time
    by = entry.author
  }
}

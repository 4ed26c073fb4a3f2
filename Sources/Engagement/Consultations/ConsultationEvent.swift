// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to a consultation; its id is the subject of the entry.
public enum ConsultationEvent: EventFamily {
  public static let family = "consultation"

  /// It takes responses, until a deadline unless that is extended.
  case opened(deadline: Date)
  /// The deadline was moved, with a reason that is public.
  case extended(deadline: Date, reason: String)
  /// It takes no more responses, although its deadline may not be reached.
  case closed(reason: String)
  /// It is kept for reading only.
  case archived
}

/// The life of every consultation.
public struct ConsultationState: Fold {
  public typealias Event = ConsultationEvent
  /// By the id of the consultation.
  public private(set) var records: [String: ConsultationRecord] = [:]

  public init() {}

  public mutating func apply(_ event: ConsultationEvent, _ entry: Entry) {
    var record = records[entry.subject] ?? ConsultationRecord()
    switch event {
    case .opened(let deadline):
      record.openedOn = entry.time
      record.deadline = deadline
    case .extended(let deadline, let reason):
      record.extensions.append(
        .init(from: record.deadline, to: deadline, on: entry.time, reason: reason))
      record.deadline = deadline
    case .closed: record.closedOn = entry.time
    case .archived: record.archivedOn = entry.time
    }
    records[entry.subject] = record
  }

  /// Whether a consultation takes responses at a time.
  public func isOpen(_ consultation: String, at time: Date) -> Bool {
    guard let record = records[consultation] else { return false }
    return record.isOpen(at: time)
  }
}

/// The life of one consultation so far.
public struct ConsultationRecord: Sendable, Equatable {
  public var openedOn: Date?
  public var deadline: Date?
  public var extensions: [Extension] = []
  public var closedOn: Date?
  public var archivedOn: Date?

  /// A move of the deadline.
  public struct Extension: Sendable, Equatable {
    public var from: Date?
    public var to: Date
    public var on: Date
    public var reason: String
  }

  /// Whether it takes responses at a time.
  public func isOpen(at time: Date) -> Bool {
    guard let openedOn, let deadline, closedOn == nil else { return false }
    return openedOn <= time && time <= deadline
  }
}

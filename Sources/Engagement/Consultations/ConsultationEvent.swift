// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to a consultation; its id is the subject of the entry.
public enum ConsultationEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "consultation"

  /// It takes responses, until a deadline unless that is extended.
  case opened(deadline: Date)
  /// The deadline was moved, with a reason that is public; after an early close this opens it again.
  case extended(deadline: Date, reason: String)
  /// It takes no more responses, although its deadline may not be reached.
  case closed(reason: String)
  /// It is kept for reading only.
  case archived
  /// The key that linked connections during it is gone.
  case keyDestroyed
  /// Something that shows how a duty was met.
  case evidenceAdded(DutyEvidence)
  /// A named person says whether a duty is met.
  case verdictGiven(DutyVerdict)
  /// Who had responded so far, compared with who lives there.
  case reviewed(MidPointReview)
  /// Something to be done after a review.
  case actionAgreed(ReviewAction)
  case actionDone(action: String, note: String)
  /// Tables without personal data, as JSON, which stay when the answers are erased.
  case tabulated(tables: String)
  /// The personal data was erased, as the rule of the consultation says.
  case purged(PurgeCertificate)
}

/// The life of every consultation.
public struct ConsultationState: Fold {
  /// The events that it takes.
  public typealias Event = ConsultationEvent
  /// By the id of the consultation.
  public private(set) var records: [String: ConsultationRecord] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ConsultationEvent, _ entry: Entry) {
    records[entry.subject, default: ConsultationRecord()].apply(event, entry)
  }

  /// Whether a consultation takes responses at a time.
  public func isOpen(_ consultation: String, at time: Date) -> Bool {
    guard let record = records[consultation] else { return false }
    return record.isOpen(at: time)
  }

  /// What has happened to a consultation; an empty record when nothing has.
  public func record(_ consultation: String) -> ConsultationRecord {
    records[consultation] ?? ConsultationRecord()
  }
}

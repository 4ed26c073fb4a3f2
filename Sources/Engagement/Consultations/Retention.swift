// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Ledger

/// How long personal data of a consultation is kept.
public enum Retention {
  /// When the personal data is to go: so many months after it closed; nil while it has not.
  public static func dueOn(
    _ definition: ConsultationDefinition, _ record: ConsultationRecord, at time: Date
  ) -> Date? {
    record.endedOn(by: time).map { ConsultationDay.months(definition.retentionMonths, after: $0) }
  }

  /// The consultations whose personal data is to go by a time and has not gone.
  public static func due(
    at time: Date, plan: EngagementPlan, state: ConsultationState
  ) -> [ConsultationDefinition] {
    plan.consultations.filter { definition in
      let record = state.record(definition.id)
      guard record.purges.isEmpty, let due = dueOn(definition, record, at: time) else {
        return false
      }
      return due <= time
    }
  }

  /// The rule of a consultation in words.
  public static func rule(_ definition: ConsultationDefinition) -> String {
    let months = definition.retentionMonths
    return "Personal data is erased \(months) \(months == 1 ? "month" : "months") after it closes."
  }
}

/// What was erased, when the rule of a consultation asked for it.
public struct PurgeCertificate: Codable, Sendable, Equatable {
  /// Responses that stay counted.
  public var responses: Int
  /// Texts with answers, every revision and second keying counted.
  public var answers: Int
  /// Texts that other parts kept of them.
  public var otherTexts: Int
  /// Responses that were begun and not sent.
  public var drafts: Int
  /// Contact details that belonged to it.
  public var contacts: Int
  /// Answers about equality.
  public var equality: Int
  /// When it was due.
  public var due: Date
  /// The rule in words.
  public var rule: String
  /// The last entry of the ledger before, and its digest: the chain up to there is as it was.
  public var anchorSequence: Int64
  /// The digest of that entry.
  public var anchorDigest: String
}

/// Every text with answers that a consultation ever had, by its id.
struct AnswerTexts: Fold {
  typealias Event = ResponseEvent
  private(set) var byConsultation: [String: [String]] = [:]

  init() {}

  mutating func apply(_ event: ResponseEvent, _ entry: Entry) {
    switch event {
    case .submitted(let response): note(response.answers, entry)
    case .revised(_, let answers, _, _): note(answers, entry)
    case .keyingResolved(_, let answers, _): note(answers, entry)
    case .keyedAgain(_, let answers, _): note(answers, entry)
    case .flagged, .excluded, .reinstated, .erased: break
    }
  }

  private mutating func note(_ answers: ContentReference, _ entry: Entry) {
    byConsultation[entry.subject, default: []].append(answers.id)
  }
}

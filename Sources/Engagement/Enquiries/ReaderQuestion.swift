// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to a question about a word; its random id is the subject of the entry.
public enum ReaderQuestionEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "reader-question"

  /// Somebody did not understand a word. What they typed is beside the chain ("reader-question").
  case asked(ContentReference)
  /// It was explained; the word and the explanation are public from now on.
  case explained(term: String, explanation: String)
  /// It is not a word to be explained; what was typed is erased.
  case setAside(reason: String)
}

/// Every question about a word.
public struct ReaderQuestionState: Fold {
  /// The events of this fold.
  public typealias Event = ReaderQuestionEvent
  /// By id.
  public private(set) var records: [String: ReaderQuestionRecord] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ReaderQuestionEvent, _ entry: Entry) {
    switch event {
    case .asked(let text):
      records[entry.subject] = ReaderQuestionRecord(
        id: entry.subject, text: text, askedOn: entry.time)
    case .explained(let term, let explanation):
      records[entry.subject]?.term = term
      records[entry.subject]?.explanation = explanation
      records[entry.subject]?.explainedOn = entry.time
    case .setAside(let reason): records[entry.subject]?.setAside = reason
    }
  }

  /// Those that are public, the newest first.
  public var explained: [ReaderQuestionRecord] {
    records.values.filter { $0.explainedOn != nil }.sorted {
      ($0.explainedOn ?? $0.askedOn, $0.id) > ($1.explainedOn ?? $1.askedOn, $1.id)
    }
  }

  /// Those that wait, the oldest first.
  public var waiting: [ReaderQuestionRecord] {
    records.values.filter { $0.explainedOn == nil && $0.setAside == nil }.sorted {
      ($0.askedOn, $0.id) < ($1.askedOn, $1.id)
    }
  }
}

/// One question about a word.
public struct ReaderQuestionRecord: Sendable, Equatable {
  /// Its id.
  public let id: String
  /// What was said.
  public let text: ContentReference
  /// When it was asked.
  public let askedOn: Date
  /// The word, once it is explained.
  public var term: String?
  /// What the word means.
  public var explanation: String?
  /// When it was explained.
  public var explainedOn: Date?
  /// Why it was not explained, when it was set aside.
  public var setAside: String?
}

// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every enquiry, without who asked and what was said.
public struct EnquiryState: Fold {
  /// The events of this fold.
  public typealias Event = EnquiryEvent
  /// By id.
  public private(set) var records: [String: EnquiryRecord] = [:]
  /// The id of an enquiry by its reference.
  public private(set) var byReference: [String: String] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: EnquiryEvent, _ entry: Entry) {
    if case .received(let reference, let kind, let message) = event {
      byReference[reference] = entry.subject
      records[entry.subject] = EnquiryRecord(
        id: entry.subject, reference: reference, kind: kind, message: message,
        receivedOn: entry.time)
      return
    }
    guard var record = records[entry.subject] else { return }
    switch event {
    case .received: break
    case .sorted(let kind): record.kind = kind
    case .assigned(let account): record.assignee = account
    case .noted(let note): record.notes.append(.init(text: note, on: entry.time))
    case .answered(let text, let way):
      record.answers.append(.init(text: text, on: entry.time, way: way))
    case .closed(let outcome):
      record.closedOn = entry.time
      record.outcome = outcome
    case .erased(let reason): record.erasure = reason
    }
    records[entry.subject] = record
  }

  /// All, the longest waiting first.
  public var inOrder: [EnquiryRecord] {
    records.values.sorted { ($0.receivedOn, $0.id) < ($1.receivedOn, $1.id) }
  }
}

/// One enquiry and what was done about it.
public struct EnquiryRecord: Sendable, Equatable {
  /// Its id.
  public let id: String
  /// What the person can quote, such as "ENQ-7K2M-Q4WT".
  public let reference: String
  /// What kind it is.
  public var kind: EnquiryKind
  /// What was asked, beside the chain.
  public let message: ContentReference
  /// When it came.
  public let receivedOn: Date
  /// The account that sees to it.
  public var assignee: String?
  /// Notes for colleagues.
  public var notes: [Note] = []
  /// The answers that were given.
  public var answers: [Answer] = []
  /// When it was closed.
  public var closedOn: Date?
  /// How it ended.
  public var outcome: EnquiryOutcome?
  /// Why who asked and what was said are gone, when they are.
  public var erasure: String?

  /// A note for colleagues.
  public struct Note: Sendable, Equatable {
    /// What was said.
    public let text: ContentReference
    /// When it was recorded.
    public let on: Date
  }

  /// An answer that was given.
  public struct Answer: Sendable, Equatable {
    /// What was said.
    public let text: ContentReference
    /// When it was recorded.
    public let on: Date
    /// How it was given.
    public let way: AnswerWay
  }

  /// How far it has come, in words for the person who asked.
  public var stateLabel: String {
    if closedOn != nil { return outcome?.label ?? "Closed" }
    if !answers.isEmpty { return "Answered" }
    return assignee == nil ? "Received" : "Somebody is working on an answer"
  }

  /// Whether the office still has to answer.
  public var isWaiting: Bool { answers.isEmpty && closedOn == nil }

  /// Every text that belongs to it.
  public var contents: [String] {
    [message.id] + notes.map(\.text.id) + answers.map(\.text.id)
  }
}

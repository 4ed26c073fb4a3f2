// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every news item.
public struct NewsState: Fold {
  /// The events of this fold.
  public typealias Event = NewsEvent
  /// By id.
  public private(set) var records: [String: NewsRecord] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: NewsEvent, _ entry: Entry) {
    switch event {
    case .drafted(let article):
      records[entry.subject] = NewsRecord(
        id: entry.subject, article: article, draftedOn: entry.time, updatedOn: entry.time)
    case .edited(let article): change(entry) { $0.article = article }
    case .published: change(entry) { $0.publishedOn = entry.time }
    case .corrected(let article, let whatChanged):
      change(entry) {
        $0.corrections.append(.init(on: entry.time, whatChanged: whatChanged, before: $0.article))
        $0.article = article
      }
    case .withdrawn(let reason):
      change(entry) { $0.withdrawal = .init(on: entry.time, reason: reason) }
    }
  }

  private mutating func change(_ entry: Entry, _ body: (inout NewsRecord) -> Void) {
    guard var record = records[entry.subject] else { return }
    body(&record)
    record.updatedOn = entry.time
    records[entry.subject] = record
  }

  /// What can be read, newest first.
  public var published: [NewsRecord] {
    records.values.filter { $0.status == .published }.sorted { one, other in
      (one.publishedOn ?? one.draftedOn, one.id) > (other.publishedOn ?? other.draftedOn, other.id)
    }
  }

  /// Everything, the last touched first.
  public var all: [NewsRecord] {
    records.values.sorted { ($0.updatedOn, $0.id) > ($1.updatedOn, $1.id) }
  }
}

/// A news item with what happened to it.
public struct NewsRecord: Sendable, Equatable {
  /// Its id.
  public let id: String
  /// What it says now.
  public var article: NewsArticle
  /// When it was first drafted.
  public let draftedOn: Date
  /// When it was published, if it was.
  public var publishedOn: Date?
  /// When anything last happened to it.
  public var updatedOn: Date
  /// What was changed since it was published, in order.
  public var corrections: [Correction] = []
  /// Why and when it was withdrawn, if it was.
  public var withdrawal: Withdrawal?

  /// A change to what was published.
  public struct Correction: Sendable, Equatable {
    /// When it was recorded.
    public let on: Date
    /// What was changed, in words for readers.
    public let whatChanged: String
    /// What it said until then.
    public let before: NewsArticle
  }

  /// Why it is no longer shown.
  public struct Withdrawal: Sendable, Equatable {
    /// When it was recorded.
    public let on: Date
    /// The reason, in words for readers.
    public let reason: String
  }

  /// How far it has come.
  public enum Status: String, Sendable { case draft, published, withdrawn }

  /// How far it has come.
  public var status: Status {
    if withdrawal != nil { return .withdrawn }
    return publishedOn == nil ? .draft : .published
  }
}

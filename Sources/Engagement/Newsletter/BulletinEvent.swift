// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to a bulletin; its id is the subject of the entry.
public enum BulletinEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "bulletin"

  /// It was put together from what there was.
  case drafted(BulletinDraft)
  case edited(BulletinDraft)
  /// Somebody answers for it; it cannot be edited after that.
  case signedOff
  /// Sending began to so many subscribers; from now on it can be read by everybody.
  case sendingBegan(recipients: Int, origin: String)
  /// Everybody was tried. Only counts are kept of who got it.
  case sent(delivered: Int, nothingForThem: Int, notDelivered: Int)
}

/// What a bulletin says.
public struct BulletinDraft: Codable, Sendable, Equatable {
  /// Its title.
  public var title: String
  /// Markdown in front of the items.
  public var introduction: String
  /// What is in it, in order.
  public var items: [BulletinItem]

  /// A bulletin with its items in order.
  public init(title: String, introduction: String, items: [BulletinItem]) {
    self.title = title
    self.introduction = introduction
    self.items = items
  }
}

/// One thing in a bulletin.
public struct BulletinItem: Codable, Sendable, Equatable {
  /// What kind it is.
  public var kind: Kind
  /// Its title.
  public var title: String
  /// In a sentence or two.
  public var summary: String
  /// The path of its page.
  public var path: String
  /// The ids of the workstreams it is about or for.
  public var workstreams: [String]
  /// The ids of the areas it is about or for.
  public var areas: [String]

  /// An item that leads to a page.
  public init(
    kind: Kind, title: String, summary: String, path: String, workstreams: [String] = [],
    areas: [String] = []
  ) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.path = path
    self.workstreams = workstreams
    self.areas = areas
  }

  /// The kinds of item, in the order of a bulletin.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case consultation
    case event
    case news
    case document

    /// The heading above them.
    public var heading: String {
      switch self {
      case .consultation: "Have your say"
      case .event: "Come along"
      case .news: "News"
      case .document: "New documents"
      }
    }
  }
}

/// Every bulletin.
public struct BulletinState: Fold {
  /// The events of this fold.
  public typealias Event = BulletinEvent
  /// The records by id.
  public private(set) var records: [String: BulletinRecord] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: BulletinEvent, _ entry: Entry) {
    if case .drafted(let draft) = event {
      records[entry.subject] = BulletinRecord(
        id: entry.subject, draft: draft, draftedOn: entry.time)
      return
    }
    guard var record = records[entry.subject] else { return }
    switch event {
    case .drafted: break
    case .edited(let draft): record.draft = draft
    case .signedOff: record.signedOffOn = entry.time
    case .sendingBegan(let recipients, let origin):
      record.sendingBeganOn = entry.time
      record.recipients = recipients
      record.origin = origin
    case .sent(let delivered, let nothing, let missed):
      record.sentOn = entry.time
      record.counts = .init(delivered: delivered, nothingForThem: nothing, notDelivered: missed)
    }
    records[entry.subject] = record
  }

  /// Those that everybody can read, the newest first.
  public var published: [BulletinRecord] { all.filter { $0.sendingBeganOn != nil } }

  /// All, the newest first.
  public var all: [BulletinRecord] {
    records.values.sorted { ($0.draftedOn, $0.id) > ($1.draftedOn, $1.id) }
  }
}

/// One bulletin and how far it has come.
public struct BulletinRecord: Sendable, Equatable {
  /// Its id.
  public let id: String
  /// What it says now.
  public var draft: BulletinDraft
  /// When it was first drafted.
  public let draftedOn: Date
  /// When somebody answered for it.
  public var signedOffOn: Date?
  /// When sending began.
  public var sendingBeganOn: Date?
  /// How many were on the list when sending began.
  public var recipients = 0
  /// The scheme and host of the links in its mails.
  public var origin = ""
  /// When everybody had been tried.
  public var sentOn: Date?
  /// What it counts, or how many got it.
  public var counts: Counts?

  /// How many got it.
  public struct Counts: Sendable, Equatable {
    /// How many it was delivered to.
    public let delivered: Int
    /// How many had asked for nothing that was in it.
    public let nothingForThem: Int
    /// How many could not be reached.
    public let notDelivered: Int
  }

  /// How far it has come, in words.
  public var stateLabel: String {
    if sentOn != nil { return "Sent" }
    if sendingBeganOn != nil { return "Being sent" }
    return signedOffOn == nil ? "Draft" : "Signed off, not sent"
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to a campaign; its random id is the subject of the entry.
public enum CampaignEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "campaign"

  /// It is planned, or its plan changed.
  case planned(PublicityCampaign)
  /// Somebody stated how many it reached.
  case reachStated(ReachStatement)
  /// What was learnt from it.
  case evaluated(String)
  /// Whether it goes on, and why.
  case decided(extendedTo: String?, reason: String)
}

/// A campaign in one channel.
public struct PublicityCampaign: Codable, Sendable, Equatable {
  /// The name.
  public var name: String
  /// Such as "local radio", "bus backs", "pharmacy bags".
  public var channel: String
  /// Calendar days as "2018-02-14"; the end may be open.
  public var starts: String
  /// The last day, if it is known.
  public var ends: String?
  /// What it asked people to do.
  public var aim: String

  /// A campaign by name, channel and days.
  public init(name: String, channel: String, starts: String, ends: String?, aim: String) {
    self.name = name
    self.channel = channel
    self.starts = starts
    self.ends = ends
    self.aim = aim
  }
}

/// A figure of reach, which is never more than what somebody said.
public struct ReachStatement: Codable, Sendable, Equatable {
  /// The figure.
  public var figure: Int
  /// What was counted, such as "leaflets handed out".
  public var counts: String
  /// The organisation that said so.
  public var saidBy: String

  /// A figure, what it counts and who said so.
  public init(figure: Int, counts: String, saidBy: String) {
    self.figure = figure
    self.counts = counts
    self.saidBy = saidBy
  }
}

/// Every campaign.
public struct CampaignState: Fold {
  /// The events of this fold.
  public typealias Event = CampaignEvent
  /// By id.
  public private(set) var records: [String: CampaignRecord] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: CampaignEvent, _ entry: Entry) {
    if case .planned(let campaign) = event, records[entry.subject] == nil {
      records[entry.subject] = CampaignRecord(id: entry.subject, campaign: campaign)
      return
    }
    guard var record = records[entry.subject] else { return }
    switch event {
    case .planned(let campaign): record.campaign = campaign
    case .reachStated(let statement): record.reach.append(.init(what: statement, on: entry.time))
    case .evaluated(let text): record.evaluations.append(.init(what: text, on: entry.time))
    case .decided(let day, let reason):
      record.decisions.append(.init(what: reason, on: entry.time))
      if let day { record.campaign.ends = day }
    }
    records[entry.subject] = record
  }

  /// All, the last started first.
  public var inOrder: [CampaignRecord] {
    records.values.sorted { ($0.campaign.starts, $0.id) > ($1.campaign.starts, $1.id) }
  }
}

/// One campaign and what was said of it.
public struct CampaignRecord: Sendable, Equatable {
  /// Its id.
  public let id: String
  /// The plan of it.
  public var campaign: PublicityCampaign
  /// What was stated of its reach.
  public var reach: [Dated<ReachStatement>] = []
  /// What was learnt.
  public var evaluations: [Dated<String>] = []
  /// What was decided.
  public var decisions: [Dated<String>] = []

  /// Something that was recorded at a time.
  public struct Dated<What: Sendable & Equatable>: Sendable, Equatable {
    /// What was recorded.
    public let what: What
    /// When it was recorded.
    public let on: Date
  }
}

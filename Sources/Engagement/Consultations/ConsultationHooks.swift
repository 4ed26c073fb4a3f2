// SPDX-License-Identifier: Apache-2.0

import Analysis
public import Ledger

/// Where other parts of the program come in: each is a function that can be put in place of the
/// standard one.
public struct ConsultationHooks: Sendable {
  /// Groups of texts that are the same or nearly so, by their ids.
  public var findGroups: @Sendable ([(id: String, text: String)]) -> [[String]]
  /// The interval of a share, by count and total; nil when there is nothing to count.
  public var interval: @Sendable (Int, Int) -> (low: Double, high: Double)?
  /// Destroys the key that linked connections during a consultation.
  public var destroyKey: @Sendable (_ consultation: String, DataFolder) async throws -> Void
  /// Tables of a consultation without personal data, as JSON.
  public var tabulate:
    @Sendable (_ consultation: String, DataFolder, EngagementPlan) async throws -> String
  /// The ids of texts beside the chain that other families keep of a consultation.
  public var otherContents: @Sendable (_ consultation: String, DataFolder) async throws -> [String]
  /// The kinds of private records that belong to a consultation.
  public var tiedRecords: [TiedRecords]

  /// What works without any other part.
  public static let standard = ConsultationHooks(
    findGroups: { texts in
      CampaignFinder().campaigns(in: texts.map(\.text)).map { campaign in
        campaign.members.map { texts[$0].id }
      }
    },
    interval: { Representation.interval($0, of: $1) },
    destroyKey: { consultation, data in
      try await data.drafts.remove(kind: "connection-key", id: consultation)
    },
    tabulate: { consultation, data, _ in
      try ClosedCounts(consultation, data.ledger).json
    },
    otherContents: { _, _ in [] },
    tiedRecords: [
      TiedRecords(.drafts, kind: "response-draft"),
      TiedRecords(.equality, kind: "equality"),
    ])
}

/// Private records that say in a field `consultation` to which one they belong.
public struct TiedRecords: Sendable, Equatable {
  /// The store in which they are.
  public let place: Place
  /// Their kind in the store.
  public let kind: String

  /// Records of a kind in a store.
  public init(_ place: Place, kind: String) {
    self.place = place
    self.kind = kind
  }

  /// The stores beside the ledger.
  public enum Place: String, Sendable, CaseIterable {
    case drafts, contacts, equality
  }

  /// The ids of those of a consultation.
  ///
  /// - Throws: `LedgerError`.
  func ids(of consultation: String, in data: DataFolder) throws(LedgerError) -> [String] {
    try store(in: data).all(Tag.self, kind: kind)
      .filter { $0.record.consultation == consultation }.map(\.id)
  }

  func store(in data: DataFolder) -> PrivateStore {
    switch place {
    case .drafts: data.drafts
    case .contacts: data.contacts
    case .equality: data.equality
    }
  }

  /// What is read of a record; one of another shape belongs to nothing.
  private struct Tag: Decodable {
    let consultation: String?

    enum Keys: String, CodingKey { case consultation }

    init(from decoder: any Decoder) {
      let fields = try? decoder.container(keyedBy: Keys.self)
      consultation = try? fields?.decode(String.self, forKey: .consultation)
    }
  }
}

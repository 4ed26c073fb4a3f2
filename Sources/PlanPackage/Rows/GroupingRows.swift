// SPDX-License-Identifier: Apache-2.0

/// Clusters, hubs and systems: what is asked of them, what was changed by hand, what was published.
public struct GroupingRows: Sendable {
  /// The tiers, lowest first.
  public let tiers: [GroupingRow]
  /// What is preferred of each tier.
  public let preferences: [GroupingPreferenceRow]
  /// Neighbourhoods moved by hand, in order.
  public let changes: [GroupChangeRow]
  /// Groupings that others have published.
  public let published: [PublishedGroupingRow]
  /// Their groups, as far as they are named.
  public let publishedGroups: [PublishedGroupRow]

  init(_ rows: (String) -> [Row]) {
    tiers = rows("groupings").map(GroupingRow.init)
    preferences = rows("grouping-preferences").compactMap(GroupingPreferenceRow.init)
    changes = rows("group-changes").map(GroupChangeRow.init)
    published = rows("published-groupings").map(PublishedGroupingRow.init)
    publishedGroups = rows("published-groups").map(PublishedGroupRow.init)
  }
}

/// A tier of groups that people are cared for in.
public struct GroupingRow: Sendable {
  /// The word in `madeOf` for a tier that is made of neighbourhoods.
  public static let neighbourhoods = "neighbourhoods"

  /// Permanent name.
  public let id: String
  /// Name of the groups for a reader.
  public let name: String
  /// The word for one of them.
  public let one: String
  /// Letters before the number of a group.
  public let label: String
  /// What is grouped: neighbourhoods, or the groups of another tier.
  public let madeOf: String
  /// The fact that is the fewest people; may be empty.
  public let floor: String
  /// The fact that is the most people.
  public let ceiling: String
  /// The fact that is how many to make; may be empty.
  public let count: String
  /// What the search begins from.
  public let seed: Int
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    one = row["one"]
    label = row["label"]
    madeOf = row["made_of"]
    floor = row["floor"]
    ceiling = row["ceiling"]
    count = row["count"]
    seed = Int(row["seed"]) ?? 0
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// What is preferred of the groups of a tier.
public struct GroupingPreferenceRow: Sendable {
  /// What can be preferred.
  public enum Preference: String, Sendable, CaseIterable {
    case compactness, contiguity, towns, commissioners, growth
    case existingGroups = "existing-groups"
    case deprivationBalance = "deprivation-balance"
  }

  /// The tier.
  public let grouping: String
  /// What is preferred.
  public let preference: Preference
  /// Average kilometres worth going to have it; nil when it may not be broken.
  public let weight: Double?
  /// Why it matters so much.
  public let reason: String
  /// Where the row comes from.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let preference = Preference(rawValue: row["preference"]) else { return nil }
    self.preference = preference
    grouping = row["grouping"]
    weight = Double(row["weight"])
    reason = row["reason"]
    source = row["source"]
    self.row = row.number
  }
}

/// A neighbourhood moved by hand after the groups were worked out.
public struct GroupChangeRow: Sendable {
  /// The tier.
  public let grouping: String
  /// The code of the neighbourhood that moves.
  public let area: String
  /// The code of a neighbourhood whose group it joins.
  public let to: String
  /// Why.
  public let reason: String
  /// Who says so.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    grouping = row["grouping"]
    area = row["area"]
    to = row["to"]
    reason = row["reason"]
    source = row["source"]
    self.row = row.number
  }
}

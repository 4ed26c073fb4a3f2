// SPDX-License-Identifier: Apache-2.0

/// A hurdle criterion.
public struct RuleRow: Sendable {
  /// How a set of sites is judged.
  public enum Kind: String, CaseIterable, Sendable {
    /// Between so many sites and so many.
    case numberOfSites = "number-of-sites"
    /// All of these sites are open.
    case requiresSite = "requires-site"
    /// None of these sites is open.
    case excludesSite = "excludes-site"
    /// Not all of these sites are open.
    case notTogether = "not-together"
    /// At most so many sites of one group are open.
    case atMostPerGroup = "at-most-per-group"
    /// Every open site has a capability.
    case capability
    /// A standard is met.
    case standard
  }

  /// The lists between which hurdles stand.
  public enum Stage: String, CaseIterable, Sendable {
    /// From the long list to the medium list.
    case longList = "long-list"
    /// From the medium list to the shortlist.
    case mediumList = "medium-list"
  }

  /// The service.
  public let service: String
  /// Permanent name.
  public let id: String
  /// The order in which hurdles are applied.
  public let order: Int
  /// Which list it is applied to.
  public let stage: Stage
  /// The hurdle in plain English.
  public let label: String
  /// How a set of sites is judged.
  public let kind: Kind
  /// The sites concerned.
  public let sites: [String]
  /// The fewest.
  public let low: Int?
  /// The most.
  public let high: Int?
  /// What every open site has to have.
  public let capability: String
  /// The id of a standard.
  public let standard: String
  /// stated, inferred or assumed.
  public let basis: String
  /// Why, in plain English.
  public let reason: String
  /// Where it is stated.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]), let stage = Stage(rawValue: row["stage"]) else {
      return nil
    }
    self.kind = kind
    self.stage = stage
    service = row["service"]
    id = row["id"]
    order = Int(row["order"]) ?? 0
    label = row["label"]
    sites = row.list("sites")
    low = Int(row["low"])
    high = Int(row["high"])
    capability = row["capability"]
    standard = row["standard"]
    basis = row["basis"]
    reason = row["reason"]
    source = row["source"]
    self.row = row.number
  }
}

/// A set of sites that somebody has proposed, chosen or seen happen.
public struct ConfigurationRow: Sendable {
  /// How far a configuration got.
  public enum Stage: String, CaseIterable, Sendable {
    /// How things are.
    case current
    /// On the long list.
    case longList = "long-list"
    /// On the medium list.
    case mediumList = "medium-list"
    /// On the shortlist.
    case shortlist
    /// Decided.
    case decided
    /// What came about.
    case happened
    /// Asked for by others.
    case campaign
  }

  /// The service.
  public let service: String
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// The candidates that are open.
  public let sites: [String]
  /// How far it got.
  public let stage: Stage
  /// Who proposed it.
  public let source: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let stage = Stage(rawValue: row["stage"]) else { return nil }
    self.stage = stage
    service = row["service"]
    id = row["id"]
    name = row["name"]
    sites = row.list("sites")
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A plan that has been read and checked: its tables, its pages and its scenarios.
public struct Plan: Sendable {
  public let metadata: PlanMetadata
  public let sources: [Source]
  /// Stated facts with every place in which each is printed.
  public let facts: [Fact]
  public let derived: [DerivedRow]
  public let relations: [Relation]
  public let assumptions: [AssumptionRow]
  public let acknowledgements: [Acknowledgement]
  public let glossary: [GlossaryRow]
  public let themes: [ThemeRow]
  public let workstreams: [WorkstreamRow]
  public let items: [WorkstreamItemRow]
  public let organisations: [OrganisationRow]
  public let people: [PersonRow]
  public let ambitions: [AmbitionRow]
  public let milestones: [MilestoneRow]
  public let listItems: [ListItemRow]
  public let sites: [SiteRow]
  public let rates: [RateRow]
  public let lines: [FinanceLineRow]
  public let pools: [PoolRow]
  public let schemes: [SchemeRow]
  public let pictures: [PictureRow]
  /// In order of section, order and name.
  public let pages: [Page]
  /// In order of id.
  public let scenarios: [Scenario]
  /// Where each stated, derived or assumed fact is written.
  public let factPlaces: [FactID: Finding.Place]
  /// Every file that was read, with its bytes, in order of path.
  public let files: [PlanFile]
  /// The scenario that has been applied, or nil.
  public let scenario: Scenario?

  init(
    metadata: PlanMetadata, tables: [String: Table], pages: [Page], scenarios: [Scenario],
    files: [PlanFile], scenario: Scenario?
  ) {
    func rows(_ name: String) -> [Row] { tables[name]?.rows ?? [] }
    self.metadata = metadata
    self.pages = pages.sorted { ($0.section, $0.order, $0.name) < ($1.section, $1.order, $1.name) }
    self.scenarios = scenarios.sorted { $0.id < $1.id }
    self.files = files
    self.scenario = scenario
    sources = rows("sources").map(Source.init)
    let further = Dictionary(grouping: rows("citations"), by: { $0["fact"] })
    facts = rows("facts").compactMap { row in
      Fact(row, further: (further[row["id"]] ?? []).map(Citation.init))
    }
    derived = rows("derived").compactMap(DerivedRow.init)
    relations = rows("relations").compactMap(Relation.init)
    assumptions = rows("assumptions").compactMap(AssumptionRow.init)
    acknowledgements = rows("acknowledgements").map { row in
      Acknowledgement(
        finding: row["finding"], reason: row["reason"], by: row["by"],
        date: Day(iso: row["date"]))
    }
    glossary = rows("glossary").map(GlossaryRow.init)
    themes = rows("themes").map(ThemeRow.init)
    workstreams = rows("workstreams").map(WorkstreamRow.init)
    items = rows("workstream-items").compactMap(WorkstreamItemRow.init)
    organisations = rows("organisations").map(OrganisationRow.init)
    people = rows("people").map(PersonRow.init)
    ambitions = rows("ambitions").map(AmbitionRow.init)
    milestones = rows("milestones").compactMap(MilestoneRow.init)
    listItems = rows("lists").map(ListItemRow.init)
    sites = rows("sites").compactMap(SiteRow.init)
    rates = rows("rates").compactMap(RateRow.init)
    lines = rows("lines").compactMap(FinanceLineRow.init)
    pools = rows("pools").compactMap(PoolRow.init)
    pictures = rows("pictures").compactMap(PictureRow.init)
    schemes = rows("schemes").compactMap(SchemeRow.init)
    factPlaces = Plan.places(tables)
  }

  private static func places(_ tables: [String: Table]) -> [FactID: Finding.Place] {
    var places: [FactID: Finding.Place] = [:]
    for name in ["facts", "derived", "assumptions"] {
      guard let table = tables[name] else { continue }
      for row in table.rows {
        guard let id = FactID(row["id"]) else { continue }
        places[id] = Finding.Place(file: table.schema.path, row: row.number)
      }
    }
    return places
  }
}

/// A file of a plan folder.
public struct PlanFile: Sendable {
  /// The path within the folder, with forward slashes.
  public let path: String
  public let bytes: [UInt8]

  /// Holds the content of a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension Relation {
  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]), let fact = FactID(row["fact"]),
      let formula = try? Formula(row["formula"])
    else { return nil }
    self.init(
      id: row["id"], kind: kind, fact: fact, formula: formula, years: Int(row["years"]),
      note: row["note"], place: .init(file: "relations.csv", row: row.number))
  }
}

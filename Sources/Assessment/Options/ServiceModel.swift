// SPDX-License-Identifier: Apache-2.0

public import Access
public import PlanPackage

/// One service of a plan with everything that is needed to work out any set of its sites.
///
/// It holds no result. `outcome(of:)` works one set out, quickly enough for a page.
public struct ServiceModel: Sendable {
  /// What the plan says about the service.
  public let service: ServiceRow
  /// The sites, in the order of the plan's table; those that may never be open are left out.
  public let sites: [Site]
  /// The sets of journey times that cover it, in the order of the plan's table.
  public let journeys: [Journeys]
  /// The series of demand, in the order in which the plan first names them.
  public let series: [String]
  /// The figures that turn patients into beds, staff and outcomes.
  public let parameters: ServiceParameters
  /// Sets of sites with a name.
  public let configurations: [ConfigurationRow]
  /// What the service has to reach, with its limits as numbers.
  public let standards: [Standard]

  /// A standard with its limit.
  public struct Standard: Sendable {
    /// The row of the plan.
    public let row: StandardRow
    /// The limit in the unit of the measure.
    public let limit: Double
  }

  /// A site at which the service could be or is.
  public struct Site: Sendable {
    /// The permanent name.
    public let id: String
    /// The name for a reader.
    public let name: String
    /// Where it is.
    public let position: Position
    /// What may be done with it.
    public let role: ServiceSiteRow.Role
    /// Who runs it.
    public let group: String
    /// Whether it provides the service today.
    public let isNow: Bool

    /// Degrees north.
    public var latitude: Double { position.latitude }
    /// Degrees east.
    public var longitude: Double { position.longitude }

    /// The name up to its first comma, for labels and tables.
    public var shortName: String {
      let name = name.split(separator: ",").first.map(String.init) ?? name
      return name.hasSuffix(" Hospital") ? String(name.dropLast(" Hospital".count)) : name
    }
  }

  /// A set of journey times with the areas that it covers.
  public struct Journeys: Sendable {
    /// What the plan says about the set.
    public let row: TravelRow
    /// The areas covered: all of the partnership, and its neighbours where the set has them.
    public let areas: [AreaRow]
    /// Minutes from these areas to the sites of the service that the set has.
    public let matrix: TravelMatrix
    /// The longest minutes from anywhere within each area, in the same shape.
    public let longest: TravelMatrix?
    /// Cases a year in each area, by series.
    public let cases: [String: [Double]]

    /// Whether the set covers areas of neighbours, so that people who cross the boundary count.
    public var coversNeighbours: Bool { areas.contains { !$0.isInside } }
  }

  /// The candidates, in order.
  public var candidates: [Site] { sites.filter { $0.role == .candidate } }
  /// The sites that are open whatever is chosen, in order.
  public var alwaysOpen: [Site] { sites.filter { $0.role == .always } }
  /// The candidates that provide the service today.
  public var current: [String] { candidates.filter(\.isNow).map(\.id) }

  /// A site by its id, or nil.
  public func site(_ id: String) -> Site? { sites.first { $0.id == id } }

  /// The journeys of a set, or of the service's own choice.
  public func journeys(_ id: String? = nil) -> Journeys? {
    journeys.first { $0.row.id == id ?? service.travel }
  }

  /// Every set of candidates but the empty one, few sites first.
  ///
  /// - Throws: `PlanError` when there are more candidates than can be listed one by one.
  public func everySet() throws(PlanError) -> [[String]] {
    let count = candidates.count
    guard count <= Elimination.mostCandidates else {
      throw PlanError([
        Violation(
          file: "options/service_sites.csv", found: "\(count) candidates for \(service.id)",
          expected: "at most \(Elimination.mostCandidates) to list every set",
          advice: "Give some of them the role always or never, or search with weald locate.")
      ])
    }
    return Elimination.everySet(candidates.map(\.id))
  }

  /// The named configuration with exactly these sites, or nil; the most telling one, when several.
  public func named(_ open: [String]) -> ConfigurationRow? {
    let set = Set(open)
    return configurations.first { Set($0.sites) == set }
  }
}

/// The figures of a service, as numbers; nil where the plan has none.
public struct ServiceParameters: Sendable {
  private let values: [ServiceParameterRow.Name: Double]

  init(_ values: [ServiceParameterRow.Name: Double]) { self.values = values }

  /// The number as its fact states it: percentages as percentages.
  public subscript(name: ServiceParameterRow.Name) -> Double? { values[name] }

  /// The number as a share of one, for figures in %.
  public func share(_ name: ServiceParameterRow.Name) -> Double? { values[name].map { $0 / 100 } }
}

// SPDX-License-Identifier: Apache-2.0
public import Access

/// Areas, sites, times and demand, prepared so that any configuration is measured fast.
///
/// Every area goes to its nearest open unit; of two at the same time, to the earlier one in the
/// travel matrix. The areas are sorted by their nearest sites into a tree (``measures(of:)`` says
/// how it is used), and all sums are sums of integers, so they are exact where demand and times are
/// counts or decimals of a few places.
///
/// ```swift
/// let evaluator = try ConfigurationEvaluator(
///   travel: travel, demand: admissions, limits: .strokeUnits)
/// let measures = try evaluator.measures(of: Configuration(siteCount: 127, open: [3, 17, 58]))
/// measures.meanMinutes
/// ```
public struct ConfigurationEvaluator: Sendable {
  /// The codes of the areas, in the order of the travel matrix.
  public let areas: [String]
  /// The codes of the sites, in the order of the travel matrix.
  public let sites: [String]
  /// What may be decided about each site.
  public let roles: [SiteRole]
  /// The limits that configurations are measured against.
  public let limits: MeasureLimits

  let times: DistinctTimes
  /// The demands in the order of the tree, as `packed`.
  let demand: DemandSteps
  let packed: PackedTimes
  let tree: PrefixTree
  let nodesBySite: NodesBySite
  let targetSteps: Int64

  /// How many of its nearest sites an area is sorted by.
  ///
  /// Beyond them an area is looked at on its own. With more the tree grows; with 12, an area is
  /// rarely on its own as long as one site in six is open.
  private static let depth = 12
  /// Nodes and positions are numbered with 32 bits.
  private static let mostAreas = 100_000_000
  private static let mostSites = 1_000_000

  /// Prepares the measuring where every site may be opened or closed.
  ///
  /// - Parameters:
  ///   - travel: minutes from every area to every site; infinite where there is no route.
  ///   - demand: the demand of every area, such as admissions a year.
  ///   - limits: the limits to measure against.
  /// - Throws: ``EvaluationError`` when there are no sites or too many, or for a wrong number of
  ///   demands, an impossible demand, or no demand at all.
  public init(
    travel: TravelMatrix, demand: [Double], limits: MeasureLimits
  ) throws(EvaluationError) {
    let roles = [SiteRole](repeating: .optional, count: travel.sites.count)
    try self.init(travel: travel, demand: demand, roles: roles, limits: limits)
  }

  /// Prepares the measuring.
  ///
  /// - Parameters:
  ///   - travel: minutes from every area to every site; infinite where there is no route.
  ///   - demand: the demand of every area, such as admissions a year.
  ///   - roles: what may be decided about each site.
  ///   - limits: the limits to measure against.
  /// - Complexity: O(areas x sites) time and memory.
  /// - Throws: ``EvaluationError`` when there are no sites or too many, or for a wrong number of
  ///   demands or roles, an impossible demand, or no demand at all.
  public init(
    travel: TravelMatrix, demand: [Double], roles: [SiteRole], limits: MeasureLimits
  ) throws(EvaluationError) {
    try Self.check(travel, demand, roles)
    areas = travel.areas
    sites = travel.sites
    self.roles = roles
    self.limits = limits
    times = DistinctTimes(of: travel.minutes)
    let steps = DemandSteps(demand: demand, times: times, limits: limits)
    guard steps.total > 0 else { throw .noDemand }
    let nearest = NearestSites(
      minutes: travel.minutes, areaCount: areas.count, roles: roles,
      depth: min(Self.depth, sites.count))
    let distinct = times
    tree = PrefixTree(nearest: nearest, areaCount: areas.count, demand: steps) { area, site in
      distinct.place(of: travel[area, site])
    }
    nodesBySite = NodesBySite(tree, siteCount: sites.count)
    packed = PackedTimes(
      travel.minutes, distinct: times, areaOrder: tree.areaOrder, siteCount: sites.count)
    self.demand = steps.reordered(by: tree.areaOrder)
    targetSteps = steps.grid.stepsReaching(limits.targetVolume, atMost: steps.total + 1)
  }

  /// All demand: the sum over the areas.
  public var totalDemand: Double { Double(demand.total) / demand.grid.stepsPerUnit }

  /// The positions of the sites that a configuration may open or close, in order.
  public var optionalSites: [Int] { roles.indices.filter { roles[$0] == .optional } }

  /// The configuration with only those sites open that always are.
  public var smallestConfiguration: Configuration {
    Configuration(roles.map(\.isAlwaysOpen))
  }

  /// Measures a configuration from scratch.
  ///
  /// The sums of areas that share their nearest sites are ready; only where all the nearest twelve
  /// are closed is an area looked at on its own.
  /// - Throws: ``EvaluationError`` when the configuration is for another number of sites or goes
  ///   against the role of one.
  public func measures(
    of configuration: Configuration
  ) throws(EvaluationError) -> ConfigurationMeasures {
    try ConfigurationState(configuration, in: self).measures
  }

  /// Checks that a configuration is for these sites and keeps their roles.
  func check(_ configuration: Configuration) throws(EvaluationError) {
    guard configuration.siteCount == sites.count else {
      throw .wrongSiteCount(found: configuration.siteCount, sites: sites.count)
    }
    for (site, role) in roles.enumerated() where role != .optional {
      guard configuration[site] == role.isAlwaysOpen else {
        throw .againstRole(site: sites[site], role: role)
      }
    }
  }

  private static func check(
    _ travel: TravelMatrix, _ demand: [Double], _ roles: [SiteRole]
  ) throws(EvaluationError) {
    guard !travel.sites.isEmpty else { throw .noSites }
    guard travel.areas.count <= mostAreas, travel.sites.count <= mostSites else {
      throw .tooLarge(areas: travel.areas.count, sites: travel.sites.count)
    }
    guard demand.count == travel.areas.count else {
      throw .wrongDemandCount(found: demand.count, areas: travel.areas.count)
    }
    for (area, value) in demand.enumerated() where !(value >= 0 && value.isFinite) {
      throw .impossibleDemand(area: travel.areas[area], demand: value)
    }
    let total = demand.reduce(0, +)
    guard total > 0, total.isFinite else { throw .noDemand }
    guard roles.count == travel.sites.count else {
      throw .wrongRoleCount(found: roles.count, sites: travel.sites.count)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Units, what joins them, and what groups of them have to be and should be like.
public struct ClusterProblem: Sendable {
  /// What is grouped.
  public let units: [Unit]
  /// What joins them, each pair once, in order.
  public let links: [Link]
  /// How many people a group may have.
  public let band: PeopleBand
  /// The number of groups; nil leaves it to `chosenCount`.
  public let count: Int?
  /// What is wished for beside the band.
  public let preferences: Preferences
  /// Journeys in place of straight lines.
  public let travel: TravelTable?
  /// Sets of units that have to be in one group each.
  public let together: [[Int]]
  /// Sets of units that are a group each whatever their number of people: exceptions from the band.
  public let exceptions: [[Int]]

  let graph: LinkGraph

  /// Checks everything.
  ///
  /// - Throws: `ClusterProblemError` with every fault.
  public init(
    units: [Unit], links: [Link], band: PeopleBand, count: Int? = nil,
    preferences: Preferences = Preferences(), travel: TravelTable? = nil, together: [[Int]] = [],
    exceptions: [[Int]] = []
  ) throws(ClusterProblemError) {
    let faults = ProblemChecks(
      units: units, links: links, band: band, count: count, preferences: preferences,
      travel: travel, together: together, exceptions: exceptions
    ).faults
    guard faults.isEmpty else { throw ClusterProblemError(faults: faults) }
    self.units = units
    self.links = Set(links).sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    self.band = band
    self.count = count
    self.preferences = preferences
    self.travel = travel
    self.together = together
    self.exceptions = exceptions
    graph = LinkGraph(count: units.count, links: self.links)
  }

  /// All people.
  public var people: Int { units.reduce(0) { $0 + $1.people } }

  /// The number of groups that is sought: the one asked for, or else the one that comes nearest to the
  /// middle of the band for each.
  public var chosenCount: Int {
    if let count { return count }
    let exempt = exceptions.reduce(0) { $0 + $1.reduce(0) { $0 + units[$1].people } }
    let rest = people - exempt
    let exemptUnits = exceptions.reduce(0) { $0 + $1.count }
    guard exemptUnits < units.count else { return exceptions.count }
    let middle = max(1, (band.floor + band.ceiling) / 2)
    let nearest = max(1, (rest + middle / 2) / middle)
    let possible = band.counts(for: rest) ?? nearest...nearest
    let count = min(max(nearest, possible.lowerBound), possible.upperBound)
    return min(count, units.count - exemptUnits) + exceptions.count
  }

  /// The same problem with some of its parts replaced.
  func replacing(
    links: [Link]? = nil, band: PeopleBand? = nil, count: Int?? = nil, exceptions: [[Int]]? = nil
  ) throws(ClusterProblemError) -> ClusterProblem {
    try ClusterProblem(
      units: units, links: links ?? self.links, band: band ?? self.band,
      count: count ?? self.count, preferences: preferences, travel: travel, together: together,
      exceptions: exceptions ?? self.exceptions)
  }
}

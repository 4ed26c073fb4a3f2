// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// What one set of sites would mean, by place, by site and for everybody.
///
/// Journeys, shares and outcomes are of the partnership's residents; volumes, beds and staff are
/// of everybody who comes.
public struct ConfigurationOutcome: Sendable {
  /// The open candidates, in the order of the service's sites.
  public let open: [String]
  /// The set of journey times that was used.
  public let journeys: String
  /// The series of demand that was used.
  public let series: String
  /// Cases a year among residents.
  public let residents: Double
  /// Mean minutes of residents' journeys.
  public let meanMinutes: Double
  /// The minutes within which nine residents of ten reach their site.
  public let ninetiethPercentile: Double
  /// The longest minutes from anywhere.
  public let longestMinutes: Double
  /// The area with the longest journey.
  public let worstArea: String
  /// Share of residents' cases within each threshold, 0 to 1.
  public let within: [Within]
  /// The open sites, candidates first and then those that are open whatever is chosen.
  public let sites: [SiteOutcome]
  /// Every area that the journeys cover.
  public let areas: [AreaOutcome]
  /// Residents by district, in order of name.
  public let districts: [GroupOutcome]
  /// Residents by tenth of deprivation, the most deprived first.
  public let deciles: [GroupOutcome]
  /// All residents and the older ones, whether ill or not; empty where areas have no population.
  public let ages: [GroupOutcome]
  /// Gini coefficient of residents' minutes, 0 when all travel as long.
  public let gini: Double
  /// Mean minutes of the most deprived tenth less those of the least; nil without both.
  public let decileGap: Double?
  /// Extra good outcomes for each hundred residents treated; nil without the parameters.
  public let benefitPerHundred: Double?
  /// Extra good outcomes a year; nil without the parameters.
  public let extraGoodOutcomes: Double?
  /// Residents whose site differs from today's, a year.
  public let displaced: Double?
  /// Consultants needed for a rota at every open candidate.
  public let consultants: Double?
  /// Residents treated beyond the boundary.
  public let outward: Double
  /// Neighbours' residents treated at the candidates.
  public let inward: Double

  /// A share of cases within some minutes.
  public struct Within: Sendable {
    /// The minutes.
    public let minutes: Double
    /// The share, 0 to 1.
    public let share: Double
  }

  /// What happens at one open site.
  public struct SiteOutcome: Sendable {
    /// The site.
    public let id: String
    /// Whether it is one of the partnership's candidates.
    public let isCandidate: Bool
    /// Residents of the partnership treated in a year.
    public let residents: Double
    /// Neighbours' residents treated in a year, as far as the journeys cover them.
    public let neighbours: Double
    /// Beds needed, whole; nil without the parameters.
    public let beds: Double?
    /// Hyper-acute beds among them, whole.
    public let hyperAcuteBeds: Double?
    /// Nurses needed, whole-time equivalents.
    public let nurses: Double?

    /// Everybody treated in a year.
    public var volume: Double { residents + neighbours }
  }

  /// Where the people of an area go.
  public struct AreaOutcome: Sendable {
    /// The area.
    public let area: AreaRow
    /// Cases a year.
    public let cases: Double
    /// The site; nil when none can be reached.
    public let site: String?
    /// Minutes; infinite when none can be reached.
    public let minutes: Double
    /// The longest minutes from anywhere within the area.
    public let longest: Double
  }

  /// What a group of residents gets.
  public struct GroupOutcome: Sendable {
    /// The name of the group.
    public let name: String
    /// Cases a year; for groups by age, people.
    public let cases: Double
    /// Mean minutes.
    public let meanMinutes: Double
    /// The longest minutes.
    public let longestMinutes: Double
    /// Share of cases within each threshold.
    public let within: [Within]
    /// Sites that its people go to, with the share of cases, most first.
    public let sites: [(id: String, share: Double)]
  }

  /// An open site by its id.
  public func site(_ id: String) -> SiteOutcome? { sites.first { $0.id == id } }
  /// The open candidates with what happens at them.
  public var candidates: [SiteOutcome] { sites.filter(\.isCandidate) }
  /// Volume of the smallest open candidate.
  public var smallestUnit: Double { candidates.map(\.volume).min() ?? 0 }
  /// Volume of the largest open candidate.
  public var largestUnit: Double { candidates.map(\.volume).max() ?? 0 }
  /// Beds at all open candidates; nil without the parameters.
  public var beds: Double? {
    let beds = candidates.compactMap(\.beds)
    return beds.count == candidates.count && !beds.isEmpty ? beds.reduce(0, +) : nil
  }
  /// Nurses at all open candidates; nil without the parameters.
  public var nurses: Double? {
    let nurses = candidates.compactMap(\.nurses)
    return nurses.count == candidates.count && !nurses.isEmpty ? nurses.reduce(0, +) : nil
  }
  /// The share within some minutes, when it is one of the service's thresholds.
  public func share(within minutes: Double) -> Double? {
    within.first { $0.minutes == minutes }?.share
  }
}

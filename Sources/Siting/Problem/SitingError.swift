// SPDX-License-Identifier: Apache-2.0

/// Why a siting problem is wrong or has no plan, and the least change that would give one.
public enum SitingError: Error, Equatable, Sendable {
  /// The travel matrix has no areas.
  case noAreas
  /// The travel matrix has no sites.
  case noSites
  /// The travel matrix has more sites than the search can number.
  case tooManySites(found: Int, limit: Int)
  /// There isn't one weight for each area.
  case wrongWeightCount(found: Int, areas: Int)
  /// A weight is negative, infinite or not a number.
  case impossibleWeight(area: String, weight: Double)
  /// Weighted minutes add up to more than a number can hold.
  case numbersTooLarge
  /// All weights are zero, so a mean or a share has no meaning.
  case noWeight
  /// A list names a site that isn't there.
  case unknownSite(position: Int, list: SiteList, sites: Int)
  /// A list names one site twice.
  case repeatedSite(site: String, list: SiteList)
  /// One site is to be kept and is forbidden.
  case keptAndForbidden(site: String)
  /// The number of sites is zero or less.
  case impossibleSiteCount(found: Int)
  /// Fewer sites are asked for than are kept; at least `kept` would do.
  case fewerSitesThanKept(found: Int, kept: Int)
  /// More sites are asked for than are allowed; at most `allowed` would do.
  case moreSitesThanAllowed(found: Int, allowed: Int)
  /// A radius is negative or not a number.
  case impossibleRadius(found: Double)
  /// Some areas are out of reach of every allowed site.
  case outOfReach(Shortfall)
  /// So few sites can't reach every area that counts; `fewest` can.
  case tooFewSites(found: Int, fewest: Int)

  /// The two lists of decided sites.
  public enum SiteList: String, Equatable, Sendable {
    /// The sites that stay open.
    case keep
    /// The sites that stay closed.
    case forbid
  }

  /// Areas that no allowed site reaches, and what would reach them.
  public struct Shortfall: Equatable, Sendable {
    /// The codes of the areas, in the order of the matrix.
    public var areas: [String]
    /// The radius in minutes; infinite when any route would do.
    public var radius: Double
    /// The smallest radius at which the allowed sites reach every area; infinite when an area has
    /// no route to any of them.
    public var smallestRadius: Double
    /// The fewest forbidden sites that would reach all these areas if they were allowed; empty when
    /// even all of them would not.
    public var permit: [String]

    /// Makes a shortfall.
    public init(areas: [String], radius: Double, smallestRadius: Double, permit: [String]) {
      self.areas = areas
      self.radius = radius
      self.smallestRadius = smallestRadius
      self.permit = permit
    }
  }
}

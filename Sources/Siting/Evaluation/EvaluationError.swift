// SPDX-License-Identifier: Apache-2.0

/// What can be wrong with what an evaluation is asked.
public enum EvaluationError: Error, Equatable, Sendable {
  /// The travel matrix has no site.
  case noSites
  /// There are more areas or sites than can be numbered.
  case tooLarge(areas: Int, sites: Int)
  /// The demands aren't as many as the areas.
  case wrongDemandCount(found: Int, areas: Int)
  /// A demand is negative, infinite or not a number.
  case impossibleDemand(area: String, demand: Double)
  /// All demands are zero, so there is no mean and no share.
  case noDemand
  /// The roles aren't as many as the sites.
  case wrongRoleCount(found: Int, sites: Int)
  /// The limits of travel aren't three ascending times, or the target volume isn't a number.
  case impossibleLimits
  /// A configuration is for another number of sites.
  case wrongSiteCount(found: Int, sites: Int)
  /// A configuration closes a site that is always open, or opens one that is always closed.
  case againstRole(site: String, role: SiteRole)
  /// There is no site at a position.
  case noSuchSite(position: Int, sites: Int)
}

extension EvaluationError: CustomStringConvertible {
  /// The mistake as a sentence: what was found and what is expected.
  public var description: String {
    switch self {
    case .noSites: "the travel matrix has no sites; give at least one column"
    case .tooLarge(let areas, let sites):
      "\(areas) areas and \(sites) sites are too many; merge areas or leave out sites"
    case .wrongDemandCount(let found, let areas):
      "there are \(found) demands for \(areas) areas; give one for each area"
    case .impossibleDemand(let area, let demand):
      "the demand of area '\(area)' is \(demand); it is a finite number, zero or more"
    case .noDemand: "the demands are all zero; at least one area needs demand"
    case .wrongRoleCount(let found, let sites):
      "there are \(found) roles for \(sites) sites; give one for each site"
    case .impossibleLimits:
      "the limits are three times in ascending order and a volume, all finite and zero or more"
    case .wrongSiteCount(let found, let sites):
      "the configuration is for \(found) sites, not \(sites)"
    case .againstRole(let site, let role):
      switch role {
      case .alwaysClosed: "site '\(site)' is always closed, so it can't be opened"
      default: "site '\(site)' is always open, so it can't be closed"
      }
    case .noSuchSite(let position, let sites):
      "there is no site at position \(position); positions run from 0 to \(sites - 1)"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What makes one plan better than another.
public enum SitingObjective: Equatable, Sendable {
  /// The least mean minutes to the nearest open site, areas weighted, with exactly so many sites.
  ///
  /// The p-median problem (Hakimi, 1964). Areas of zero weight play no part.
  case weightedMean(sites: Int)
  /// The least minutes of the area that is worst off, with exactly so many sites.
  ///
  /// The p-centre problem (Hakimi, 1964). Every listed area counts, those of zero weight too.
  case largestMinutes(sites: Int)
  /// The fewest sites that bring every listed area, those of zero weight too, within a radius.
  ///
  /// The location set covering problem (Toregas and others, 1971). The radius is in minutes and
  /// included.
  case fewestSites(within: Double)
  /// The largest share of the weight within a radius, with exactly so many sites.
  ///
  /// The maximal covering location problem (Church and ReVelle, 1974). The radius is in minutes
  /// and included.
  case largestShare(sites: Int, within: Double)

  /// The number of sites asked for, where the objective fixes it.
  var sites: Int? {
    switch self {
    case .weightedMean(let sites), .largestMinutes(let sites), .largestShare(let sites, _): sites
    case .fewestSites: nil
    }
  }

  /// The radius, where the objective has one.
  var radius: Double? {
    switch self {
    case .fewestSites(let radius), .largestShare(_, let radius): radius
    case .weightedMean, .largestMinutes: nil
    }
  }
}

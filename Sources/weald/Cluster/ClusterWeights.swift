// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Clusters

/// The weights of wishes from a list such as `towns=1,growth=0.5`.
struct ClusterWeights {
  private(set) var preferences: Preferences

  init(_ text: String?, mustBeContiguous: Bool) throws {
    preferences = Preferences(mustBeContiguous: mustBeContiguous)
    for (key, value) in try keyedList(text, "--weights") {
      guard let wish = Wish(rawValue: key) else {
        throw ValidationError(
          "--weights knows no \(key); it knows "
            + Wish.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      guard let weight = Double(value), weight.isFinite, weight >= 0 else {
        throw ValidationError("The weight of \(key) is a number of 0 or more; found \(value).")
      }
      set(wish, weight)
    }
  }

  private mutating func set(_ wish: Wish, _ weight: Double) {
    switch wish {
    case .compactness: preferences.compactness = weight
    case .contiguity: preferences.contiguity = weight
    case .towns: preferences.towns = weight
    case .commissioners: preferences.commissioners = weight
    case .existingGroups: preferences.existingGroups = weight
    case .growth: preferences.growth = weight
    case .deprivationBalance: preferences.deprivationBalance = weight
    }
  }
}

/// A further tier: `hubs=50000-200000`, or with a number of groups `hubs=50000-200000:15`.
struct ClusterTier {
  let name: String
  let band: PeopleBand
  let count: Int?

  init(_ text: String) throws {
    let match = text.wholeMatch(of: #/([A-Za-z][A-Za-z -]*)=(\d{1,12})-(\d{1,12})(?::(\d{1,9}))?/#)
    guard let match, let floor = Int(match.2), let ceiling = Int(match.3) else {
      throw ValidationError(
        "--tier is a name and a band, such as hubs=50000-200000; found \(text).")
    }
    guard floor <= ceiling, ceiling > 0 else {
      throw ValidationError(
        "The floor of \(match.1), \(floor), is above its ceiling, \(ceiling): exchange them.")
    }
    name = String(match.1)
    band = PeopleBand(floor: floor, ceiling: ceiling)
    count = match.4.flatMap { Int($0) }
  }

  /// The groups of the tier below as units of this one.
  func problem(over below: ClusterOutcome) throws -> ClusterProblem {
    let (units, links) = below.problem.nextTier(below.solution.judgement)
    return try ClusterProblem(
      units: units, links: links, band: band, count: count,
      preferences: Preferences(mustBeContiguous: below.problem.preferences.mustBeContiguous))
  }
}

// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit

/// What the times and demands of a random country look like.
enum Grain: CaseIterable, Sendable {
  /// Few distinct whole minutes and counts: many ties.
  case coarse
  /// Minutes in tenths of places on a map, demand in thirds, some of it zero.
  case tenths
  /// Any numbers.
  case any
  /// Any numbers, and one pair in five has no route.
  case gaps
}

/// A made-up country.
struct RandomCountry {
  let travel: TravelMatrix
  let demand: [Double]

  init(areas: Int, sites: Int, grain: Grain, seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let east = (0..<areas + sites).map { _ in Double.random(in: 0..<100, using: &draws) }
    let north = (0..<areas + sites).map { _ in Double.random(in: 0..<100, using: &draws) }
    var minutes: [Double] = []
    for area in 0..<areas {
      for site in areas..<areas + sites {
        let across = (east[area] - east[site]).magnitude + (north[area] - north[site]).magnitude
        switch grain {
        case .coarse: minutes.append((across / 20).rounded())
        case .tenths: minutes.append((across * 10).rounded() / 10)
        case .any: minutes.append(across * Double.random(in: 1..<1.2, using: &draws))
        case .gaps: minutes.append(Int.random(in: 0..<5, using: &draws) == 0 ? .infinity : across)
        }
      }
    }
    travel = try TravelMatrix(
      areas: (0..<areas).map { "area \($0)" }, sites: (0..<sites).map { "site \($0)" },
      minutes: minutes)
    demand = (0..<areas).map { _ in
      switch grain {
      case .coarse: Double(Int.random(in: 0..<4, using: &draws))
      case .tenths: Double(Int.random(in: 0..<12, using: &draws)) / 3
      case .any, .gaps: Double.random(in: 0..<5, using: &draws)
      }
    }
  }

  /// Limits that matter: times and volumes in the middle of those that occur.
  func limits(openSites: Int) throws -> MeasureLimits {
    let total = demand.reduce(0, +)
    return try MeasureLimits(
      firstMinutes: 12, secondMinutes: 20, thirdMinutes: 35,
      targetVolume: total / Double(max(openSites, 1)))
  }
}

/// A configuration in which each optional site is open with a chance of `share`.
func randomConfiguration(
  _ evaluator: ConfigurationEvaluator, share: Double, _ draws: inout SeededDraws
) -> Configuration {
  var configuration = evaluator.smallestConfiguration
  for site in evaluator.optionalSites {
    configuration[site] = Double.random(in: 0..<1, using: &draws) < share
  }
  return configuration
}

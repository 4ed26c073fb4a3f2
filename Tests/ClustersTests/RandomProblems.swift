// SPDX-License-Identifier: Apache-2.0

import Clusters
import TestKit

/// A problem on a grid of places, some of them missing, with lumpy people.
func randomProblem(
  _ seed: Int, side: Int = 7, band: PeopleBand = PeopleBand(floor: 200, ceiling: 600),
  count: Int? = nil, preferences: Preferences = Preferences(), together: [[Int]] = []
) throws -> ClusterProblem {
  var draws = SeededDraws(seed: seed)
  var places: [[Int]] = Array(repeating: Array(repeating: -1, count: side), count: side)
  var units: [Unit] = []
  for row in 0..<side {
    for column in 0..<side where draws.below(8) > 0 {
      places[row][column] = units.count
      units.append(randomUnit(units.count, column, row, &draws))
    }
  }
  var links: [Link] = []
  for row in 0..<side {
    for column in 0..<side where places[row][column] >= 0 {
      if column + 1 < side, places[row][column + 1] >= 0 {
        links.append(Link(places[row][column], places[row][column + 1]))
      }
      if row + 1 < side, places[row + 1][column] >= 0 {
        links.append(Link(places[row][column], places[row + 1][column]))
      }
    }
  }
  return try ClusterProblem(
    units: units, links: links, band: band, count: count, preferences: preferences,
    together: together)
}

private func randomUnit(_ number: Int, _ column: Int, _ row: Int, _ draws: inout SeededDraws)
  -> Unit
{
  let people = draws.whole(10...120)
  return Unit(
    id: "u\(number)", name: "Place \(number)", people: people,
    peopleAtHorizon: people + draws.whole(0...30), east: Double(column) + draws.unit() / 2,
    north: Double(row) + draws.unit() / 2, deprivation: draws.number(5, 50),
    town: draws.below(3) > 0 ? "town \(draws.below(6))" : nil,
    commissioner: "commissioner \(column / 4)", existingGroup: "old \(row / 3)")
}

/// Every wish at once.
let everyWish = Preferences(
  compactness: 1, towns: 0.7, commissioners: 0.5, existingGroups: 0.4, growth: 0.3,
  deprivationBalance: 0.6)

/// A line of units a kilometre apart.
func line(
  _ people: [Int], band: PeopleBand, count: Int? = nil, exceptions: [[Int]] = []
) throws -> ClusterProblem {
  let units = people.enumerated().map { place, people in
    Unit(id: "u\(place)", name: "u\(place)", people: people, east: Double(place), north: 0)
  }
  return try ClusterProblem(
    units: units, links: people.indices.dropLast().map { Link($0, $0 + 1) }, band: band,
    count: count, exceptions: exceptions)
}

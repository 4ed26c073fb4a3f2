// SPDX-License-Identifier: Apache-2.0

import Clusters
import PlanPackage

/// The neighbourhoods of a plan as units to be grouped, in the order of their table.
///
/// The groups that exist already are the localities.
struct NeighbourhoodUnits {
  let units: [Unit]
  let links: [Link]
  let plane: LocalPlane
  /// The position of each neighbourhood by the code of its area.
  let positions: [String: Int]

  init(_ plan: Plan) {
    let rows = plan.local.neighbourhoods
    let areas = Dictionary(plan.areas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = rows.compactMap { areas[$0.area] }
    let plane = LocalPlane(known)
    self.plane = plane
    units = rows.compactMap { row in
      areas[row.area].map { area in
        let place = plane.kilometres(latitude: area.latitude, longitude: area.longitude)
        return Unit(
          id: row.area, name: area.name, people: Int(row.residents.rounded()),
          peopleAtHorizon: row.atHorizon.map { Int($0.rounded()) }, east: place.east,
          north: place.north, deprivation: row.deprivation,
          town: row.town.isEmpty ? nil : row.town, commissioner: row.locality,
          existingGroup: row.locality)
      }
    }
    let positions = Dictionary(
      units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.positions = positions
    links = plan.local.links.compactMap { row in
      guard let first = positions[row.first], let second = positions[row.second], first != second
      else { return nil }
      return Link(first, second)
    }
  }
}

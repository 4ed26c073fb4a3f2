// SPDX-License-Identifier: Apache-2.0

import Clusters

/// A made-up country of small areas: a sheet of squares, each moved a little, denser around towns.
enum MadeUpCountry {
  /// Areas of 1,000 to 3,000 people, and as many clusters of 20,000 to 60,000 as asked for.
  static func problem(areas: Int, clusters: Int) throws -> ClusterProblem {
    var state: UInt64 = 2016
    func fraction() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    let width = Int(Double(areas).squareRoot())
    let towns = (0..<(areas / 250)).map { _ in
      (fraction() * Double(width), fraction() * Double(areas / width))
    }
    let units = (0..<areas).map { index -> Clusters.Unit in
      let column = Double(index % width) + 0.6 * fraction()
      let row = Double(index / width) + 0.6 * fraction()
      // Places are drawn towards the nearest town, so that towns are dense and the country is not.
      let town = towns.min { square($0, column, row) < square($1, column, row) } ?? (column, row)
      return Clusters.Unit(
        id: "a\(index)", name: "a\(index)", people: 1_000 + Int(fraction() * 2_000),
        east: column + 0.6 * (town.0 - column), north: row + 0.6 * (town.1 - row))
    }
    var links: [Link] = []
    for index in 0..<areas {
      if index % width + 1 < width, index + 1 < areas { links.append(Link(index, index + 1)) }
      if index + width < areas { links.append(Link(index, index + width)) }
      if index % width + 1 < width, index + width + 1 < areas {
        links.append(Link(index, index + width + 1))
      }
    }
    return try ClusterProblem(
      units: units, links: links, band: PeopleBand(floor: 20_000, ceiling: 60_000), count: clusters)
  }

  private static func square(_ town: (Double, Double), _ column: Double, _ row: Double) -> Double {
    (town.0 - column) * (town.0 - column) + (town.1 - row) * (town.1 - row)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Clusters
import TestKit
import Testing

@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.absence)))
struct `Kent and Medway` {
  /// Distances are straight lines, as in the published measurements of other methods.
  private func areas(_ band: PeopleBand, count: Int) throws -> ClusterProblem {
    let rows = try SharedData.table("population/km_lsoa11.csv")
    let units = rows.map { row in
      Unit(
        id: row["lsoa11cd"] ?? "", name: row["lsoa11nm"] ?? "",
        people: Int(row["pop2017"] ?? "") ?? -1,
        east: (Double(row["easting"] ?? "") ?? .nan) / 1_000,
        north: (Double(row["northing"] ?? "") ?? .nan) / 1_000)
    }
    let places = Dictionary(
      units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let links = try SharedData.table("population/km_lsoa11_adjacency.csv").map {
      Link(places[$0["lsoa_a"] ?? ""] ?? -1, places[$0["lsoa_b"] ?? ""] ?? -1)
    }
    return try ClusterProblem(units: units, links: links, band: band, count: count)
  }

  private let clusters = PeopleBand(floor: 20_000, ceiling: 60_000)

  @Test
  func `falls into 44 clusters of areas with a shorter mean distance than was reached before`()
    throws
  {
    let solution = try areas(clusters, count: 44)
      .solve(effort: ClusterEffort(starts: 2, stepsPerUnit: 2_000))
    #expect(solution.judgement.isAcceptable)
    #expect(solution.judgement.groupsInOnePiece == 44)
    #expect(solution.judgement.meanDistance <= 2.30)
    #expect(solution.bound > 0.8)
  }

  @Test func `falls into 74 clusters, none of them too small or too large`() throws {
    let solution = try areas(clusters, count: 74)
      .solve(effort: ClusterEffort(starts: 2, stepsPerUnit: 2_000))
    #expect(solution.judgement.isAcceptable)
    #expect(solution.judgement.meanDistance <= 2.06)
  }

  @Test func `falls into 15 hubs of areas`() throws {
    let solution = try areas(PeopleBand(floor: 50_000, ceiling: 200_000), count: 15)
      .solve(effort: ClusterEffort(starts: 2, stepsPerUnit: 1_000))
    #expect(solution.judgement.isAcceptable)
    #expect(solution.judgement.meanDistance <= 4.6)
  }

  @Test func `has 200 practices that fall into 46 clusters, all of them in the band`() throws {
    let rows = try SharedData.table("population/km_gp_practices.csv")
    let units = rows.map { row in
      Unit(
        id: row["practice_code"] ?? "", name: row["name"] ?? "",
        people: Int(row["list_2021_01"] ?? "") ?? -1,
        // A degree of longitude in Kent is about 69.7 km, one of latitude 111.2 km.
        east: (Double(row["lon"] ?? "") ?? .nan) * 69.7,
        north: (Double(row["lat"] ?? "") ?? .nan) * 111.2)
    }
    let problem = try ClusterProblem(
      units: units, links: NeighbourLinks.links(units), band: clusters, count: 46)
    let solution = problem.solve(effort: ClusterEffort(starts: 4, stepsPerUnit: 4_000))
    #expect(problem.obstacles().isEmpty)
    #expect(solution.judgement.isAcceptable)
    #expect(solution.judgement.meanDistance <= 1.7)
    let small = try problem.relaxed(by: .ceiling(40_000))
    #expect(small.obstacles().map(\.reason) == [.unitAboveCeiling])
    #expect(small.obstacles().first?.sentence.contains("40,781 people") == true)
  }
}

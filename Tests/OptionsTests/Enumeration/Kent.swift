// SPDX-License-Identifier: Apache-2.0

import Access
import Options
import TestKit

/// Kent and Medway: small areas, the strokes in each and the minutes to hospitals.
struct Kent {
  let travel: TravelMatrix
  let weights: [Double]

  /// The seven candidates, then six outside units; calibrated minutes, admissions of 2017 to 2019.
  static func calibrated() throws -> Kent {
    let admissions = try Dictionary(
      SharedData.rows("stroke/kent/kent_lsoa.csv").dropFirst().map {
        ($0[0], Double($0.last ?? "") ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
    let times = try SharedData.rows("stroke/kent/kent_time.csv")
    return Kent(
      travel: try TravelMatrix(
        areas: times.dropFirst().map { $0[0] }, sites: Array(times[0].dropFirst()),
        minutes: times.dropFirst().flatMap { $0.dropFirst().map { Double($0) ?? .nan } }),
      weights: times.dropFirst().map { admissions[$0[0]] ?? .nan })
  }

  /// Whole minutes by Routino, strokes of 2015 to 2017 as exact thirds.
  static func routino() throws -> Kent {
    let sites = ["DA28DA", "ME75NY", "ME169QQ", "TN24QJ", "TN240LZ", "CT94AN", "CT13NG"]
    let names = try SharedData.rows("population/km_lsoa11.csv").dropFirst().map { ($0[0], $0[1]) }
    let strokes = try Dictionary(
      SharedData.rows("stroke/national/admissions_2015-2017.csv").dropFirst().map {
        ($0[0], Double($0[1]) ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
    let minutes = try Dictionary(
      SharedData.rows("stroke/routino/km_travel.csv").dropFirst().map {
        ($0[0] + $0[1], Double($0[9]) ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
    return Kent(
      travel: try TravelMatrix(
        areas: names.map(\.0), sites: sites,
        minutes: names.flatMap { area in sites.map { minutes[area.0 + $0] ?? .nan } }),
      weights: names.map { ((strokes[$0.1] ?? 0) * 3).rounded() / 3 })
  }

  func problem(_ candidates: [Int], outside: [Int] = []) throws -> EnumerationProblem {
    try EnumerationProblem(
      travel: travel, weights: weights, candidates: candidates, outside: outside)
  }

  /// The subset of candidates with these codes.
  func subset(_ codes: [String]) throws -> Subset {
    try Subset(codes.compactMap { travel.sites.firstIndex(of: $0) })
  }
}

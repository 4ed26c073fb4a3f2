// SPDX-License-Identifier: Apache-2.0

import Access
import Siting
import TestKit

/// Kent and Medway: 1,065 areas by the seven candidate sites, admissions a year in 2017-19.
func kent() throws -> SitingProblem {
  let times = try SharedData.rows("stroke/kent/kent_time.csv")
  let areas = try SharedData.rows("stroke/kent/kent_lsoa.csv")
  let sites = times[0].dropFirst().prefix(7).map { $0 }
  let minutes = times.dropFirst().flatMap { row in
    row.dropFirst().prefix(7).map { Double($0) ?? .nan }
  }
  return try SitingProblem(
    travel: TravelMatrix(
      areas: times.dropFirst().map { $0[0] }, sites: sites, minutes: minutes),
    weights: areas.dropFirst().map { $0.last.flatMap { Double($0) } ?? 0 })
}

/// England: every `step`-th of 32,843 areas by 127 sites, admissions a year in 2017-19.
func england(every step: Int) throws -> SitingProblem {
  let areas = try SharedData.unpackedRows("stroke/england_lsoa.csv.xz").dropFirst().map { $0 }
  let bytes = [UInt8](try SharedData.unpacked("stroke/england_time_u16_tenths.bin.xz"))
  let siteCount = bytes.count / 2 / areas.count
  let taken = Array(stride(from: 0, to: areas.count, by: step))
  let minutes = taken.flatMap { area in
    (0..<siteCount).map { site in
      let place = 2 * (area * siteCount + site)
      return Double(UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8) / 10
    }
  }
  return try SitingProblem(
    travel: TravelMatrix(
      areas: taken.map { areas[$0][0] }, sites: (0..<siteCount).map { "site \($0)" },
      minutes: minutes),
    weights: taken.map { areas[$0].last.flatMap { Double($0) } ?? 0 })
}

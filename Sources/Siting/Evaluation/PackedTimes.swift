// SPDX-License-Identifier: Apache-2.0

/// The times of all areas to all sites, site after site, as places among the distinct times.
///
/// Two bytes each when there are at most 65,536 distinct times, four otherwise.
enum PackedTimes: Sendable {
  case narrow([UInt16])
  case wide([UInt32])

  /// Packs a matrix, taking the areas in the order given.
  init(_ minutes: [Double], distinct: DistinctTimes, areaOrder: [Int32], siteCount: Int) {
    if distinct.minutes.count <= 1 << 16 {
      self = .narrow(Self.columns(minutes, distinct, areaOrder, siteCount))
    } else {
      self = .wide(Self.columns(minutes, distinct, areaOrder, siteCount))
    }
  }

  private static func columns<Place: FixedWidthInteger>(
    _ minutes: [Double], _ distinct: DistinctTimes, _ areaOrder: [Int32], _ siteCount: Int
  ) -> [Place] {
    let areaCount = areaOrder.count
    var places = [Place](repeating: 0, count: minutes.count)
    for (position, area) in areaOrder.enumerated() {
      let row = Int(area) * siteCount
      for site in 0..<siteCount {
        let place = distinct.place(of: minutes[row + site])
        places[site * areaCount + position] = Place(truncatingIfNeeded: place)
      }
    }
    return places
  }
}

extension PackedTimes {
  /// The time from one area to one site, as a place among the distinct times.
  func place(position: Int, site: Int, of areaCount: Int) -> Int {
    switch self {
    case .narrow(let places): Int(places[site * areaCount + position])
    case .wide(let places): Int(places[site * areaCount + position])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The nearest sites of every area, nearest first; of two at the same time the earlier site.
///
/// A list has at most `depth` sites. It leaves out sites that never open and sites without a route,
/// and ends after the first site that is always open: nothing goes further.
struct NearestSites: Sendable {
  /// The longest a list may be.
  let depth: Int
  /// The lists, `depth` places for each area; -1 after the end of a shorter list.
  private(set) var sites: [Int32]

  /// Finds the nearest sites of every area.
  init(minutes: [Double], areaCount: Int, roles: [SiteRole], depth: Int) {
    self.depth = depth
    sites = Array(repeating: -1, count: areaCount * depth)
    let candidates = roles.indices.filter { roles[$0] != .alwaysClosed }
    let final = roles.map(\.isAlwaysOpen)
    var times = [Double](repeating: 0, count: depth + 1)
    var found = [Int32](repeating: 0, count: depth + 1)
    for area in 0..<areaCount {
      let row = area * roles.count
      var count = 0
      for site in candidates {
        let time = minutes[row + site]
        guard time < (count == depth ? times[depth - 1] : .infinity) else { continue }
        var place = count
        while place > 0, times[place - 1] > time {
          times[place] = times[place - 1]
          found[place] = found[place - 1]
          place -= 1
        }
        times[place] = time
        found[place] = Int32(site)
        count = min(count + 1, depth)
      }
      for place in 0..<count {
        sites[area * depth + place] = found[place]
        if final[Int(found[place])] { break }
      }
    }
  }

  /// Whether the list of one area comes before the list of another, site by site.
  ///
  /// A list that is the start of another comes first; of equal lists, the earlier area.
  func areInOrder(_ left: Int32, _ right: Int32) -> Bool {
    let leftStart = Int(left) * depth
    let rightStart = Int(right) * depth
    for place in 0..<depth where sites[leftStart + place] != sites[rightStart + place] {
      return sites[leftStart + place] < sites[rightStart + place]
    }
    return left < right
  }
}

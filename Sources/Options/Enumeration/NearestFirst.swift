// SPDX-License-Identifier: Apache-2.0

/// For every area the candidates that can serve it, nearest first, up to the site always open.
///
/// A candidate further than the nearest site always open never serves the area, so the list stops
/// before it. Ties stay in the order of the candidates, and a candidate comes before a site always
/// open that is as near.
struct NearestFirst: Sendable {
  /// Room for each area's list.
  let stride: Int
  /// Positions of candidates, area after area.
  private(set) var candidates: [UInt8]
  /// Minutes to them.
  private(set) var minutes: [Double]
  /// How many candidates each list has.
  private(set) var lengths: [Int]
  /// Position of the nearest site always open, or -1 when none can be reached.
  private(set) var fallbacks: [Int]
  /// Minutes to it, infinite when none can be reached.
  private(set) var fallbackMinutes: [Double]

  /// Sorts the lists; `open` are the sites always open, in the order that breaks ties.
  init(minutes matrix: [Double], areas: Int, candidates chosen: [Int], open: [Int]) {
    stride = chosen.count
    candidates = Array(repeating: 0, count: areas * stride)
    minutes = Array(repeating: .infinity, count: areas * stride)
    lengths = Array(repeating: 0, count: areas)
    fallbacks = Array(repeating: -1, count: areas)
    fallbackMinutes = Array(repeating: .infinity, count: areas)
    let sites = areas == 0 ? 0 : matrix.count / areas
    matrix.withUnsafeBufferPointer { matrix in
      for area in 0..<areas {
        let row = UnsafeBufferPointer(rebasing: matrix[area * sites..<(area + 1) * sites])
        findFallback(of: area, row: row, open: open)
        sortCandidates(of: area, row: row, chosen: chosen)
      }
    }
  }

  private mutating func findFallback(
    of area: Int, row: UnsafeBufferPointer<Double>, open: [Int]
  ) {
    for (position, site) in open.enumerated() where row[site] < fallbackMinutes[area] {
      fallbacks[area] = position
      fallbackMinutes[area] = row[site]
    }
  }

  /// Sorts by insertion: the lists are short, and equal times keep their order.
  private mutating func sortCandidates(
    of area: Int, row: UnsafeBufferPointer<Double>, chosen: [Int]
  ) {
    let limit = fallbackMinutes[area]
    let start = area * stride
    var length = 0
    minutes.withUnsafeMutableBufferPointer { minutes in
      candidates.withUnsafeMutableBufferPointer { candidates in
        for position in 0..<chosen.count {
          let time = row[chosen[position]]
          guard time <= limit, time < .infinity else { continue }
          var slot = start + length
          while slot > start, minutes[slot - 1] > time {
            minutes[slot] = minutes[slot - 1]
            candidates[slot] = candidates[slot - 1]
            slot -= 1
          }
          minutes[slot] = time
          candidates[slot] = UInt8(truncatingIfNeeded: position)
          length += 1
        }
      }
    }
    lengths[area] = length
  }
}

// SPDX-License-Identifier: Apache-2.0
import Access

/// Which free sites are near enough to each area, as bits; areas with the same sites are one row.
struct CoverRows {
  /// The 64-bit words in a row.
  let wordCount: Int
  /// The bits of all rows, one row after the other.
  private(set) var words: [UInt64] = []
  /// The weight of the areas of each row.
  private(set) var weights: [Double] = []
  /// The first area of each row.
  private(set) var areas: [Int] = []

  private var table: [Int32]

  init(siteCount: Int, areaCount: Int) {
    wordCount = (siteCount + 63) / 64
    var size = 16
    while size < areaCount * 2 { size *= 2 }
    table = Array(repeating: -1, count: size)
  }

  /// The number of rows.
  var count: Int { weights.count }

  /// The bits of one row.
  subscript(row: Int) -> ArraySlice<UInt64> { words[row * wordCount..<(row + 1) * wordCount] }

  /// Adds an area to the row with its bits.
  mutating func add(_ bits: [UInt64], weight: Double, area: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in bits {
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] >= 0 {
      let row = Int(table[slot])
      if words[row * wordCount..<(row + 1) * wordCount].elementsEqual(bits) {
        weights[row] += weight
        return
      }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = Int32(count)
    words += bits
    weights.append(weight)
    areas.append(area)
  }
}

/// The areas that an objective is about.
enum CountedAreas {
  /// All of them.
  case listed
  /// Those with a weight above zero.
  case weighted
}

extension SitingProblem {
  /// The areas that no kept site reaches within a radius, by the free sites that do.
  func coverRows(within radius: Double, counting counted: CountedAreas) -> CoverRows {
    let siteCount = travel.sites.count
    let reach = min(radius, Double.greatestFiniteMagnitude)
    var rows = CoverRows(siteCount: siteCount, areaCount: weights.count)
    let freeBits = bits(of: free, words: rows.wordCount)
    let keptBits = bits(of: keep, words: rows.wordCount)
    var near = Array(repeating: UInt64(0), count: rows.wordCount)
    let minutes = travel.minutes.span
    for area in weights.indices where counted == .listed || weights[area] > 0 {
      var isKept = false
      for word in near.indices {
        var bits: UInt64 = 0
        let start = area * siteCount + word * 64
        for offset in 0..<min(64, siteCount - word * 64) {
          bits |= (minutes[start + offset] <= reach ? 1 : 0) << UInt64(offset)
        }
        if bits & keptBits[word] != 0 { isKept = true }
        near[word] = bits & freeBits[word]
      }
      if !isKept { rows.add(near, weight: weights[area], area: area) }
    }
    return rows
  }

  private func bits(of sites: [Int], words: Int) -> [UInt64] {
    var bits = Array(repeating: UInt64(0), count: words)
    for site in sites { bits[site / 64] |= 1 << UInt64(site % 64) }
    return bits
  }
}

/// The positions of the bits that are set, ascending.
func positions(of words: some Sequence<UInt64>) -> [Int] {
  var result: [Int] = []
  for (index, word) in words.enumerated() {
    var left = word
    while left != 0 {
      result.append(index * 64 + left.trailingZeroBitCount)
      left &= left - 1
    }
  }
  return result
}

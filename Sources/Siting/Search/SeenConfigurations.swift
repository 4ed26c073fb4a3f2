// SPDX-License-Identifier: Apache-2.0

/// The configurations that have been evaluated, where there are few enough to keep a bit for each.
///
/// With more than 24 sites to decide a search hardly meets the same configuration twice, and nothing
/// is kept.
struct SeenConfigurations: Sendable {
  private let sites: [Int]
  private var bits: [UInt64]

  init(optional sites: [Int]) {
    self.sites = sites
    bits = sites.count > 24 ? [] : Array(repeating: 0, count: (1 << sites.count) / 64 + 1)
  }

  /// Notes a configuration, given as open sites with up to two of them flipped; false when it was
  /// noted before.
  mutating func insert(_ isOpen: [Bool], _ first: Int?, _ second: Int?) -> Bool {
    guard !bits.isEmpty else { return true }
    var index = 0
    for (position, site) in sites.enumerated() {
      let isFlipped = site == first || site == second
      if isOpen[site] != isFlipped { index |= 1 << position }
    }
    let bit: UInt64 = 1 << UInt64(index & 63)
    guard bits[index >> 6] & bit == 0 else { return false }
    bits[index >> 6] |= bit
    return true
  }
}

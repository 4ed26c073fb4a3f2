// SPDX-License-Identifier: Apache-2.0

/// Means over the states of the blocking chain.
struct BlockingMeans {
  private(set) var active = 0.0
  private(set) var blocked = 0.0
  private(set) var community = 0.0
  private(set) var queue = 0.0
  private(set) var noBed = 0.0
  private(set) var lost = 0.0

  init(_ rates: BlockingRates, _ levels: [[Double]]) {
    for (level, chances) in levels.enumerated() {
      for (place, chance) in chances.enumerated() {
        active += chance * Double(rates.active(level, place))
        blocked += chance * Double(rates.blocked(place))
        community += chance * Double(min(place, rates.communityBeds))
      }
      let chance = chances.reduce(0, +)
      queue += chance * Double(max(0, level - rates.acuteBeds))
      if level >= rates.acuteBeds { noBed += chance }
      if level == rates.top { lost += chance }
    }
  }
}

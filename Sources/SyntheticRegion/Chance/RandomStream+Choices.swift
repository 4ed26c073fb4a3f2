// SPDX-License-Identifier: Apache-2.0

import Sampling

extension RandomStream {
  /// Whether something of this chance happens; consumes one half word either way.
  @inline(__always)
  mutating func happens(_ chance: Double) -> Bool { Double(nextHalf()) < chance * 0x1p32 }

  /// A whole number from 0 to below a limit.
  @inline(__always)
  mutating func below(_ limit: Int) -> Int { Int((UInt64(nextHalf()) * UInt64(limit)) >> 32) }

  /// A whole number in a range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// One of several things, all as likely.
  mutating func one<Element>(of things: [Element]) -> Element { things[below(things.count)] }

  /// One of several things, the first more likely than the last.
  ///
  /// With a steepness of 1 all are as likely; the chance of the first of n is n to the power of
  /// -1 / steepness.
  mutating func early<Element>(of things: [Element], steepness: Double) -> Element {
    things[early(of: things.count, steepness: steepness)]
  }

  /// As `early(of:steepness:)`, the place alone.
  mutating func early(of count: Int, steepness: Double) -> Int {
    min(count - 1, Int(Double(count) * Elementary.power(unit(), steepness)))
  }

  /// The place of one of several weights, each as likely as its share; the weights add up to 1.
  mutating func place(of shares: [Double]) -> Int {
    var luck = unit()
    for (place, share) in shares.enumerated() {
      if luck < share { return place }
      luck -= share
    }
    return max(0, shares.count - 1)
  }

  /// How often something happens whose number is Poisson's, by inversion: one word.
  mutating func count(mean: Double) -> Int {
    var luck = unit()
    var chance = Elementary.exponential(-mean)
    var count = 0
    while luck > chance, count < 400 {
      luck -= chance
      count += 1
      chance *= mean / Double(count)
    }
    return count
  }
}

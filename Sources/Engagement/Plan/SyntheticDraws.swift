// SPDX-License-Identifier: Apache-2.0

/// Seeded chance for made-up data: SplitMix64 (Steele, Lea and Flood, 2014).
public struct SyntheticDraws: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Draws that are the same for the same seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of the items, each as likely as its weight says.
  public mutating func pick<Item>(_ items: [(item: Item, weight: Double)]) -> Item? {
    let total = items.reduce(0) { $0 + $1.weight }
    var left = fraction() * total
    for (item, weight) in items {
      left -= weight
      if left < 0 { return item }
    }
    return items.last?.item
  }
}

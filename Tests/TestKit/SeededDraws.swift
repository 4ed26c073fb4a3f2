// SPDX-License-Identifier: Apache-2.0

/// Random test inputs that are the same on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
package struct SeededDraws: RandomNumberGenerator {
  private var state: UInt64

  /// Neighbouring seeds start far apart.
  package init(seed: some BinaryInteger) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number from zero to below a limit.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// A whole number in a range.
  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A number from zero to below one.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from one end to below the other.
  package mutating func number(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// Several such numbers.
  package mutating func numbers(_ count: Int, _ low: Double, _ high: Double) -> [Double] {
    (0..<count).map { _ in number(low, high) }
  }

  /// One of several things.
  package mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  /// Things in random order.
  package mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    items.shuffled(using: &self)
  }
}

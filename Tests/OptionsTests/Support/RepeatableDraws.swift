// SPDX-License-Identifier: Apache-2.0

/// SplitMix64 (Steele, Lea and Flood 2014), mixed once more by the seed: enough for test inputs.
struct RepeatableDraws {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
    state = bits() ^ 0x5851_F42D_4C95_7F2D
  }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func number(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * (Double(bits() >> 11) / 9_007_199_254_740_992)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.count))
  }

  mutating func numbers(_ count: Int, _ low: Double, _ high: Double) -> [Double] {
    (0..<count).map { _ in number(low, high) }
  }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[whole(0...items.count - 1)] }

  mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    var items = items
    for index in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(index, whole(0...index))
    }
    return items
  }
}

/// The seeds of the laws.
let lawSeeds = Array(1...60)

/// Whether two numbers agree within a tolerance, relative above 1 and absolute below.
func agree(_ one: Double, _ other: Double, within tolerance: Double = 1e-9) -> Bool {
  (one - other).magnitude <= tolerance * max(1, one.magnitude, other.magnitude)
}

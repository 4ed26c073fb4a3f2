// SPDX-License-Identifier: Apache-2.0

/// Random numbers for one draw, the same on every machine.
///
/// SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014). Seed and draw are hashed into the state, so that each draw has a
/// stream of its own and doesn't depend on how many numbers the draws before it used.
struct RandomStream {
  private var state: UInt64

  init(seed: UInt64, draw: Int) {
    state = Self.mixed(Self.mixed(seed) ^ Self.mixed(UInt64(draw) &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// A number from 0 up to but without 1, in steps of 2^-53.
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Double(Self.mixed(state) >> 11) * 0x1p-53
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var bits = word
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

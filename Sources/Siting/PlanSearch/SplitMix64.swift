// SPDX-License-Identifier: Apache-2.0

/// A small generator of random numbers, the same on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number from zero up to, but not including, a limit.
  mutating func below(_ limit: Int) -> Int {
    Int(bits().multipliedFullWidth(by: UInt64(limit)).high)
  }
}

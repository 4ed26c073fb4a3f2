// SPDX-License-Identifier: Apache-2.0

/// The random numbers of one start of a search, the same on every machine for the same seed.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix64: Sendable {
  private var state: UInt64

  /// The stream of one start: the key is hashed, so that streams do not overlap by a shift.
  init(seed: UInt64, start: Int) {
    state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = Self.mixed(
      state ^ Self.mixed(UInt64(truncatingIfNeeded: start) &+ 0x5851_F42D_4C95_7F2D))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var word = value
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A whole number from zero to below a positive one.
  ///
  /// For the small bounds of a search the unevenness is below one in 10^15.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: bits().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number from zero to below one.
  mutating func fraction() -> Double { Double(bits() >> 11) * 0x1p-53 }
}

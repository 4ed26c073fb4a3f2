// SPDX-License-Identifier: Apache-2.0

/// A hash of bytes with 64 bits, the same on every machine; not for secrets.
///
/// Each byte is multiplied in, and the end is mixed as SplitMix64 does (Steele, Lea and Flood, 2014).
struct MixedHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
    state = (state ^ 0xFF) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  var value: UInt64 {
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = MixedHash()
    hash.add(bytes)
    return hash.value
  }
}

/// Counts how many of some numbers occurred before.
func repeats(in numbers: [UInt64]) -> Int {
  let sorted = numbers.sorted()
  return zip(sorted, sorted.dropFirst()).count { $0 == $1 }
}

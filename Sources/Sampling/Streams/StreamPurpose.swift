// SPDX-License-Identifier: Apache-2.0

/// What chance is drawn for, so that two uses of one seed never share their luck.
///
/// Only a hash of the name is kept: FNV-1a over its UTF-8 bytes (Fowler, Noll and Vo), then mixed.
/// It is the same in every process and on every machine, which `Hasher` is not.
public struct StreamPurpose: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The hash of the name.
  public let hash: UInt64

  /// The purpose that a name stands for.
  public init(_ name: some StringProtocol) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.hash = Self.mixed(hash)
  }

  /// The purpose that a name in the source stands for.
  public init(stringLiteral name: String) { self.init(name) }

  /// A permutation of 64-bit words in which every bit of the result hangs on every bit given.
  ///
  /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
  static func mixed(_ word: UInt64) -> UInt64 {
    var word = word &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// A seed and a purpose as the key of streams: made once, outside the loop that opens the streams.
public struct StreamKey: Hashable, Sendable {
  @usableFromInline let words: SIMD2<UInt32>

  /// The key of a seed for a purpose.
  public init(seed: UInt64, purpose: StreamPurpose) {
    let word = StreamPurpose.mixed(StreamPurpose.mixed(seed) ^ purpose.hash)
    words = SIMD2(UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Random words without a state: the same key and counter always give the same four words, so that
/// runs and rows can be drawn in any order, by any number of threads and on any number of machines.
///
/// Philox4x32 with ten rounds: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as
/// easy as 1, 2, 3", SC11. It passes the known answers that its authors publish with Random123.
public enum Philox {
  /// The four 32-bit words at a counter of four words, under a key of two words.
  @inlinable @inline(__always)
  public static func words(_ counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (first, second, third, fourth) = (counter[0], counter[1], counter[2], counter[3])
    var (left, right) = (key[0], key[1])
    for _ in 0..<10 {
      let low = UInt64(first) &* 0xD251_1F53
      let high = UInt64(third) &* 0xCD9E_8D57
      first = UInt32(truncatingIfNeeded: high >> 32) ^ second ^ left
      second = UInt32(truncatingIfNeeded: high)
      third = UInt32(truncatingIfNeeded: low >> 32) ^ fourth ^ right
      fourth = UInt32(truncatingIfNeeded: low)
      left &+= 0x9E37_79B9
      right &+= 0xBB67_AE85
    }
    return SIMD4(first, second, third, fourth)
  }
}

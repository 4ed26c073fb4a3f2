// SPDX-License-Identifier: Apache-2.0

extension StreamKey {
  /// Two even numbers strictly between 0 and 1 that belong to a counter, each with 52 random bits.
  ///
  /// For luck that is addressed rather than drawn in order, such as that of patient 17 at the third
  /// step of a journey: who is asked first does not matter. Do not use it with a key that a
  /// `RandomStream` draws from.
  @inlinable @inline(__always)
  public func pair(at counter: SIMD4<UInt32>) -> (first: Double, second: Double) {
    let block = Philox.words(counter, key: words)
    return (
      RandomStream.unit(UInt64(block[0]) | UInt64(block[1]) << 32),
      RandomStream.unit(UInt64(block[2]) | UInt64(block[3]) << 32)
    )
  }
}

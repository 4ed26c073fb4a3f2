// SPDX-License-Identifier: Apache-2.0

internal import Sampling

/// The chances of one row: they depend on the seed, the file and the row's number alone.
struct RowChances {
  private var stream: RandomStream

  /// The key of a file, made once for all of its rows.
  static func key(seed: UInt64, file: SyntheticFile) -> StreamKey {
    StreamKey(seed: seed, purpose: StreamPurpose("synthetic system " + file.rawValue))
  }

  init(_ key: StreamKey, row: Int) { stream = RandomStream(key, index: row) }

  /// The next point between 0 and 1.
  mutating func next() -> Double { stream.unit() }

  /// A whole number about an expected one (Poisson).
  mutating func whole(about expected: Double) -> Int {
    expected > 0 ? stream.poisson(mean: expected) : 0
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Finds pairs of wordings that are likely to be alike without comparing every pair.
///
/// The chance that two sets have the same least element under a random order is their similarity
/// (Broder, 1997). Signatures of such least elements are cut into bands; wordings that share a whole
/// band are candidates (Indyk and Motwani, 1998).
struct MinHash {
  static let length = 64
  /// How many least elements make a band.
  ///
  /// At a similarity of 0.8, bands of four miss about one pair in 5,000; for lower thresholds
  /// bands of two keep the misses rare.
  let bandRows: Int
  private let multipliers: [UInt64]
  private let offsets: [UInt64]

  init(threshold: Double) {
    bandRows = threshold >= 0.75 ? 4 : 2
    var numbers = SplitMix(seed: 1940)
    multipliers = (0..<Self.length).map { _ in numbers.next() | 1 }
    offsets = (0..<Self.length).map { _ in numbers.next() }
  }

  /// One hash per band.
  func bands(of shingles: [UInt64]) -> [UInt64] {
    var least = [UInt64](repeating: .max, count: Self.length)
    least.withUnsafeMutableBufferPointer { least in
      multipliers.withUnsafeBufferPointer { multipliers in
        offsets.withUnsafeBufferPointer { offsets in
          for shingle in shingles {
            for place in 0..<Self.length {
              // The high half is the well-mixed half of a multiply and add.
              let value = (shingle &* multipliers[place] &+ offsets[place]) >> 32
              if value < least[place] { least[place] = value }
            }
          }
        }
      }
    }
    return stride(from: 0, to: Self.length, by: bandRows).map { start in
      least[start..<(start + bandRows)].reduce(0) { SplitMix.mix($0 &+ $1) }
    }
  }
}

/// Sets that can be joined, and asked which set an element is in (Tarjan, 1975).
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  /// Joins two sets.
  ///
  /// The earlier element stays the root, so that results do not depend on order.
  mutating func join(_ first: Int, _ second: Int) {
    let (left, right) = (root(of: first), root(of: second))
    parent[max(left, right)] = min(left, right)
  }
}

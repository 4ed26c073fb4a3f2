// SPDX-License-Identifier: Apache-2.0

/// A set of small whole numbers, one bit each.
///
/// It grows as members are added.
struct Bitmap: Sendable, Equatable {
  private(set) var words: [UInt64]

  init() { words = [] }

  /// Every number from 0 to just below the count.
  init(allBelow count: Int) {
    words = Array(repeating: .max, count: count / 64)
    if !count.isMultiple(of: 64) { words.append((1 << UInt64(count % 64)) - 1) }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ member: Int) -> Bool {
    member / 64 < words.count && words[member / 64] & (1 << UInt64(member % 64)) != 0
  }

  mutating func insert(_ member: Int) {
    let place = member / 64
    while words.count <= place { words.append(0) }
    words[place] |= 1 << UInt64(member % 64)
  }

  mutating func remove(_ member: Int) {
    guard member / 64 < words.count else { return }
    words[member / 64] &= ~(1 << UInt64(member % 64))
  }

  mutating func formUnion(_ other: Bitmap) {
    while words.count < other.words.count { words.append(0) }
    for place in other.words.indices { words[place] |= other.words[place] }
  }

  mutating func formIntersection(_ other: Bitmap) {
    for place in words.indices {
      words[place] &= place < other.words.count ? other.words[place] : 0
    }
  }

  mutating func subtract(_ other: Bitmap) {
    for place in words.indices.prefix(other.words.count) { words[place] &= ~other.words[place] }
  }

  /// The members in rising order, after passing over some, at most so many.
  func members(passingOver offset: Int, limit: Int) -> [Int] {
    var found: [Int] = []
    var passed = 0
    for (place, bits) in words.enumerated() where found.count < limit {
      let size = bits.nonzeroBitCount
      guard passed + size > offset else {
        passed += size
        continue
      }
      var word = bits
      while word != 0, found.count < limit {
        if passed >= offset { found.append(place * 64 + word.trailingZeroBitCount) }
        passed += 1
        word &= word - 1
      }
    }
    return found
  }
}

// SPDX-License-Identifier: Apache-2.0

/// One wording, and every text that has it.
struct Wording {
  /// The distinct shingles, as hashes in rising order.
  let shingles: [UInt64]
  /// The places of its texts, first seen first.
  var texts: [Int]

  /// The share of all shingles of either wording that both have.
  ///
  /// Shingles are compared by 64-bit hashes: two that differ share a hash by chance about once in
  /// 18 million million million pairs.
  func similarity(to other: Wording) -> Double {
    var left = 0
    var right = 0
    var shared = 0
    while left < shingles.count, right < other.shingles.count {
      let (first, second) = (shingles[left], other.shingles[right])
      if first == second { shared += 1 }
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    let union = shingles.count + other.shingles.count - shared
    return union > 0 ? Double(shared) / Double(union) : 0
  }

  /// Whether the similarity reaches a threshold; sizes that rule it out are not compared.
  func isAlike(_ other: Wording, threshold: Double) -> Bool {
    let smaller = min(shingles.count, other.shingles.count)
    let larger = max(shingles.count, other.shingles.count)
    guard Double(smaller) >= threshold * Double(larger) else { return false }
    return similarity(to: other) >= threshold
  }

  /// Groups texts that have the same words in the same order; texts too short are left out.
  static func wordings(of texts: [String], settings: CampaignSettings) -> [Wording] {
    var placeOf: [[UInt64]: Int] = [:]
    var wordings: [Wording] = []
    for (place, text) in texts.enumerated() {
      let words = wordHashes(of: text)
      guard words.count >= settings.minimumWords else { continue }
      if let known = placeOf[words] {
        wordings[known].texts.append(place)
      } else {
        placeOf[words] = wordings.count
        wordings.append(
          Wording(shingles: shingles(of: words, size: settings.shingleWords), texts: [place]))
      }
    }
    return wordings
  }

  private static func wordHashes(of text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    PlainWords.forEachWord(of: text) { word in
      // FNV-1a (Fowler, Noll and Vo), then mixed so that every bit depends on every letter.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hashes.append(SplitMix.mix(hash))
    }
    return hashes
  }

  private static func shingles(of words: [UInt64], size: Int) -> [UInt64] {
    let length = min(size, words.count)
    var hashes: [UInt64] = []
    hashes.reserveCapacity(words.count)
    for start in 0...(words.count - length) {
      var hash: UInt64 = 0
      for word in words[start..<(start + length)] { hash = SplitMix.mix(hash &+ word) }
      hashes.append(hash)
    }
    hashes.sort()
    var distinct: [UInt64] = []
    for hash in hashes where hash != distinct.last { distinct.append(hash) }
    return distinct
  }
}

/// A fixed sequence of well-mixed numbers (Steele, Lea and Flood, 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mix(state)
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Sampling

@Suite struct `Words by counter` {
  /// From the file of known answers that the authors publish with Random123.
  @Test(
    arguments: [
      (SIMD4(0, 0, 0, 0), SIMD2(0, 0), SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
      (
        SIMD4(repeating: .max), SIMD2(repeating: .max),
        SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
      ),
      (
        SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
        SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
      ),
    ] as [(SIMD4<UInt32>, SIMD2<UInt32>, SIMD4<UInt32>)])
  func `give the known answers`(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>, answer: SIMD4<UInt32>
  ) {
    #expect(Philox.words(counter, key: key) == answer)
  }
}

@Suite struct `A stream` {
  private let key = StreamKey(seed: 7, purpose: "spells")

  @Test func `is the same whenever it is opened`() {
    var first = RandomStream(key, index: 3, item: 9)
    var second = RandomStream(seed: 7, purpose: "spells", index: 3, item: 9)
    for _ in 0..<50 { #expect(first.next() == second.next()) }
  }

  /// 160,000 words of 64 bits: two that are equal by chance happen once in a thousand million runs.
  @Test func `shares no word with another seed, purpose, index or item`() {
    var seen: Set<UInt64> = []
    for seed: UInt64 in [0, 1] {
      for purpose: StreamPurpose in ["a", "b"] {
        for index in [-1, 0, 1, .max] {
          for item in 0..<10 {
            var stream = RandomStream(seed: seed, purpose: purpose, index: index, item: item)
            for _ in 0..<1_000 { seen.insert(stream.next()) }
          }
        }
      }
    }
    #expect(seen.count == 160_000)
  }

  @Test(arguments: [0, 1, 2, 7, 1_000])
  func `fills an array as it would draw it`(count: Int) {
    var drawn = RandomStream(key)
    var filled = RandomStream(key)
    var units = [Double](repeating: 0, count: count)
    filled.fill(&units)
    #expect(units == (0..<count).map { _ in drawn.unit() })
    #expect(filled.next() == drawn.next())
    filled.fill(&units)
    #expect(units == (0..<count).map { _ in drawn.unit() })
  }

  @Test func `has halves of its words`() {
    var words = RandomStream(key)
    var halves = RandomStream(key)
    let word = words.next()
    #expect(halves.nextHalf() == UInt32(truncatingIfNeeded: word))
    #expect(halves.nextHalf() == UInt32(truncatingIfNeeded: word >> 32))
    #expect(halves.next() == words.next())
  }

  @Test func `never draws 0 or 1`() {
    #expect(RandomStream.unit(0) > 0)
    #expect(RandomStream.unit(.max) < 1)
  }

  /// Chi-squared with 99 degrees of freedom: outside 46 to 176 once in a hundred thousand seeds.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `spreads evenly`(seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: "even")
    var counts = [Int](repeating: 0, count: 100)
    for _ in 0..<100_000 { counts[Int(stream.unit() * 100)] += 1 }
    let distance = counts.reduce(0.0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 }
    #expect((46...176).contains(distance))
  }

  @Test func `has a stable hash of its purpose`() {
    // FNV-1a of nothing is its offset; what follows is a permutation.
    #expect(StreamPurpose("").hash == StreamPurpose.mixed(0xCBF2_9CE4_8422_2325))
    #expect(StreamPurpose("a").hash == StreamPurpose.mixed(0xAF63_DC4C_8601_EC8C))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Linkage

@Suite struct SimilarityTests {
  @Test(
    arguments: [
      ("MARTHA", "MARHTA", 0.944, 0.961), ("DWAYNE", "DUANE", 0.822, 0.840),
      ("DIXON", "DICKSONX", 0.767, 0.813), ("JONES", "JOHNSON", 0.790, 0.832),
      ("ABROMS", "ABRAMS", 0.889, 0.922),
    ])
  func `gives the published values of Jaro and Winkler`(
    _ left: String, _ right: String, _ jaro: Double, _ winkler: Double
  ) {
    let one = Jaro.similarity(left, right, .duckDB, winkler: false)
    let other = Jaro.similarity(left, right, .duckDB, winkler: true)
    #expect(abs(one - jaro) < 0.0006)
    #expect(abs(other - winkler) < 0.0006)
  }

  @Test(
    arguments: [
      ("babbb", "bbaabbabaab", 0.7763636363636365), ("abab", "aabbabaab", 0.7583333333333334),
      ("dacbgedaaca", "dedafcbgec", 0.7456818181818182),
      ("aababbbab", "aabaaaa", 0.8539682539682539),
      ("acbabccb", "abbcbbbaabcaaabc", 0.6755952380952381),
    ])
  func `has the last bit of the values that DuckDB prints`(
    _ left: String, _ right: String, _ printed: Double
  ) {
    #expect(Jaro.similarity(left, right, .duckDB, winkler: true) == printed)
  }

  @Test func `the two variants differ where the systems do`() {
    #expect(Jaro.similarity("", "", .duckDB, winkler: true) == 0)
    #expect(Jaro.similarity("", "", .spark, winkler: true) == 1)
    let low = ("abxyz", "abpqrstu")
    let plain = Jaro.similarity(low.0, low.1, .duckDB, winkler: false)
    #expect(plain < 0.7)
    #expect(Jaro.similarity(low.0, low.1, .duckDB, winkler: true) == plain)
    #expect(Jaro.similarity(low.0, low.1, .spark, winkler: true) > plain)
    // Three matched letters in a ring: three are out of order, which is one swap rounded down.
    let ring = ("abcz", "cabz")
    #expect(
      Jaro.similarity(ring.0, ring.1, .spark, winkler: false)
        <= Jaro.similarity(ring.0, ring.1, .duckDB, winkler: false))
    #expect(Edits.distance("zoë", "zoe", .levenshtein, .spark) == 1)
    #expect(Edits.distance("zoë", "zoe", .levenshtein, .duckDB) == 2)
  }

  @Test(
    arguments: [
      ("kitten", "sitting", 3, 3), ("ca", "ac", 2, 1), ("", "abc", 3, 3), ("ca", "abc", 3, 3),
      ("saturday", "sunday", 3, 3),
    ])
  func `counts changes as the textbooks do`(
    _ left: String, _ right: String, _ changes: Int, _ withSwaps: Int
  ) {
    #expect(Edits.distance(left, right, .levenshtein, .duckDB) == changes)
    #expect(Edits.distance(left, right, .damerauLevenshtein, .duckDB) == withSwaps)
  }

  @Test(arguments: [StringVariant.duckDB, .spark])
  func `quick and plain similarities have the same bits`(_ variant: StringVariant) {
    var generator = SplitMix(seed: 7)
    var places = CharacterPlaces()
    var differing = 0
    for _ in 0..<100_000 {
      let (left, right) = Self.pair(&generator)
      for winkler in [false, true] {
        let plain = Jaro.similarity(left, right, variant, winkler: winkler)
        let quick = left.withUnsafeBufferPointer { one in
          right.withUnsafeBufferPointer { other in
            guard let left = one.baseAddress, let right = other.baseAddress else { return 0.0 }
            places.hold(left, one.count)
            return places.similarity(
              left, one.count, right, other.count, variant, winkler: winkler)
          }
        }
        if quick != plain { differing += 1 }
        places.forget()
      }
    }
    #expect(differing == 0)
  }

  @Test(arguments: [EditMeasure.levenshtein, .damerauLevenshtein])
  func `quick and plain numbers of changes are the same`(_ measure: EditMeasure) {
    var generator = SplitMix(seed: 8)
    var places = CharacterPlaces()
    var differing = 0
    for _ in 0..<50_000 {
      let (left, right) = Self.pair(&generator)
      let quick = left.withUnsafeBufferPointer { one in
        right.withUnsafeBufferPointer { other in
          guard let left = one.baseAddress, let right = other.baseAddress else { return 0 }
          places.hold(left, one.count)
          return places.distance(one.count, right, other.count, measure)
        }
      }
      places.forget()
      if quick != Edits.distance(left, right, measure) { differing += 1 }
    }
    #expect(differing == 0)
  }

  @Test func `gives the codes of Soundex`() {
    let codes = [
      ("robert", "R163"), ("rupert", "R163"), ("ashcraft", "A261"), ("tymczak", "T522"),
      ("pfister", "P236"), ("honeyman", "H555"), ("lee", "L000"), ("o'brien", "O165"),
    ]
    for (name, code) in codes {
      #expect(Soundex.code(name.utf8).map { String(decoding: $0, as: UTF8.self) } == code)
    }
    #expect(Soundex.code("".utf8) == nil)
    #expect(Soundex.code("9".utf8) == nil)
  }

  @Test func `logarithms and powers are those of mathematics`() {
    #expect(Base2.log(8) == 3)
    #expect(Base2.log(0.25) == -2)
    #expect(abs(Base2.log(10) - 3.321_928_094_887_362_3) < 1e-15)
    #expect(abs(Base2.log(1e-300) + 996.578_428_466_208_7) < 1e-12)
    #expect(abs(Base2.power(0.5) - 2.0.squareRoot()) < 1e-15)
    #expect(abs(Base2.probability(weight: 3) - 8.0 / 9) < 1e-15)
    #expect(Base2.probability(weight: -2000) == 0)
  }

  /// Two texts of few letters, of 1 to 64 bytes, often alike.
  private static func pair(_ generator: inout SplitMix) -> ([UInt8], [UInt8]) {
    let letters = 2 + generator.below(6)
    let most = generator.below(8) == 0 ? 64 : 12
    let text = { (_ generator: inout SplitMix) in
      (0..<(1 + generator.below(most))).map { _ in UInt8(97 + generator.below(letters)) }
    }
    let left = text(&generator)
    guard generator.below(2) == 0 else { return (left, text(&generator)) }
    var right = left
    for _ in 0..<(1 + generator.below(3)) {
      right[generator.below(right.count)] = UInt8(97 + generator.below(letters))
    }
    if generator.below(2) == 0, right.count > 1 {
      right.swapAt(0, generator.below(right.count))
    }
    return (left, right)
  }
}

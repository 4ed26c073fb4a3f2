// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// Writes names as Bloom filters, in which like names have like bits (Schnell, Bachteler and
/// Reiher, “Privacy-preserving record linkage using Bloom filters”, 2009).
///
/// Pairs of neighbouring letters, with an underscore at both ends, each set some bits. Which, is
/// decided by keyed double hashing: position = a + i·b, with a and b from HMAC-SHA-256 of the pair.
///
/// Such filters can be attacked: common names make common filters, and pairs of letters can be
/// found back from how often bits are set (Niedermeyer and others, 2014; Christen and others, 2018).
/// The two ways of hardening make that more work and not impossible.
public struct NameEncoder: Sendable {
  /// Bits in an encoding.
  public static let bits = 512
  /// Bits that a pair of letters sets, of which some may fall together.
  public static let functions = 15

  /// What is done against attacks.
  public struct Hardening: Hashable, Sendable {
    /// The year of birth is part of the key, so that one name has many filters.
    ///
    /// Records whose years differ can no longer be compared by name.
    public var isSaltedWithYear: Bool
    /// A filter twice as long is folded in half by exclusive or (Schnell and Borgs, 2016).
    public var isFolded: Bool

    /// Ways of hardening.
    public init(isSaltedWithYear: Bool = false, isFolded: Bool = false) {
      self.isSaltedWithYear = isSaltedWithYear
      self.isFolded = isFolded
    }
  }

  private let keyed: HMAC<SHA256>
  /// What is done against attacks.
  public let hardening: Hardening

  /// Encodes names under a key.
  ///
  /// Given names and surnames share it, so that names in the wrong field can still be compared.
  public init(_ key: PseudonymKey, hardening: Hardening = Hardening()) {
    keyed = HMAC<SHA256>(key: key.fieldKey("name-encoding"))
    self.hardening = hardening
  }

  /// The encoding of a standardised name: 64 bytes.
  ///
  /// Without a year of birth a salted encoder has none; the result is nil.
  public func encoding(of name: String, year: String?) -> [UInt8]? {
    var salt: [UInt8] = []
    if hardening.isSaltedWithYear {
      guard let year, !year.isEmpty else { return nil }
      salt = Array(year.utf8)
    }
    let length = hardening.isFolded ? 2 * Self.bits : Self.bits
    var filter = [UInt8](repeating: 0, count: length / 8)
    let letters = [UInt8(ascii: "_")] + Array(name.utf8) + [UInt8(ascii: "_")]
    for index in 1..<letters.count {
      set(letters[(index - 1)...index], salt, in: &filter)
    }
    guard hardening.isFolded else { return filter }
    let half = Self.bits / 8
    return (0..<half).map { filter[$0] ^ filter[$0 + half] }
  }

  private func set(_ pair: ArraySlice<UInt8>, _ salt: [UInt8], in filter: inout [UInt8]) {
    var code = keyed
    code.update(data: Array(pair) + salt)
    let (first, second) = code.finalize().withUnsafeBytes { bytes in
      (
        Int(bytes[0]) | Int(bytes[1]) << 8 | Int(bytes[2]) << 16,
        Int(bytes[3]) | Int(bytes[4]) << 8 | Int(bytes[5]) << 16 | 1
      )
    }
    for turn in 0..<Self.functions {
      let position = (first + turn * second) & (filter.count * 8 - 1)
      filter[position >> 3] |= 1 << UInt8(position & 7)
    }
  }

  /// How alike two encodings are: twice the bits in common by the bits of both (Dice, 1945).
  public static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    var common = 0
    var all = 0
    for (a, b) in zip(left, right) {
      common += (a & b).nonzeroBitCount
      all += a.nonzeroBitCount + b.nonzeroBitCount
    }
    return all == 0 ? 0 : 2 * Double(common) / Double(all)
  }
}

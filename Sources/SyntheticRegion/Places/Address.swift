// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Where a household lives.
struct Address {
  /// The place of its outcode among all.
  let outcode: Int
  /// A whole postcode with one space.
  let postcode: [UInt8]
  /// A made-up property reference: a number that no other property has.
  let property: Int
  /// The decile of deprivation, from 1 (most) to 10.
  let deprivation: Int

  private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ".utf8)

  /// A postcode of an outcode, drawn from its 4,000.
  static func postcode(of outcode: Int, using stream: inout RandomStream) -> [UInt8] {
    var bytes = RegionPlace.codes[outcode]
    bytes.append(UInt8(ascii: " "))
    bytes.append(UInt8(ascii: "0") + UInt8(stream.below(10)))
    bytes.append(letters[stream.below(letters.count)])
    bytes.append(letters[stream.below(letters.count)])
    return bytes
  }

  /// A decile near that of the outcode.
  static func deprivation(of outcode: Int, using stream: inout RandomStream) -> Int {
    let usual = RegionPlace.outcodes[outcode].deprivation
    return min(10, max(1, usual + stream.whole(-1...1)))
  }
}

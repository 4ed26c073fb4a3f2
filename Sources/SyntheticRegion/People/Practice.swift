// SPDX-License-Identifier: Apache-2.0

/// The made-up general practices: four in each outcode.
enum Practice {
  static let perOutcode = 4

  /// Such as `practice-we7-2`.
  static func name(outcode: Int, number: Int) -> [UInt8] {
    Array("practice-\(RegionPlace.outcodes[outcode].code.lowercased())-\(number + 1)".utf8)
  }

  static let names: [[UInt8]] = (0..<(RegionPlace.outcodes.count * perOutcode)).map {
    name(outcode: $0 / perOutcode, number: $0 % perOutcode)
  }

  /// That of somebody who lives somewhere.
  static func bytes(_ address: Address, _ number: Int) -> [UInt8] {
    names[address.outcode * perOutcode + number]
  }
}

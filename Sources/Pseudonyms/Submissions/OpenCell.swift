// SPDX-License-Identifier: Apache-2.0

import Identifiers

/// Cells that leave in clear: codes and groups, and nothing else that somebody wrote there.
enum OpenCell {
  private static let isCodeByte: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: " "),
      UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// Whether bytes can be a code or the name of a group: short, plain, and no NHS number.
  static func isCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 64 else { return false }
    var digits = 0
    for byte in bytes {
      guard isCodeByte[Int(byte)] else { return false }
      if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") { digits += 1 }
    }
    guard digits == 10 else { return true }
    return NHSNumber(String(decoding: bytes.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self))
      == nil
  }

  /// An amount of money: digits, perhaps with a sign and a point.
  static func isAmount(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-"): guard index == 0 else { return false }
      default: return false
      }
    }
    return (1...9).contains(digits) && points <= 1
  }

  /// A decile: 1 to 10.
  static func isDecile(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count == 1 { return bytes[0] >= UInt8(ascii: "1") && bytes[0] <= UInt8(ascii: "9") }
    return bytes.elementsEqual("10".utf8)
  }
}

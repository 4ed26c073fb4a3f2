// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The digest that binds an entry to everything before it.
enum ChainDigest {
  /// The digest that stands before the first entry.
  static let origin = String(repeating: "0", count: 64)

  /// SHA-256 (FIPS 180-4) of the fields in order, each as its length in bytes, a colon, itself and
  /// a line feed, so that no two different entries are written alike.
  static func of(_ row: EntryRow) -> String {
    let fields = [
      String(row.sequence), row.time, row.author.id, row.author.role, row.family, row.type,
      String(row.version), row.subject, row.payload, row.previous,
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.reduce(0) { $0 + $1.utf8.count + 8 })
    for field in fields {
      bytes.append(contentsOf: String(field.utf8.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: field.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return SHA256.hash(data: bytes).hexadecimal
  }
}

extension Digest {
  /// The bytes as lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

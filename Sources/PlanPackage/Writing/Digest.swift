// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// SHA-256 of bytes (NIST FIPS 180-4) in lower-case hexadecimal.
public func sha256(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in SHA256.hash(data: Array(bytes)) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

extension JSONEncoder {
  /// The one way in which Weald writes JSON for people and for version control: sorted keys,
  /// indented, a line break at the end.
  package static func readable(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try Array(encoder.encode(value)) + [UInt8(ascii: "\n")]
  }
}

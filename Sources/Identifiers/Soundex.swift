// SPDX-License-Identifier: Apache-2.0

/// American Soundex (Russell and Odell, 1918): a letter and three digits for how a name sounds.
public enum Soundex {
  /// The code of a name, such as `R163` for Robert; nil where it has no letter a to z.
  ///
  /// Letters with the same digit in a row count once, also with h or w between them.
  public static func code(of name: String) -> String? {
    var code: [UInt8] = []
    var last: UInt8 = 0
    for byte in LatinLetters.folded(name).utf8 where (97...122).contains(byte) {
      let digit = digits[Int(byte) - 97]
      if code.isEmpty {
        code.append(byte - 32)
      } else if digit > 0 && digit != last {
        code.append(48 + digit)
      }
      if code.count == 4 { break }
      if byte != 104 && byte != 119 { last = digit }
    }
    guard !code.isEmpty else { return nil }
    return String(decoding: code, as: UTF8.self)
      + String(repeating: "0", count: 4 - code.count)
  }

  /// The digits of a to z; 0 for letters that have none.
  private static let digits: [UInt8] = [
    0, 1, 2, 3, 0, 1, 2, 0, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 0, 2, 0, 2,
  ]
}

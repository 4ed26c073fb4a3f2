// SPDX-License-Identifier: Apache-2.0

/// American Soundex (Russell and Odell, 1918), in the form of the United States' archives.
public enum Soundex {
  /// The digit of each letter from a to z; 0 for vowels and y, and 7 for h and w, which part nothing.
  private static let digits: [UInt8] = Array("01230127022455012623017202".utf8)

  /// The letter and three digits of a name in ASCII letters, nil where it does not begin with one.
  public static func code(_ name: some Sequence<UInt8>) -> [UInt8]? {
    var code: [UInt8] = []
    var last: UInt8 = 0
    for byte in name {
      let lower = byte | 0x20
      guard lower >= 0x61, lower <= 0x7A else {
        if code.isEmpty { return nil }
        continue
      }
      let digit = digits[Int(lower - 0x61)]
      if code.isEmpty {
        code.append(lower - 0x20)
        last = digit
        continue
      }
      if digit == 0x37 { continue }
      if digit != 0x30, digit != last { code.append(digit) }
      last = digit
      if code.count == 4 { return code }
    }
    guard !code.isEmpty else { return nil }
    return code + [UInt8](repeating: 0x30, count: 4 - code.count)
  }
}

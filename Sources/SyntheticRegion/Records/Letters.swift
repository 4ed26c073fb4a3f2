// SPDX-License-Identifier: Apache-2.0

extension UInt8 {
  var isSmallLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  var capital: UInt8 { isSmallLetter ? self - 32 : self }
}

extension [UInt8] {
  /// All letters as capitals.
  var capitals: [UInt8] { map(\.capital) }

  /// A capital at the beginning and after each hyphen and apostrophe.
  var titled: [UInt8] {
    var result = self
    var starts = true
    for place in indices {
      if starts { result[place] = self[place].capital }
      starts = !self[place].isSmallLetter
    }
    return result
  }
}

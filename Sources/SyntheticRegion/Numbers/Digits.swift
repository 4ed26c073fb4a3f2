// SPDX-License-Identifier: Apache-2.0

/// A whole number of at least 0 in ten digits' writing, with zeros before it to fill a width.
func decimal(_ number: Int, width: Int = 1) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.appendDecimal(number, width: width)
  return bytes
}

extension [UInt8] {
  /// Appends a whole number of at least 0, with zeros before it to fill a width.
  mutating func appendDecimal(_ number: Int, width: Int = 1) {
    var digits = 1
    var power = 10
    while power <= number {
      digits += 1
      power *= 10
    }
    digits = Swift.max(digits, width)
    let start = count
    for _ in 0..<digits { append(UInt8(ascii: "0")) }
    var (place, rest) = (start + digits - 1, number)
    while rest > 0 {
      self[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      place -= 1
    }
  }

  /// Appends the bytes of a text.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

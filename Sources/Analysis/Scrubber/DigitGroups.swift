// SPDX-License-Identifier: Apache-2.0

/// Groups of digits that stand close together, as people write long numbers.
struct DigitGroups {
  /// More digits than any number looked for has.
  private static let mostDigits = 15
  private static let mostGroups = 8
  private static let mostSeparators = 3

  /// Each whole group, in order.
  private(set) var groups: [Range<Int>] = []
  /// Whether the number can start where the first group does: not inside a sum or a decimal.
  let hasClearStart: Bool

  init(_ text: ScannedText, from start: Int) {
    let before = text[start - 1]
    let joins = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/")]
    hasClearStart =
      before != UInt8(ascii: "$") && !(joins.contains(before) && text.isDigit(start - 2))
    var place = start
    var digits = 0
    while groups.count < Self.mostGroups {
      let end = text.digitsEnd(from: place, limit: Self.mostDigits - digits + 1)
      digits += end - place
      guard end > place, digits <= Self.mostDigits else { return }
      groups.append(place..<end)
      place = end
      while place - end < Self.mostSeparators, Self.isSeparator(text[place]) { place += 1 }
      guard place > end else { return }
    }
  }

  /// The digits of the first groups, as numbers from 0 to 9.
  func digits(ofFirst count: Int, in text: ScannedText) -> [Int] {
    groups.prefix(count).flatMap { group in group.map { text.number($0..<($0 + 1)) } }
  }

  /// Whether the number can end after its first groups: not inside a word, a sum or an address.
  func hasClearEnd(afterFirst count: Int, in text: ScannedText) -> Bool {
    let end = groups[count - 1].upperBound
    let after = text[end]
    if text.isWordPart(end) || after == UInt8(ascii: "%") || after == UInt8(ascii: "@") {
      return false
    }
    let joins = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/")]
    return !(joins.contains(after) && text.isDigit(end + 1))
  }

  private static func isSeparator(_ code: UInt8) -> Bool {
    code == UInt8(ascii: " ") || code == UInt8(ascii: "-") || code == UInt8(ascii: ".")
      || code == UInt8(ascii: "(") || code == UInt8(ascii: ")")
  }
}

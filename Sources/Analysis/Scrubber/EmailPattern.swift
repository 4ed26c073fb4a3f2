// SPDX-License-Identifier: Apache-2.0

/// An e-mail address: a name, an at sign, and a domain with at least one dot.
enum EmailPattern {
  /// The longest name and domain that addresses have (RFC 5321, 4.5.3.1).
  private static let longestName = 64
  private static let longestDomain = 255

  static func matches(in text: ScannedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for place in 0..<text.count where text[place] == UInt8(ascii: "@") {
      let floor = max(found.last?.upperBound ?? 0, place - longestName)
      guard let start = nameStart(before: place, floor: floor, in: text),
        let end = domainEnd(after: place, in: text)
      else { continue }
      found.append(start..<end)
    }
    return found
  }

  private static func nameStart(before at: Int, floor: Int, in text: ScannedText) -> Int? {
    var start = at
    while start > floor, isNamePart(text[start - 1]) { start -= 1 }
    while start < at, !text.isWordPart(start) { start += 1 }
    return start < at ? start : nil
  }

  private static func domainEnd(after at: Int, in text: ScannedText) -> Int? {
    var end = at + 1
    var lastDot: Int?
    while end - at <= longestDomain {
      if text.isWordPart(end) || text[end] == UInt8(ascii: "-") {
        end += 1
      } else if text[end] == UInt8(ascii: "."), text.isWordPart(end - 1), text.isWordPart(end + 1) {
        lastDot = end
        end += 1
      } else {
        break
      }
    }
    while end > at, text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard let lastDot, end - lastDot > 2, text.isLetter(lastDot + 1) else { return nil }
    return end
  }

  private static func isNamePart(_ code: UInt8) -> Bool {
    switch code {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "'"):
      true
    default: ScannedText.isLetter(code) || ScannedText.isDigit(code)
    }
  }
}

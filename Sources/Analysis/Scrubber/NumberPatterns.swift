// SPDX-License-Identifier: Apache-2.0

/// An NHS number: ten digits, the last of which checks the others.
enum NHSNumberPattern {
  /// The ways it is written, by the lengths of its groups.
  private static let shapes = [[10], [3, 3, 4], [3, 7], [6, 4]]

  static func match(_ number: DigitGroups, in text: ScannedText) -> Range<Int>? {
    guard number.hasClearStart else { return nil }
    for shape in shapes {
      let groups = number.groups.prefix(shape.count)
      guard groups.map(\.count) == shape, hasPlainSeparators(groups, in: text),
        number.hasClearEnd(afterFirst: shape.count, in: text)
      else { continue }
      let digits = number.digits(ofFirst: shape.count, in: text)
      // Ten digits from nought are a telephone number unless they are grouped as an NHS number is.
      guard digits[0] != 0 || shape.count == 3, isValid(digits) else { continue }
      return groups[0].lowerBound..<groups[shape.count - 1].upperBound
    }
    return nil
  }

  /// Whether the check digit is right (NHS Data Dictionary: weights 10 to 2, modulus 11).
  static func isValid(_ digits: [Int]) -> Bool {
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    let check = (11 - sum % 11) % 11
    return check == digits[9]
  }

  private static func hasPlainSeparators(
    _ groups: ArraySlice<Range<Int>>, in text: ScannedText
  ) -> Bool {
    zip(groups, groups.dropFirst()).allSatisfy { left, right in
      right.lowerBound - left.upperBound == 1
        && [UInt8(ascii: " "), UInt8(ascii: "-")].contains(text[left.upperBound])
    }
  }
}

/// A United Kingdom telephone number, at home or with the country's code.
enum TelephonePattern {
  static func match(_ number: DigitGroups, in text: ScannedText) -> Range<Int>? {
    guard number.hasClearStart, let first = number.groups.first else { return nil }
    let hasPlus = text[first.lowerBound - 1] == UInt8(ascii: "+")
    for count in stride(from: number.groups.count, to: 0, by: -1) {
      guard number.hasClearEnd(afterFirst: count, in: text),
        isWritten(number.groups.prefix(count), hasPlus: hasPlus),
        isNumber(number.digits(ofFirst: count, in: text), hasPlus: hasPlus)
      else { continue }
      let end = number.groups[count - 1].upperBound
      return start(of: first.lowerBound, end: end, in: text)..<end
    }
    return nil
  }

  /// Dates and times start with one or two digits; dialling codes have three or more.
  private static func isWritten(_ groups: ArraySlice<Range<Int>>, hasPlus: Bool) -> Bool {
    guard let first = groups.first, let last = groups.last else { return false }
    return (hasPlus || first.count >= 3) && (last.count >= 3 || groups.count > 4)
  }

  private static func isNumber(_ digits: [Int], hasPlus: Bool) -> Bool {
    var national = digits[...]
    let code = hasPlus ? [4, 4] : [0, 0, 4, 4]
    if national.starts(with: code) {
      national = national.dropFirst(code.count)
      if national.first == 0 { national = national.dropFirst() }
    } else {
      guard !hasPlus, national.first == 0 else { return false }
      national = national.dropFirst()
    }
    switch national.first {
    case 1, 8: return national.count == 9 || national.count == 10
    case 2, 3, 7: return national.count == 10
    default: return false
    }
  }

  /// Takes in a plus sign, and an opening bracket whose closing one is inside the number.
  private static func start(of place: Int, end: Int, in text: ScannedText) -> Int {
    let before = text[place - 1]
    if before == UInt8(ascii: "+") { return place - 1 }
    let hasClosing = (place..<end).contains { text[$0] == UInt8(ascii: ")") }
    return before == UInt8(ascii: "(") && hasClosing ? place - 1 : place
  }
}

// SPDX-License-Identifier: Apache-2.0

/// An NHS number: ten digits, the last of them a check digit.
public struct NHSNumber: Sendable, Hashable, CustomStringConvertible {
  /// The ten digits.
  public let text: String
  /// The ten digits.
  public var description: String { text }

  /// Reads a number with a right check digit, with or without spaces; nil for any other.
  ///
  /// Ten times the same digit is no number, though the check digit is right for most of them.
  public init?(_ text: String) {
    guard let value = Self.standardise(text).value else { return nil }
    self.text = value
  }

  /// Whether the number is of the range 999 000 0000 to 999 999 9999, which is kept for tests and never
  /// given to a person.
  public var isForTests: Bool { text.hasPrefix("999") }

  /// The check digit of nine digits: 11 less the remainder by 11 of the sum of the digits times 10, 9 … 2.
  ///
  /// - Returns: 0 to 9; nil where the remainder asks for 10, so that no number has these nine digits, or
  ///   where they are not nine digits.
  public static func checkDigit(of nine: some Sequence<Int>) -> Int? {
    var sum = 0
    var weight = 10
    for digit in nine {
      guard (0...9).contains(digit), weight >= 2 else { return nil }
      sum += digit * weight
      weight -= 1
    }
    guard weight == 1 else { return nil }
    let check = (11 - sum % 11) % 11
    return check == 10 ? nil : check
  }

  /// The check digit of nine digits written as text; nil where there is none.
  public static func checkDigit(of nine: String) -> Int? {
    let digits = nine.utf8.map { Int($0) - 48 }
    return checkDigit(of: digits)
  }

  /// Standardises a number to ten digits without spaces.
  ///
  /// A number with a wrong check digit or length is invalid and may still be compared.
  public static func standardise(_ text: String) -> StandardisedValue {
    let bytes = text.utf8.filter { !separators.contains($0) }
    guard !bytes.isEmpty else { return .missing() }
    let digits = bytes.map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else {
      return standsForNothing(text)
        ? .missing("stands for no number") : .invalid("not digits", comparable: tidy(text))
    }
    let number = String(decoding: bytes, as: UTF8.self)
    if Set(digits).count == 1 { return .missing("the same digit throughout") }
    guard digits.count == 10 else { return .invalid("not ten digits", comparable: number) }
    guard checkDigit(of: digits.dropLast()) == digits.last else {
      return .invalid("wrong check digit", comparable: number)
    }
    return .kept(number)
  }

  private static func tidy(_ text: String) -> String { trimmed(text).lowercased() }

  /// Spaces, tabs, hyphens.
  private static let separators: Set<UInt8> = [32, 9, 45]
}

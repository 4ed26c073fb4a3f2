// SPDX-License-Identifier: Apache-2.0

/// The permanent name of a fact, such as `finance.gap.do-nothing.2020-21`.
///
/// Lower-case words and numbers joined by hyphens, grouped by full stops. An id, once
/// published, is never given to another figure: prose, papers and other plans cite it.
public struct FactID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written.
  public let rawValue: String

  /// Accepts a well-formed id and returns nil for anything else.
  public init?(_ text: String) {
    guard FactID.isWellFormed(text) else { return nil }
    rawValue = text
  }

  /// The value as it is written.
  public var description: String { rawValue }

  /// Orders by the value that each stands for.
  public static func < (left: FactID, right: FactID) -> Bool { left.rawValue < right.rawValue }

  private static func isWellFormed(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    guard isWordCharacter(first), isWordCharacter(last) else { return false }
    var previousJoins = false
    for byte in text.utf8 {
      let joins = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      if joins && previousJoins { return false }
      if !joins && !isWordCharacter(byte) { return false }
      previousJoins = joins
    }
    return true
  }

  private static func isWordCharacter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

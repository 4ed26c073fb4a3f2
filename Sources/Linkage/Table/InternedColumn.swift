// SPDX-License-Identifier: Apache-2.0

/// A column of records in which each distinct value is held once and each row holds its number.
public struct InternedColumn: Sendable {
  /// The name of the column.
  public let name: String
  /// The number of each row's value, in the order in which values first came; -1 where it is missing.
  public let codes: [Int32]
  /// How many rows hold each value.
  public let counts: [Int32]
  /// The UTF-8 bytes of all distinct values, one after the other.
  package let bytes: [UInt8]
  /// Where each value's bytes begin, and where the last one's end.
  package let offsets: [Int]

  package init(
    name: String, codes: [Int32], counts: [Int32], bytes: [UInt8], offsets: [Int]
  ) {
    self.name = name
    self.codes = codes
    self.counts = counts
    self.bytes = bytes
    self.offsets = offsets
  }

  /// How many different values there are.
  public var distinctCount: Int { counts.count }

  /// The text of a value.
  public func text(of code: Int32) -> String {
    String(decoding: bytes(of: Int(code)), as: UTF8.self)
  }

  /// What a row holds, nil where it is missing.
  public func value(row: Int) -> String? {
    codes[row] < 0 ? nil : text(of: codes[row])
  }

  /// The bytes of a value.
  package func bytes(of code: Int) -> ArraySlice<UInt8> {
    bytes[offsets[code]..<offsets[code + 1]]
  }

  /// How many rows hold something.
  package var presentCount: Int {
    counts.reduce(0) { $0 + Int($1) }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The values of a part of a column: each distinct value of the column has the number of its part.
struct PartValues: Sendable {
  /// The number of the part of each value of the column, -1 where it has none; nil when they are the same.
  let map: [Int32]?
  /// How many different parts there are.
  let distinctCount: Int
  let bytes: [UInt8]
  let offsets: [Int]

  init(_ column: InternedColumn, _ part: FieldPart.Part) {
    guard part != .whole else {
      map = nil
      distinctCount = column.distinctCount
      bytes = column.bytes
      offsets = column.offsets
      return
    }
    var builder = ColumnBuilder(name: column.name)
    builder.reserve(column.distinctCount)
    for code in 0..<column.distinctCount {
      if let taken = part.taken(from: column.bytes(of: code)), !taken.isEmpty {
        taken.withUnsafeBytes { builder.append($0) }
      } else {
        builder.appendMissing()
      }
    }
    let parts = builder.column()
    map = parts.codes
    distinctCount = parts.distinctCount
    bytes = parts.bytes
    offsets = parts.offsets
  }

  /// The bytes of one part.
  func bytes(of code: Int) -> ArraySlice<UInt8> { bytes[offsets[code]..<offsets[code + 1]] }

  /// The number that each of these parts has among the parts of another column, -1 where it is not there.
  func numbers(in other: PartValues) -> [Int32] {
    var known: [ArraySlice<UInt8>: Int32] = [:]
    known.reserveCapacity(other.distinctCount)
    for code in 0..<other.distinctCount { known[other.bytes(of: code)] = Int32(code) }
    return (0..<distinctCount).map { known[bytes(of: $0)] ?? -1 }
  }
}

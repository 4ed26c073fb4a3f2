// SPDX-License-Identifier: Apache-2.0

/// Gathers the values of one column and numbers the distinct ones.
///
/// Columns are independent of each other, so two threads can fill one each.
public struct ColumnBuilder: Sendable {
  private let name: String
  private var codes: [Int32] = []
  private var counts: [Int32] = []
  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  private var hashes: [UInt32] = []
  /// The number of a value plus one at the place of its hash, 0 where the place is free.
  private var slots: [Int32]

  /// Begins an empty column.
  public init(name: String) {
    self.name = name
    slots = [Int32](repeating: 0, count: 1 << 10)
  }

  /// Makes room for so many rows.
  public mutating func reserve(_ rows: Int) { codes.reserveCapacity(rows) }

  /// Adds a row in which the value is missing.
  public mutating func appendMissing() { codes.append(-1) }

  /// Adds a row with a text; nil is missing.
  public mutating func append(_ value: String?) {
    guard var value else { return appendMissing() }
    value.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a row with the text of these UTF-8 bytes, which may be empty.
  public mutating func append(_ value: UnsafeRawBufferPointer) {
    codes.append(number(value))
  }

  /// The finished column.
  public func column() -> InternedColumn {
    InternedColumn(name: name, codes: codes, counts: counts, bytes: bytes, offsets: offsets)
  }

  private mutating func number(_ value: UnsafeRawBufferPointer) -> Int32 {
    let hash = Self.hash(value)
    let last = slots.count - 1
    var place = Int(hash) & last
    while slots[place] != 0 {
      let code = Int(slots[place]) - 1
      if hashes[code] == hash, holds(code, value) {
        counts[code] += 1
        return Int32(code)
      }
      place = (place + 1) & last
    }
    return add(value, hash, at: place)
  }

  private mutating func add(
    _ value: UnsafeRawBufferPointer, _ hash: UInt32, at place: Int
  ) -> Int32 {
    let code = counts.count
    slots[place] = Int32(code + 1)
    counts.append(1)
    hashes.append(hash)
    bytes.append(contentsOf: value)
    offsets.append(bytes.count)
    if counts.count * 2 > slots.count { grow() }
    return Int32(code)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    let last = slots.count - 1
    for (code, hash) in hashes.enumerated() {
      var place = Int(hash) & last
      while slots[place] != 0 { place = (place + 1) & last }
      slots[place] = Int32(code + 1)
    }
  }

  private func holds(_ code: Int, _ value: UnsafeRawBufferPointer) -> Bool {
    let start = offsets[code]
    guard offsets[code + 1] - start == value.count else { return false }
    return bytes.withUnsafeBufferPointer { held in
      for index in 0..<value.count where held[start + index] != value[index] { return false }
      return true
    }
  }

  /// A hash of eight bytes at a time, the same in every run.
  static func hash(_ value: UnsafeRawBufferPointer) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: value.count)
    var index = 0
    while index < value.count {
      var word: UInt64 = 0
      if index + 8 <= value.count {
        word = value.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      } else {
        for byte in value[index...] { word = word << 8 | UInt64(byte) }
      }
      state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
      index += 8
    }
    state = state &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: state >> 29)
  }
}

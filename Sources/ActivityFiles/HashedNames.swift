// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Numbers of names, found by the names' hashes.
///
/// Millions of identifiers are kept as 64 bits each. Two that are known and have one hash would be
/// told when they are added; an unknown one passes for a known one with a chance of one in
/// a million million for some millions of names.
struct HashedNames: Sendable {
  private var hashes: [UInt64]
  private var numbers: [UInt32]
  private(set) var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    numbers = [UInt32](repeating: 0, count: size)
  }

  /// A hash of bytes, never zero: eight at a time, multiplied and folded.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
      state = mix(state ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    while position < bytes.count {
      rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
    return mix(state ^ rest) | 1
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low &+ 0xA076_1D64_78BD_642F
  }

  /// The number of a name, or nil.
  func number(_ hash: UInt64) -> UInt32? {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a name; false when it is there.
  mutating func add(_ hash: UInt64, _ number: UInt32) -> Bool {
    if (count + 1) * 2 > hashes.count { grow() }
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    hashes[slot] = hash
    numbers[slot] = number
    count += 1
    return true
  }

  private mutating func grow() {
    var larger = HashedNames(capacity: hashes.count)
    for (hash, number) in zip(hashes, numbers) where hash != 0 { _ = larger.add(hash, number) }
    self = larger
  }
}

/// Names that are met while reading, with the numbers that they are given.
struct NewNames: Sendable {
  private var known = HashedNames(capacity: 256)
  private(set) var names: [String] = []

  mutating func number(_ bytes: UnsafeRawBufferPointer) -> UInt16 {
    let hash = HashedNames.hash(bytes)
    if let number = known.number(hash) { return UInt16(truncatingIfNeeded: number) }
    let number = UInt32(names.count)
    guard number < UInt32(UInt16.max) else { return UInt16.max - 1 }
    _ = known.add(hash, number)
    names.append(String(decoding: bytes, as: UTF8.self))
    return UInt16(truncatingIfNeeded: number)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Where each byte stands in a text of at most 64 bytes, as one bit for each place.
///
/// Both quick comparisons ask this of the left text once for each byte of the right one; it is kept while
/// the left text stays the same, as it does along a block.
struct CharacterPlaces: ~Copyable {
  private let bits: UnsafeMutablePointer<UInt64>
  private var held: UnsafePointer<UInt8>?
  private var length = 0

  init() {
    bits = .allocate(capacity: 256)
    bits.initialize(repeating: 0, count: 256)
  }

  deinit { bits.deallocate() }

  /// Takes in a text; nothing is done when it is the one that was taken in last.
  @inline(__always)
  mutating func hold(_ text: UnsafePointer<UInt8>, _ count: Int) {
    if held == text, length == count { return }
    if let held {
      for index in 0..<length { bits[Int(held[index])] = 0 }
    }
    for index in 0..<count { bits[Int(text[index])] |= 1 << UInt64(index) }
    held = text
    length = count
  }

  /// Lets go of the text, whose memory may be another's next.
  mutating func forget() {
    for byte in 0..<256 { bits[byte] = 0 }
    held = nil
    length = 0
  }

  @inline(__always)
  subscript(_ byte: UInt8) -> UInt64 { bits[Int(byte)] }
}

// SPDX-License-Identifier: Apache-2.0

/// The texts of a part, ready to be compared: where each stands, and a summary that rules most pairs out.
final class TextEntries: @unchecked Sendable {  // written in `init` alone
  /// One text.
  struct Entry {
    /// Which letters it has, once and twice; the numbers of shared bits bound the shared letters.
    var letters: UInt64 = 0
    var offset: UInt32 = 0
    var length: UInt16 = 0
    /// How many letters are there for the third time or more.
    var further: UInt8 = 0
    var isASCII = true
  }

  let bytes: UnsafeMutablePointer<UInt8>
  let entries: UnsafeMutablePointer<Entry>

  init(_ values: PartValues) {
    bytes = .allocate(capacity: max(1, values.bytes.count))
    bytes.initialize(from: values.bytes, count: values.bytes.count)
    entries = .allocate(capacity: max(1, values.distinctCount))
    for code in 0..<values.distinctCount {
      entries[code] = Self.entry(values.bytes(of: code), at: values.offsets[code])
    }
  }

  deinit {
    bytes.deallocate()
    entries.deallocate()
  }

  /// One text with its bytes, as long as the entries live.
  struct Text {
    let entry: Entry
    let start: UnsafePointer<UInt8>

    @inline(__always)
    init(_ entries: UnsafePointer<Entry>, _ bytes: UnsafePointer<UInt8>, _ code: Int32) {
      entry = entries[Int(code)]
      start = bytes + Int(entry.offset)
    }

    @inline(__always)
    var count: Int { Int(entry.length) }

    /// The bytes as an array, for the plain forms.
    var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
  }

  /// At least as many as the characters that two texts share.
  @inline(__always)
  static func mostShared(_ left: Entry, _ right: Entry) -> Int {
    (left.letters & right.letters).nonzeroBitCount + Int(min(left.further, right.further))
  }

  private static func entry(_ text: ArraySlice<UInt8>, at offset: Int) -> Entry {
    var entry = Entry(offset: UInt32(offset), length: UInt16(min(text.count, 65_535)))
    for byte in text {
      if byte >= 0x80 { entry.isASCII = false }
      let isLetter = (0x61...0x7A).contains(byte)
      let first: UInt64 = 1 << UInt64(isLetter ? byte - 0x61 : 52 + byte % 6)
      let second = first << (isLetter ? 26 : 6)
      if entry.letters & first == 0 {
        entry.letters |= first
      } else if entry.letters & second == 0 {
        entry.letters |= second
      } else if entry.further < 255 {
        entry.further += 1
      }
    }
    return entry
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Finds the references to contents in the JSON of an event.
///
/// With sorted keys and no spaces a reference is always written as
/// `{"digest":"<64 digits>","id":"<26 letters>"}`; inside a text its quotation marks would be
/// escaped, so nothing else looks like it.
enum ReferenceScanner {
  private static let opening = Array(#"{"digest":""#.utf8)
  private static let middle = Array(#"","id":""#.utf8)
  private static let closing = Array(#""}"#.utf8)

  static func references(_ payload: String) -> [ContentReference] {
    let bytes = Array(payload.utf8)
    var found: [ContentReference] = []
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
      if let (reference, end) = reference(bytes, at: start) {
        found.append(reference)
        place = end
      } else {
        place = start + 1
      }
    }
    return found
  }

  private static func reference(
    _ bytes: [UInt8], at start: Int
  ) -> (ContentReference, end: Int)? {
    guard let digest = text(bytes, opening, 64, at: start) else { return nil }
    let second = start + opening.count + 64
    guard let id = text(bytes, middle, 26, at: second) else { return nil }
    let third = second + middle.count + 26
    guard bytes[third...].starts(with: closing) else { return nil }
    return (ContentReference(id: id, digest: digest), third + closing.count)
  }

  private static func text(
    _ bytes: [UInt8], _ mark: [UInt8], _ length: Int, at start: Int
  ) -> String? {
    guard start + mark.count + length <= bytes.count, bytes[start...].starts(with: mark) else {
      return nil
    }
    let part = bytes[(start + mark.count)..<(start + mark.count + length)]
    let isPlain = part.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    return isPlain ? String(decoding: part, as: UTF8.self) : nil
  }
}

// SPDX-License-Identifier: Apache-2.0

extension FieldPart.Part {
  /// The bytes of this part of a value, nil where the value has none.
  func taken(from value: ArraySlice<UInt8>) -> [UInt8]? {
    switch self {
    case .whole: Array(value)
    case .characters(let start, let length): Self.characters(value, start, length)
    case .soundex: Soundex.code(value)
    case .year: WrittenDate.isWritten(value) ? Array(value.prefix(4)) : nil
    case .month: WrittenDate.isWritten(value) ? Array(value.dropFirst(5).prefix(2)) : nil
    case .day: WrittenDate.isWritten(value) ? Array(value.dropFirst(8)) : nil
    case .yearAndMonth: WrittenDate.isWritten(value) ? Array(value.prefix(7)) : nil
    case .postcodeArea: WrittenPostcode(value).area.map { Array($0) }
    case .outcode: WrittenPostcode(value).outcode.map { Array($0) }
    case .postcodeSector: WrittenPostcode(value).sector.map { Array($0) }
    }
  }

  private static func characters(
    _ value: ArraySlice<UInt8>, _ start: Int, _ length: Int
  ) -> [UInt8] {
    let skipped = max(0, start - 1)
    if value.allSatisfy({ $0 < 0x80 }) { return Array(value.dropFirst(skipped).prefix(length)) }
    let scalars = String(decoding: value, as: UTF8.self).unicodeScalars
    var taken = String.UnicodeScalarView()
    taken.append(contentsOf: scalars.dropFirst(skipped).prefix(length))
    return Array(String(taken).utf8)
  }
}

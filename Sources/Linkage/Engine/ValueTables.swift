// SPDX-License-Identifier: Apache-2.0

/// What is looked up of values when a pair is compared, worked out once for each distinct value.
struct ValueTables: Sendable {
  /// A date's day number, and its year, month and day in one number; both -1 where it is no date.
  struct Day: Sendable {
    var number: Int32 = -1
    var digits: Int32 = -1
    /// The digits with day and month changed over.
    var swapped: Int32 = -1

    init(_ date: WrittenDate?) {
      guard let date else { return }
      number = date.dayNumber
      digits = Int32(date.year * 10_000 + date.month * 100 + date.day)
      swapped = Int32(date.year * 10_000 + date.day * 100 + date.month)
    }
  }

  /// The days of all values of a part.
  final class Days: @unchecked Sendable {  // written in `init` alone
    let days: UnsafeMutablePointer<Day>

    init(_ values: PartValues) {
      days = .allocate(capacity: max(1, values.distinctCount))
      for code in 0..<values.distinctCount {
        (days + code).initialize(to: Day(WrittenDate(values.bytes(of: code))))
      }
    }

    deinit { days.deallocate() }
  }

  /// By the indices of instructions' tables.
  var days: [Days] = []
  /// The groups of nicknames of each value, by table.
  var groups: [[[Int32]]] = []
  /// The texts of each part that is compared as text.
  var texts: [FieldPart: TextEntries] = [:]
  /// The bits of each value's encoding, for `dice`.
  var encodings: [FieldPart: [[UInt64]]] = [:]
  /// The tokens between spaces of each value, for `sharedTokens`.
  var tokens: [FieldPart: [Set<ArraySlice<UInt8>>]] = [:]

  init(_ model: inout CompiledModel, _ slots: inout Slots, _ nicknames: NicknameTable)
    throws(LinkageError)
  {
    for part in model.dates { days.append(Days(try slots.values(of: part))) }
    let memberships = model.names.isEmpty ? [:] : nicknames.memberships()
    for part in model.names {
      let values = try slots.values(of: part)
      groups.append(
        (0..<values.distinctCount).map {
          memberships[String(decoding: values.bytes(of: $0), as: UTF8.self)] ?? []
        })
    }
    for text in model.texts {
      for part in [text.left, text.right] { try prepare(part, text.measure, &slots) }
    }
  }

  private mutating func prepare(
    _ part: FieldPart, _ measure: TextComparison.Measure, _ slots: inout Slots
  ) throws(LinkageError) {
    let values = try slots.values(of: part)
    switch measure {
    case .similarity(.dice):
      if encodings[part] == nil {
        encodings[part] = (0..<values.distinctCount).map { Self.bits(values.bytes(of: $0)) }
      }
    case .similarity(.sharedTokens):
      if tokens[part] == nil {
        tokens[part] = (0..<values.distinctCount).map {
          Set(values.bytes(of: $0).split(separator: 0x20))
        }
      }
    default: if texts[part] == nil { texts[part] = TextEntries(values) }
    }
  }

  /// The bits of hexadecimal digits; other characters count as 0.
  private static func bits(_ text: ArraySlice<UInt8>) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (text.count + 15) / 16)
    for (place, byte) in text.enumerated() {
      let digit: UInt64 =
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x41...0x46: UInt64(byte - 0x37)
        case 0x61...0x66: UInt64(byte - 0x57)
        default: 0
        }
      words[place / 16] |= digit << UInt64(60 - place % 16 * 4)
    }
    return words
  }
}

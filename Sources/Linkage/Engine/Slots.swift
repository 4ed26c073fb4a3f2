// SPDX-License-Identifier: Apache-2.0

/// What is held of every record: the numbers of the parts of columns that a model uses.
///
/// A slot is one part, or one part numbered as another column's parts are, so that the two can be compared.
struct Slots: Sendable {
  /// One thing held.
  struct Key: Hashable, Sendable {
    var part: FieldPart
    /// The part whose numbering is used, when it is not this one's own.
    var numberedAs: FieldPart?
  }

  /// The column, and the numbers of its values here.
  struct Values: Sendable {
    let codes: [Int32]
    let map: [Int32]?
    let distinctCount: Int

    @inline(__always)
    func code(_ row: Int) -> Int32 {
      let code = codes[row]
      guard let map, code >= 0 else { return code }
      return map[Int(code)]
    }
  }

  /// The most slots: three lanes of 64 hold the source and what is present.
  static let most = 61

  private let table: RecordTable
  private var indices: [Key: Int] = [:]
  private(set) var values: [Values] = []
  private(set) var parts: [FieldPart: PartValues] = [:]

  init(_ table: RecordTable) { self.table = table }

  /// The lane of a part, which is added when it is new.
  mutating func lane(_ part: FieldPart) throws(LinkageError) -> Int {
    try lane(Key(part: part))
  }

  /// The lane of a part in the numbering of another.
  mutating func lane(_ part: FieldPart, as other: FieldPart) throws(LinkageError) -> Int {
    part == other ? try lane(part) : try lane(Key(part: part, numberedAs: other))
  }

  /// What the slot of a lane holds.
  func values(lane: Int) -> Values { values[Self.slot(lane: lane)] }

  /// The values of a part.
  mutating func values(of part: FieldPart) throws(LinkageError) -> PartValues {
    if let known = parts[part] { return known }
    let made = PartValues(try column(part.column), part.part)
    parts[part] = made
    return made
  }

  /// The column of a name.
  func column(_ name: String) throws(LinkageError) -> InternedColumn {
    guard let column = table.column(name) else {
      throw .unknownColumn(name, known: table.columns.map(\.name))
    }
    return column
  }

  /// The lane of a slot: lanes 13 to 15 are taken.
  static func lane(slot: Int) -> Int { slot < 13 ? slot : slot + 3 }

  private static func slot(lane: Int) -> Int { lane < 13 ? lane : lane - 3 }

  private mutating func lane(_ key: Key) throws(LinkageError) -> Int {
    if let known = indices[key] { return Self.lane(slot: known) }
    let slot = values.count
    indices[key] = slot
    let own = try values(of: key.part)
    let codes = try column(key.part.column).codes
    if let other = key.numberedAs {
      let there = try values(of: other)
      let translation = own.numbers(in: there)
      let map = own.map?.map { $0 < 0 ? -1 : translation[Int($0)] } ?? translation
      values.append(Values(codes: codes, map: map, distinctCount: there.distinctCount))
    } else {
      values.append(Values(codes: codes, map: own.map, distinctCount: own.distinctCount))
    }
    return Self.lane(slot: slot)
  }
}

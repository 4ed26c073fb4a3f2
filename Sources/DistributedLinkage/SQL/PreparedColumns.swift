// SPDX-License-Identifier: Apache-2.0

import Linkage

/// What is worked out once for each record before pairs are compared.
struct PreparedColumns {
  /// In which form a part is needed.
  enum Form: Hashable {
    /// The part itself.
    case text
    /// Its characters in their order, so that texts with other characters are told apart quickly.
    case sortedCharacters
    /// The day that it names, null for what is no date.
    case date
    /// Its distinct tokens between spaces.
    case tokens
    /// Its bits as numbers of 32 of them.
    case bits
    /// How many bits are set.
    case bitCount
    /// The groups of nicknames that hold it.
    case nicknames
  }

  /// A part in a form.
  struct Column: Hashable {
    let part: FieldPart
    let form: Form
  }

  /// The columns in the order in which they were asked for.
  private(set) var columns: [Column] = []
  /// The columns whose values are counted.
  private(set) var terms: [String] = []
  private var known: [Column: Int] = [:]

  /// The name of a part in a form, which is added when it is new.
  mutating func name(_ part: FieldPart, _ form: Form = .text) -> String {
    let column = Column(part: part, form: form)
    if let number = known[column] { return "p\(number)" }
    known[column] = columns.count
    columns.append(column)
    return "p\(columns.count - 1)"
  }

  /// The name of the share that a value of a column has among all that are there.
  mutating func share(_ column: String) -> String {
    if let number = terms.firstIndex(of: column) { return "s\(number)" }
    terms.append(column)
    return "s\(terms.count - 1)"
  }

  /// What has to be joined to find nicknames, by the number of the column.
  var nicknames: [(number: Int, part: FieldPart)] {
    columns.enumerated().compactMap { $1.form == .nicknames ? ($0, $1.part) : nil }
  }

  /// The expression of each column over the records as they were read.
  var expressions: [String] {
    columns.enumerated().map { number, column in
      "\(Self.expression(column, number)) as p\(number)"
    }
  }

  private static func expression(_ column: Column, _ number: Int) -> String {
    let text = text(column.part)
    switch column.form {
    case .text: return text
    case .sortedCharacters: return "array_join(array_sort(split(\(text), '')), '')"
    case .date:
      return "case when \(isDate(text)) then try_to_date(\(text), 'yyyy-MM-dd') end"
    case .tokens: return "array_distinct(filter(split(\(text), ' '), x -> x <> ''))"
    case .bits: return bits(text)
    case .bitCount:
      return "aggregate(\(bits(text)), 0, (sum, x) -> sum + bit_count(x))"
    case .nicknames: return "k\(number).groups"
    }
  }

  // Encodings are read eight hexadecimal digits at a time; other characters count as 0.
  private static func bits(_ text: String) -> String {
    let digits = "regexp_replace(\(text), '[^0-9A-Fa-f]', '0')"
    return "transform(sequence(0, (length(\(text)) - 1) div 8), "
      + "i -> cast(conv(rpad(substr(\(digits), i * 8 + 1, 8), 8, '0'), 16, 10) as bigint))"
  }

  static func isDate(_ text: String) -> String {
    "\(text) rlike '^[0-9]{4}-[0-9]{2}-[0-9]{2}\\\\z'"
  }

  /// A part of a value; null where the value has no such part.
  static func text(_ part: FieldPart) -> String {
    let value = "d.\(SQLText.name(part.column))"
    switch part.part {
    case .whole: return value
    case .characters(let start, let length):
      return "nullif(substr(\(value), \(max(1, start)), \(length)), '')"
    case .soundex:
      // Only the first letter of ASCII counts, and what is no letter parts nothing.
      return "case when \(value) rlike '^[A-Za-z]' "
        + "then soundex(regexp_replace(\(value), '[^A-Za-z]', '')) end"
    case .year: return datePart(value, 1, 4)
    case .month: return datePart(value, 6, 2)
    case .day: return datePart(value, 9, 2)
    case .yearAndMonth: return datePart(value, 1, 7)
    case .postcodeArea: return postcode(value, "")
    case .outcode: return postcode(value, "[0-9][A-Za-z0-9]?")
    case .postcodeSector: return postcode(value, "[0-9][A-Za-z0-9]? [0-9]")
    }
  }

  private static func datePart(_ value: String, _ start: Int, _ length: Int) -> String {
    "case when \(isDate(value)) then substr(\(value), \(start), \(length)) end"
  }

  private static func postcode(_ value: String, _ rest: String) -> String {
    "nullif(regexp_extract(\(value), '^([A-Za-z]{1,2}\(rest))', 1), '')"
  }
}

// SPDX-License-Identifier: Apache-2.0

import Linkage

/// The first and the last word of full names, as given name and surname where records have no such columns.
enum NameParts {
  /// The fields and columns with those of the parts added, where there are full names alone.
  static func added(
    to fields: [RecordField], _ columns: [InternedColumn]
  ) -> (fields: [RecordField], columns: [InternedColumn]) {
    guard let full = fields.first(where: { $0.kind == .fullName }),
      !fields.contains(where: { $0.kind == .givenName || $0.kind == .surname }),
      let column = columns.first(where: { $0.name == full.name })
    else { return (fields, columns) }
    let names = (0..<column.distinctCount).map { words(of: column.text(of: Int32($0))) }
    let parts: [(FieldKind, [String?])] = [
      (.givenName, names.map { $0.first.map(String.init) }),
      (.surname, names.map { $0.count > 1 ? $0.last.map(String.init) : nil }),
    ]
    return (
      fields + parts.map { RecordField(kind: $0.0, header: full.header) },
      columns
        + parts.map { kind, values in
          var builder = ColumnBuilder(name: kind.rawValue)
          for code in column.codes { builder.append(code < 0 ? nil : values[Int(code)]) }
          return builder.column()
        }
    )
  }

  private static func words(of name: String) -> [Substring] {
    var words = name.split(separator: " ")
    while words.count > 2, let last = words.last, suffixes.contains(last) { words.removeLast() }
    return words
  }

  private static let suffixes: Set<Substring> = [
    "jr", "junior", "sr", "senior", "ii", "iii", "iv", "esq", "phd", "md", "obe", "mbe", "cbe",
    "bt",
    "bart", "baronet",
  ]
}

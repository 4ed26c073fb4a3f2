// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Which records are compared where nobody says otherwise.
enum DefaultBlocking {
  /// A column with one value for all records, so that all pairs are compared.
  static let everything = "everything"

  /// Rules from the most to the least selective sort; how many are used is decided by their sizes.
  static func candidates(for fields: [RecordField]) -> [BlockingRule] {
    if DefaultComparisons.isPseudonymised(fields) {
      return TokenModel.blocking(of: Set(fields.map(\.name)))
    }
    let columns = Columns(fields)
    var rules = columns.strong.map { BlockingRule($0) }
    rules += columns.namePairs
    rules += pairs(columns.moderate, columns.moderate)
    rules += pairs(columns.moderate, columns.weak)
    rules += columns.moderate.map { BlockingRule($0) }
    rules += triples(columns.partsOfDates, columns.partsOfNames, columns.weak)
    rules += pairs(columns.partsOfDates, columns.partsOfNames)
    var seen: Set<BlockingRule> = []
    return rules.filter { seen.insert($0).inserted }
  }

  /// Each part with each, no column with itself.
  private static func pairs(_ some: [FieldPart], _ others: [FieldPart]) -> [BlockingRule] {
    some.enumerated().flatMap { index, one in
      others.enumerated().compactMap { other, two in
        one.column == two.column || (some == others && other <= index)
          ? nil : BlockingRule(one, two)
      }
    }
  }

  private static func triples(_ a: [FieldPart], _ b: [FieldPart], _ c: [FieldPart])
    -> [BlockingRule]
  {
    a.flatMap { one in b.flatMap { two in c.map { BlockingRule(one, two, $0) } } }
  }

  /// The columns by how few records share a value.
  private struct Columns {
    var strong: [FieldPart] = []
    var moderate: [FieldPart] = []
    var weak: [FieldPart] = []
    var partsOfDates: [FieldPart] = []
    var partsOfNames: [FieldPart] = []
    var namePairs: [BlockingRule] = []

    init(_ fields: [RecordField]) {
      for field in fields {
        let part = FieldPart(field.name)
        switch field.kind {
        case .nhsNumber, .identifier, .email, .phone: strong.append(part)
        case .dateOfBirth:
          moderate.append(part)
          partsOfDates += [FieldPart.Part.yearAndMonth, .year].map { FieldPart(field.name, $0) }
        case .surname, .givenName, .fullName, .postcode, .address, .property:
          moderate.append(part)
        case .town, .birthPlace, .occupation, .streetNumber, .text, .middleName: weak.append(part)
        case .token: strong.append(part)
        case .sex, .category, .encoding: break
        }
        addParts(of: field)
      }
      let names = Set(fields.map(\.name))
      if names.contains("given-name"), names.contains("surname") {
        let given = FieldPart("given-name")
        let surname = FieldPart("surname")
        namePairs.append(
          BlockingRule(keys: [
            BlockingKey(left: given, right: surname), BlockingKey(left: surname, right: given),
          ]))
      }
    }

    private mutating func addParts(of field: RecordField) {
      switch field.kind {
      case .surname:
        partsOfNames.append(FieldPart(field.name, .soundex))
        partsOfNames.append(FieldPart(field.name, .characters(start: 1, length: 3)))
      case .givenName, .fullName:
        partsOfNames.append(FieldPart(field.name, .characters(start: 1, length: 3)))
      case .postcode:
        partsOfNames.append(FieldPart(field.name, .outcode))
      default: break
      }
    }
  }
}

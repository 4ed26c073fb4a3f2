// SPDX-License-Identifier: Apache-2.0

import Linkage

/// What is compared where nobody says otherwise, from the kinds of the fields.
enum DefaultComparisons {
  /// One comparison for each field.
  ///
  /// The levels were written down once for all data; the weights are learnt from the records.
  static func comparisons(of fields: [RecordField]) -> [Comparison] {
    let names = Set(fields.map(\.name))
    if isPseudonymised(fields) { return TokenModel.comparisons(of: names).map(\.comparison) }
    let hasBothNames = names.contains("given-name") && names.contains("surname")
    return fields.compactMap { field in
      // A full name beside its parts would say the same thing twice.
      if field.kind == .fullName && hasBothNames { return nil }
      return Comparison(field.name, levels: levels(of: field, isNamePart: hasBothNames))
    }
  }

  /// What people of one household share, in the order of ``comparisons(of:)``.
  static func roles(of fields: [RecordField]) -> [ComparisonRole] {
    if isPseudonymised(fields) {
      return TokenModel.comparisons(of: Set(fields.map(\.name))).map(\.role)
    }
    let kinds = Dictionary(fields.map { ($0.name, $0.kind) }) { first, _ in first }
    return comparisons(of: fields).map { kinds[$0.name]?.role ?? .personal }
  }

  /// Whether the fields are those of a pseudonymised file.
  static func isPseudonymised(_ fields: [RecordField]) -> Bool {
    fields.contains { field in
      TokenModel.kinds.contains { $0.header == field.name && $0.kind == .token }
    }
  }

  private static func levels(of field: RecordField, isNamePart: Bool) -> [ComparisonLevel] {
    let part = FieldPart(field.name)
    let middle: [ComparisonLevel] =
      switch field.kind {
      case .givenName: givenName(part, isNamePart)
      case .middleName: [near(part, 0.9), initial(part)]
      case .surname: surname(part, isNamePart)
      case .fullName: fullName(part)
      case .dateOfBirth: date(part)
      case .postcode: postcode(part)
      case .nhsNumber, .identifier, .phone: [edits(part, 1), edits(part, 2)]
      case .email: email(part)
      case .address:
        [near(part, 0.94), shared(part, 0.5), near(part, 0.85), shared(part, 0.25)]
      case .town, .birthPlace, .text: [near(part, 0.92), near(part, 0.85), shared(part, 0.3)]
      case .streetNumber: [edits(part, 1)]
      case .occupation: [near(part, 0.9)]
      case .encoding: [dice(part, 0.9), dice(part, 0.8), dice(part, 0.7)]
      case .sex, .category, .property, .token: []
      }
    let exact = ComparisonLevel(
      "the same", .equal(part),
      termFrequency: field.kind == .sex ? nil : TermFrequency(column: field.name))
    return [ComparisonLevel("missing", .missing(part), isMissing: true), exact] + middle
      + [ComparisonLevel("different", .otherwise)]
  }

  private static func givenName(_ part: FieldPart, _ isNamePart: Bool) -> [ComparisonLevel] {
    [ComparisonLevel("a nickname of the other", .nickname(part)), near(part, 0.92)]
      + (isNamePart ? [exchanged] : [])
      + [near(part, 0.85), initial(part), shared(part, 0.5)]
  }

  private static func surname(_ part: FieldPart, _ isNamePart: Bool) -> [ComparisonLevel] {
    [near(part, 0.92)] + (isNamePart ? [exchanged] : [])
      + [
        near(part, 0.85), shared(part, 0.5),
        ComparisonLevel("sounds the same", .equal(FieldPart(part.column, .soundex))),
      ]
  }

  /// A given name that is the surname of the other record.
  private static var exchanged: ComparisonLevel {
    let given = FieldPart("given-name")
    let surname = FieldPart("surname")
    return ComparisonLevel(
      "given name and surname exchanged",
      .any([.crossed(left: given, right: surname), .crossed(left: surname, right: given)]))
  }

  private static func initial(_ part: FieldPart) -> ComparisonLevel {
    ComparisonLevel(
      "an initial of the other",
      .all([
        .equal(FieldPart(part.column, .characters(start: 1, length: 1))),
        .missing(FieldPart(part.column, .characters(start: 2, length: 1))),
      ]))
  }

  private static func fullName(_ part: FieldPart) -> [ComparisonLevel] {
    [
      near(part, 0.95), shared(part, 0.7), near(part, 0.9), shared(part, 0.5), near(part, 0.85),
      shared(part, 0.25),
    ]
  }

  private static func date(_ part: FieldPart) -> [ComparisonLevel] {
    func same(_ some: FieldPart.Part) -> LevelCondition { .equal(FieldPart(part.column, some)) }
    return [
      ComparisonLevel("day and month exchanged", .dayAndMonthSwapped(part)),
      edits(part, 1),
      ComparisonLevel("year and month the same", same(.yearAndMonth)),
      ComparisonLevel(
        "two of year, month and day the same",
        .any([.all([same(.month), same(.day)]), .all([same(.year), same(.day)])])),
      edits(part, 2),
      ComparisonLevel("the same year", same(.year)),
      ComparisonLevel("within ten years", .daysApart(part, atMost: 3653)),
    ]
  }

  private static func postcode(_ part: FieldPart) -> [ComparisonLevel] {
    [
      edits(part, 1),
      ComparisonLevel("the same sector", .equal(FieldPart(part.column, .postcodeSector))),
      ComparisonLevel("the same outcode", .equal(FieldPart(part.column, .outcode))),
      edits(part, 2),
      ComparisonLevel("the same area", .equal(FieldPart(part.column, .postcodeArea))),
    ]
  }

  private static func email(_ part: FieldPart) -> [ComparisonLevel] {
    let local = FieldPart(part.column + "-name")
    return [
      ComparisonLevel("the same before the @", .equal(local)), edits(part, 1), near(part, 0.92),
      ComparisonLevel(
        "before the @ alike", .similar(local, .jaroWinkler, atLeast: 0.88)),
    ]
  }

  private static func near(_ part: FieldPart, _ least: Double) -> ComparisonLevel {
    ComparisonLevel("Jaro-Winkler at least \(least)", .similar(part, .jaroWinkler, atLeast: least))
  }

  private static func shared(_ part: FieldPart, _ least: Double) -> ComparisonLevel {
    ComparisonLevel("words shared at least \(least)", .similar(part, .sharedTokens, atLeast: least))
  }

  private static func dice(_ part: FieldPart, _ least: Double) -> ComparisonLevel {
    ComparisonLevel("Dice at least \(least)", .similar(part, .dice, atLeast: least))
  }

  private static func edits(_ part: FieldPart, _ most: Int) -> ComparisonLevel {
    ComparisonLevel(
      "at most \(most) \(most == 1 ? "edit" : "edits")",
      .edits(part, .damerauLevenshtein, atMost: most))
  }
}

extension FieldKind {
  /// Whether two people of one household are alike in it.
  fileprivate var role: ComparisonRole {
    switch self {
    case .givenName, .middleName, .fullName, .sex, .nhsNumber, .identifier, .email, .occupation,
      .token,
      .encoding, .text:
      .personal
    case .surname, .postcode, .phone, .town, .address, .streetNumber, .birthPlace, .property,
      .category:
      .shared
    case .dateOfBirth: .sharedByTwins
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Identifiers
public import RecordFiles

/// How a submission is turned into tokens.
public struct PseudonymisationRules: Sendable {
  /// The key of the partnership and purpose.
  public var key: PseudonymKey
  /// Writes names as filters; nil when policy does not allow it.
  public var encoder: NameEncoder?
  /// Who has objected, by NHS number.
  public var optOuts = OptOutList()
  /// Who has objected, by token, to the use of records of any source.
  public var optedOutTokens: Set<String> = []
  /// Who has objected, by token, to the use of records of practices.
  public var typeOneTokens: Set<String> = []
  /// The day on which ages are counted.
  public var day: StandardDate
  /// How the letters of the files are written.
  public var encoding = TextEncoding.utf8

  /// Rules under a key.
  public init(key: PseudonymKey, day: StandardDate) {
    self.key = key
    self.day = day
  }

  /// Who is left out of a source, by token.
  func tokens(for source: String) -> Set<String> {
    source == "gp" ? optedOutTokens.union(typeOneTokens) : optedOutTokens
  }
}

/// Makes the cells of names, dates and postcodes.
struct FieldCellMaker {
  private let makers: [TokenField: TokenMaker]
  private let encoder: NameEncoder?
  private let day: StandardDate
  private let places: [String: String]
  private static let comma = UInt8(ascii: ",")

  init(_ rules: PseudonymisationRules, places: [String: String]) {
    makers = Dictionary(
      uniqueKeysWithValues: TokenField.allCases.map { ($0, TokenMaker(rules.key, field: $0)) })
    encoder = rules.encoder
    day = rules.day
    self.places = places
  }

  /// Token, token of the sound, encoding.
  func name(_ text: String, _ field: TokenField, _ sound: TokenField, year: String) -> FieldCells {
    let standard = StandardName.standardise(text)
    guard let value = standard.value else { return .empty(3, standard) }
    var cells = FieldCells(
      status: standard.status, reason: FieldCells.plainReason(standard))
    append(value, field, &cells)
    cells.bytes.append(Self.comma)
    let spoken = field == .givenName ? String(value.prefix { $0 != " " }) : value
    if let code = Soundex.code(of: spoken) { append(code, sound, &cells) }
    cells.bytes.append(Self.comma)
    if let filter = encoder?.encoding(of: value, year: year) {
      Hexadecimal.append(filter, to: &cells.bytes)
    }
    return cells
  }

  /// Token, year, and tokens of month, day, year with month, and day and month changed over.
  func date(_ text: String) -> FieldCells {
    let standard = StandardDate.standardise(text)
    guard let value = standard.value, let date = StandardDate(value) else {
      return .empty(6, standard)
    }
    guard let band = AgeBand.of(date, on: day) else {
      return .empty(6, .invalid("a birth after the day of the report"))
    }
    var cells = FieldCells(status: standard.status, reason: FieldCells.plainReason(standard))
    append(value, .dateOfBirth, &cells)
    cells.year = String(value.prefix(4))
    cells.bytes += Array(",\(cells.year),".utf8)
    append(String(value.dropFirst(5).prefix(2)), .month, &cells)
    cells.bytes.append(Self.comma)
    append(String(value.suffix(2)), .day, &cells)
    cells.bytes.append(Self.comma)
    append(String(value.prefix(7)), .yearMonth, &cells)
    cells.bytes.append(Self.comma)
    // Under the key of dates of birth, so that it equals the token of the date it stands for.
    if let swapped = date.dayAndMonthSwapped { append(swapped.text, .dateOfBirth, &cells) }
    cells.extra = band
    return cells
  }

  /// Tokens of postcode, sector and outcode; the place is beside them.
  func postcode(_ text: String) -> FieldCells {
    let standard = StandardPostcode.standardise(text)
    guard let value = standard.value, let postcode = StandardPostcode(value) else {
      return .empty(3, standard)
    }
    var cells = FieldCells(status: standard.status, reason: FieldCells.plainReason(standard))
    append(value, .postcode, &cells)
    cells.bytes.append(Self.comma)
    append(postcode.sector, .postcodeSector, &cells)
    cells.bytes.append(Self.comma)
    append(postcode.outcode, .outcode, &cells)
    cells.extra = places[postcode.outcode] ?? ""
    return cells
  }

  private func append(_ value: String, _ field: TokenField, _ cells: inout FieldCells) {
    makers[field]?.append(Array(value.utf8), to: &cells.bytes)
  }
}

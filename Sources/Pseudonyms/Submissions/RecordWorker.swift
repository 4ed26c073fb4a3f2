// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Synchronization
import RecordFiles

/// Turns the records of a source into pseudonymised ones.
final class RecordWorker: PieceWorker {
  private let state: Mutex<RecordState>

  init(
    _ rules: PseudonymisationRules, _ source: String, _ columns: FieldColumns,
    places: [String: String]
  ) {
    state = Mutex(RecordState(rules, source, columns, places: places))
  }

  func process(_ piece: [UInt8]) -> PieceResult { state.withLock { $0.process(piece) } }

  /// What was found in the fields.
  var tallies: [SubmissionField: FieldTally] { state.withLock { $0.tallies } }
}

/// What one thread knows: its caches, and what it has counted.
private struct RecordState {
  /// Entries of a cache; beyond, it begins anew.
  private static let cacheLimit = 300_000
  private let maker: FieldCellMaker
  private let identity: TokenMaker
  private let number: TokenMaker
  private let property: TokenMaker
  private let columns: FieldColumns
  private let source: String
  private let optedOut: Set<UInt64>
  private let optedOutTokens: Set<String>
  private let isSaltedWithYear: Bool
  private var givenNames: [String: FieldCells] = [:]
  private var surnames: [String: FieldCells] = [:]
  private var dates: [String: FieldCells] = [:]
  private var postcodes: [String: FieldCells] = [:]
  private(set) var tallies: [SubmissionField: FieldTally] = [:]

  init(
    _ rules: PseudonymisationRules, _ source: String, _ columns: FieldColumns,
    places: [String: String]
  ) {
    maker = FieldCellMaker(rules, places: places)
    identity = TokenMaker(rules.key, field: .id)
    number = TokenMaker(rules.key, field: .nhsNumber)
    property = TokenMaker(rules.key, field: .property)
    self.columns = columns
    self.source = source
    optedOut = rules.optOuts.numbers(for: source)
    optedOutTokens = rules.tokens(for: source)
    isSaltedWithYear = rules.encoder?.hardening.isSaltedWithYear == true
  }

  mutating func process(_ piece: [UInt8]) -> PieceResult {
    var result = PieceResult()
    result.output.reserveCapacity(piece.count * 6)
    result.take(rowsOf: piece) { scanner, result in
      if let problem = problem(scanner) { return problem }
      write(scanner, &result)
      return nil
    }
    return result
  }

  private func problem(_ scanner: RowScanner) -> String? {
    if let problem = scanner.problem(cells: columns.header.count) { return problem }
    guard let id = columns.columns[.id], !scanner.raw(id).isEmpty else { return "no id" }
    return nil
  }

  private mutating func write(_ scanner: RowScanner, _ result: inout PieceResult) {
    let numberText = text(scanner, .nhsNumber)
    let standard = numberText.map { NHSNumber.standardise($0) } ?? .missing()
    let idText = text(scanner, .id) ?? ""
    var numberToken: [UInt8] = []
    if let value = standard.value {
      guard !optedOut.contains(UInt64(value) ?? 0) else { return result.optedOut.append(idText) }
      number.append(Array(value.utf8), to: &numberToken)
      guard
        optedOutTokens.isEmpty
          || !optedOutTokens.contains(String(decoding: numberToken, as: UTF8.self))
      else { return result.optedOut.append(idText) }
      result.numbers.append(Self.start(of: numberToken))
    }
    var idToken: [UInt8] = []
    identity.append(Array(idText.utf8), to: &idToken)
    guard
      optedOutTokens.isEmpty
        || !optedOutTokens.contains(String(decoding: idToken, as: UTF8.self))
    else { return result.optedOut.append(idText) }
    tallies[.nhsNumber, default: FieldTally()].add(
      standard.status, FieldCells.plainReason(standard))
    result.identities.append(Self.start(of: idToken))
    result.kept += 1
    if scanner.isAccented { result.accented += 1 }
    result.output += idToken
    result.output += Array(",\(source),".utf8)
    result.output += numberToken
    writeFields(scanner, &result.output)
  }

  private mutating func writeFields(_ scanner: RowScanner, _ output: inout [UInt8]) {
    let date = dateCells(scanner)
    let given = nameCells(scanner, .givenName, year: date.year)
    let surname = nameCells(scanner, .surname, year: date.year)
    let postcode = postcodeCells(scanner)
    let comma = UInt8(ascii: ",")
    for cells in [given, surname, date, postcode] {
      output.append(comma)
      output += cells.bytes
    }
    output.append(comma)
    writeProperty(scanner, &output)
    output.append(comma)
    writeSex(scanner, &output)
    output.append(comma)
    output += Array(date.extra.utf8)
    output.append(comma)
    output += Array(postcode.extra.utf8)
    for field in [SubmissionField.practice, .ethnicity, .deprivation, .synthetic] {
      output.append(comma)
      writeOpen(scanner, field, &output)
    }
    output.append(UInt8(ascii: "\n"))
  }
}

// MARK: Fields

extension RecordState {
  private func text(_ scanner: RowScanner, _ field: SubmissionField) -> String? {
    columns.columns[field].map { scanner.text($0) }
  }

  private mutating func note(_ cells: FieldCells, _ field: SubmissionField) {
    tallies[field, default: FieldTally()].add(cells.status, cells.reason)
  }

  private mutating func dateCells(_ scanner: RowScanner) -> FieldCells {
    guard let text = text(scanner, .dateOfBirth) else { return .empty(6, .missing()) }
    if dates.count >= Self.cacheLimit { dates = [:] }
    let cells = dates[text] ?? maker.date(text)
    dates[text] = cells
    note(cells, .dateOfBirth)
    return cells
  }

  private mutating func postcodeCells(_ scanner: RowScanner) -> FieldCells {
    guard let text = text(scanner, .postcode) else { return .empty(3, .missing()) }
    if postcodes.count >= Self.cacheLimit { postcodes = [:] }
    let cells = postcodes[text] ?? maker.postcode(text)
    postcodes[text] = cells
    note(cells, .postcode)
    return cells
  }

  private mutating func nameCells(
    _ scanner: RowScanner, _ field: SubmissionField, year: String
  ) -> FieldCells {
    guard let text = text(scanner, field) else { return .empty(3, .missing()) }
    let entry = isSaltedWithYear ? year + "\n" + text : text
    let isGiven = field == .givenName
    if givenNames.count >= Self.cacheLimit { givenNames = [:] }
    if surnames.count >= Self.cacheLimit { surnames = [:] }
    let cells: FieldCells
    if let known = isGiven ? givenNames[entry] : surnames[entry] {
      cells = known
    } else if isGiven {
      cells = maker.name(text, .givenName, .givenNameSound, year: year)
      givenNames[entry] = cells
    } else {
      cells = maker.name(text, .surname, .surnameSound, year: year)
      surnames[entry] = cells
    }
    note(cells, field)
    return cells
  }

  private mutating func writeProperty(_ scanner: RowScanner, _ output: inout [UInt8]) {
    guard let text = text(scanner, .property) else { return }
    let value = text.filter { !$0.isWhitespace }
    tallies[.property, default: FieldTally()].add(value.isEmpty ? .missing : .kept, nil)
    if !value.isEmpty { property.append(Array(value.utf8), to: &output) }
  }

  private mutating func writeSex(_ scanner: RowScanner, _ output: inout [UInt8]) {
    guard let text = text(scanner, .sex) else { return }
    let standard = StandardSex.standardise(text)
    tallies[.sex, default: FieldTally()].add(standard.status, FieldCells.plainReason(standard))
    if let value = standard.value { output += Array(value.utf8) }
  }

  private mutating func writeOpen(
    _ scanner: RowScanner, _ field: SubmissionField, _ output: inout [UInt8]
  ) {
    guard let column = columns.columns[field] else { return }
    let bytes = scanner.raw(column)
    let isGood: Bool
    switch field {
    case .deprivation: isGood = OpenCell.isDecile(bytes)
    case .synthetic: isGood = bytes.elementsEqual("yes".utf8)
    case .practice: isGood = OpenCell.isCode(bytes) && !bytes.contains(UInt8(ascii: " "))
    default: isGood = OpenCell.isCode(bytes)
    }
    let status: StandardisedValue.Status = bytes.isEmpty ? .missing : isGood ? .kept : .invalid
    tallies[field, default: FieldTally()].add(
      status, status == .invalid ? "not a code or group of this field" : nil)
    if status == .kept { output += bytes }
  }

  /// The first half of a token, as a number to find doubles with.
  private static func start(of digits: [UInt8]) -> UInt64 {
    digits.prefix(16).reduce(0) { whole, digit in
      whole << 4 | UInt64(digit > UInt8(ascii: "9") ? digit - 87 : digit - 48)
    }
  }
}

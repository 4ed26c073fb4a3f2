// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Synchronization
import RecordFiles

/// Turns the contacts of a source into ones under tokens, by month.
final class EventWorker: PieceWorker {
  static let columns = [
    "event", "record", "date", "kind", "provider", "commissioner", "condition", "cost", "synthetic",
  ]
  private let event: TokenMaker
  private let record: TokenMaker
  private let header: [String]
  private let positions: [Int?]
  private let left: Set<String>
  private let counted = Mutex<[String: FieldTally]>([:])

  /// Contacts of the records in `left` are left out.
  init(_ key: PseudonymKey, header: [String], leaving left: Set<String>) {
    event = TokenMaker(key, field: .event)
    record = TokenMaker(key, field: .id)
    self.header = header
    self.left = left
    positions = Self.columns.map { header.firstIndex(of: $0) }
  }

  /// What was found in the fields.
  var tallies: [String: FieldTally] { counted.withLock { $0 } }

  func process(_ piece: [UInt8]) -> PieceResult {
    var result = PieceResult()
    result.output.reserveCapacity(piece.count * 2)
    var tallies = [FieldTally](repeating: FieldTally(), count: Self.columns.count)
    var last = LastRecord()
    result.take(rowsOf: piece) { scanner, result in
      if let problem = problem(scanner) { return problem }
      write(scanner, &result, &tallies, &last)
      return nil
    }
    counted.withLock { counted in
      for (column, tally) in zip(Self.columns, tallies) {
        counted[column, default: FieldTally()].add(tally)
      }
    }
    return result
  }

  private func problem(_ scanner: RowScanner) -> String? {
    if let problem = scanner.problem(cells: header.count) { return problem }
    guard let record = positions[1], !scanner.raw(record).isEmpty else { return "no record" }
    return nil
  }

  private func write(
    _ scanner: RowScanner, _ result: inout PieceResult, _ tallies: inout [FieldTally],
    _ last: inout LastRecord
  ) {
    if !left.isEmpty, let column = positions[1], left.contains(scanner.text(column)) {
      result.optedOut.append("")
      return
    }
    for (index, position) in positions.enumerated() {
      if index > 0 { result.output.append(UInt8(ascii: ",")) }
      guard let position else { continue }
      let status = write(index, position, scanner, &result.output, &last)
      tallies[index].add(status, status == .invalid ? "not a value of this field" : nil)
    }
    result.output.append(UInt8(ascii: "\n"))
    result.kept += 1
  }

  private func write(
    _ index: Int, _ position: Int, _ scanner: RowScanner, _ output: inout [UInt8],
    _ last: inout LastRecord
  ) -> StandardisedValue.Status {
    let bytes = scanner.raw(position)
    guard !bytes.isEmpty else { return .missing }
    switch index {
    case 0: event.append(Array(scanner.text(position).utf8), to: &output)
    case 1:
      if !bytes.elementsEqual(last.cell) {
        last.cell = Array(bytes)
        last.token.removeAll(keepingCapacity: true)
        record.append(Array(scanner.text(position).utf8), to: &last.token)
      }
      output += last.token
    case 2:
      guard let month = month(bytes, scanner.text(position)) else { return .invalid }
      output += month
    case 7:
      guard OpenCell.isAmount(bytes) else { return .invalid }
      output += bytes
    default:
      guard OpenCell.isCode(bytes) else { return .invalid }
      output += bytes
    }
    return .kept
  }

  /// The month of a day; the usual form is read without making text of it.
  private func month(_ bytes: UnsafeBufferPointer<UInt8>, _ text: @autoclosure () -> String)
    -> [UInt8]?
  {
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in bytes[range] {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return number
    }
    if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      StandardDate(year: year, month: month, day: day) != nil
    {
      return Array(bytes.prefix(7))
    }
    guard let date = StandardDate(text()) else { return nil }
    return Array(date.text.utf8.prefix(7))
  }
}

/// The record of the row before: contacts of one record mostly stand together.
private struct LastRecord {
  var cell: [UInt8] = []
  var token: [UInt8] = []
}

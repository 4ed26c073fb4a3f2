// SPDX-License-Identifier: Apache-2.0

import RecordFiles

/// Puts tokens into the table that says which made-up person each record is of.
final class TruthWorker: PieceWorker {
  private let id: TokenMaker
  private let person: TokenMaker
  private let columns: (id: Int?, person: Int?)
  private let cells: Int
  private let left: Set<String>

  init(_ key: PseudonymKey, header: [String], leaving left: Set<String>) {
    id = TokenMaker(key, field: .id)
    person = TokenMaker(key, field: .person)
    columns = (header.firstIndex(of: "id"), header.firstIndex(of: "person"))
    cells = header.count
    self.left = left
  }

  func process(_ piece: [UInt8]) -> PieceResult {
    var result = PieceResult()
    guard let idColumn = columns.id, let personColumn = columns.person else { return result }
    result.take(rowsOf: piece) { scanner, result in
      if let problem = scanner.problem(cells: cells) { return problem }
      let record = scanner.text(idColumn)
      guard !left.contains(record) else { return nil }
      id.append(Array(record.utf8), to: &result.output)
      result.output.append(UInt8(ascii: ","))
      person.append(Array(scanner.text(personColumn).utf8), to: &result.output)
      result.output.append(UInt8(ascii: "\n"))
      return nil
    }
    return result
  }
}

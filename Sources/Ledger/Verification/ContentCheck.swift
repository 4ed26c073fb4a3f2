// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Compares what an entry says of a text with the text beside the chain.
struct ContentCheck {
  enum Outcome {
    case agrees
    case erased
    case wrong(ChainProblem)
  }

  let reference: ContentReference
  let entry: Int64
  let database: Database

  func outcome(_ erasures: inout ErasureRecords) throws -> Outcome {
    let statement = try database.cachedStatement(
      sql: "SELECT salt, text, erased FROM content WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [reference.id]) else {
      return missing("is not in the file")
    }
    guard let text = try row.decode(String?.self, atIndex: 1) else {
      let record = try row.decode(Int64?.self, atIndex: 2)
      let isRecorded = try record.map { try erasures.holds(reference.id, $0, database) } ?? false
      return isRecorded ? .erased : missing("was taken out, and no entry says that it was erased")
    }
    let salt = try row.decode(String?.self, atIndex: 0) ?? ""
    let digest = Content.digest(salt: salt, text: text)
    if digest == reference.digest { return .agrees }
    return .wrong(
      ChainProblem(
        sequence: entry, kind: .content,
        explanation: "refers to the text \(reference.id) with the digest \(reference.digest); "
          + "the text that is there gives \(digest)."))
  }

  private func missing(_ what: String) -> Outcome {
    .wrong(
      ChainProblem(
        sequence: entry, kind: .contentMissing,
        explanation: "refers to the text \(reference.id), which \(what)."))
  }
}

/// The entries that say what was erased, a few of them at a time.
struct ErasureRecords {
  private var known: [Int64: Set<String>] = [:]

  /// Whether an entry of the chain says that a text was erased.
  mutating func holds(_ id: String, _ sequence: Int64, _ database: Database) throws -> Bool {
    if let ids = known[sequence] { return ids.contains(id) }
    if known.count >= 16 { known.removeAll() }
    let range = EntryRange(
      family: LedgerEvent.family, after: sequence - 1, through: sequence, limit: 1)
    let entry = try range.cursor(database).next()?.entry
    var ids: Set<String> = []
    if let entry, case .erased(let contents, _) = try EventCoding.decode(LedgerEvent.self, entry) {
      ids = Set(contents)
    }
    known[sequence] = ids
    return ids.contains(id)
  }
}

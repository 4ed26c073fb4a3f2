// SPDX-License-Identifier: Apache-2.0

@testable import SyntheticRegion

/// The lines of a whole region, taken apart.
struct RegionLines {
  /// The cells of all records.
  var records: [[String]] = []
  /// The cells of all contacts.
  var contacts: [[String]] = []
  /// Whose each record is.
  var truth: [String: String] = [:]

  init(seed: UInt64 = 1, people: Int, withContacts: Bool = true) throws {
    let region = try SyntheticRegion(seed: seed, people: people)
    for number in 0..<region.pieceCount {
      let piece = region.piece(number, withContacts: withContacts)
      for bytes in piece.records { records += Self.cells(bytes) }
      for bytes in piece.contacts { contacts += Self.cells(bytes) }
      for line in Self.cells(piece.truth) { truth[line[0]] = line[1] }
    }
  }

  /// The records of somebody, by their number.
  func records(of person: Int) -> Set<[String]> {
    Set(records.filter { truth[$0[0]].map { Int($0.dropFirst(7)) } == person })
  }

  static func cells(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Some people of a region, as lines of its files; joined in order, pieces make the files.
public struct RegionPiece: Sendable {
  /// Lines of records, by source in the order of `RegionSource.allCases`.
  public internal(set) var records: [[UInt8]]
  /// Lines of contacts, by source.
  public internal(set) var contacts: [[UInt8]]
  /// Lines that say whose each record is.
  public internal(set) var truth: [UInt8] = []
  /// How many lines of each there are.
  public internal(set) var recordCounts: [Int]
  /// How many contacts there are, by source.
  public internal(set) var contactCounts: [Int]
}

/// Makes a piece of a region.
struct RegionPieceMaker {
  private let recordings: [Recording]
  private let writers: [ContactWriter]
  private let names: [[UInt8]]
  private let withContacts: Bool
  private var piece: RegionPiece
  private var records: [[SourceRecord]]
  private var truth: [(id: Int, source: Int, person: Int)] = []

  init(_ region: SyntheticRegion, withContacts: Bool) {
    let sources = RegionSource.allCases
    recordings = sources.map { Recording($0, of: region) }
    writers = sources.map { ContactWriter($0, of: region) }
    names = sources.map { Array($0.rawValue.utf8) }
    self.withContacts = withContacts
    let none = [[UInt8]](repeating: [], count: sources.count)
    let zeros = [Int](repeating: 0, count: sources.count)
    piece = RegionPiece(
      records: none, contacts: none, recordCounts: zeros, contactCounts: zeros)
    records = [[SourceRecord]](repeating: [], count: sources.count)
  }

  /// Adds people who live near one another, no more than the first so many.
  mutating func add(_ people: [Person], first count: Int) {
    for (place, person) in people.prefix(count).enumerated() {
      let neighbour = people[place == 0 ? people.count - 1 : place - 1].number
      for source in recordings.indices {
        let found = recordings[source].records(of: person, housemate: neighbour)
        guard !found.isEmpty else { continue }
        records[source] += found
        for record in found { truth.append((record.id, source, record.person)) }
        guard withContacts else { continue }
        piece.contactCounts[source] += writers[source].write(
          person, found, to: &piece.contacts[source])
      }
    }
  }

  /// The piece, its records in an order that tells nothing of who lives with whom.
  consuming func finished() -> RegionPiece {
    for source in records.indices {
      for record in records[source].sorted(by: { $0.id < $1.id }) {
        record.write(to: &piece.records[source], source: names[source])
      }
      piece.recordCounts[source] = records[source].count
    }
    for entry in truth.sorted(by: { ($0.source, $0.id) < ($1.source, $1.id) }) {
      piece.truth.appendRecordId(entry.id, of: names[entry.source])
      piece.truth.append(",person-")
      piece.truth.appendDecimal(entry.person, width: 8)
      piece.truth.append(UInt8(ascii: "\n"))
    }
    return piece
  }
}

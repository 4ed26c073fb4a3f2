// SPDX-License-Identifier: Apache-2.0

import SyntheticRegion

/// What a made-up region holds, in a few numbers.
struct RegionSummary: Encodable {
  /// One source.
  struct Source: Encodable {
    let source: String
    var records = 0
    var contacts = 0
  }

  let synthetic = true
  let seed: UInt64
  let people: Int
  let years = RegionTime.description
  var records = 0
  var contacts = 0
  var sources = RegionSource.allCases.map { Source(source: $0.rawValue) }

  init(_ region: SyntheticRegion) {
    seed = region.seed
    people = region.people
  }

  /// Counts the lines of a piece.
  mutating func add(_ piece: RegionPiece) {
    for place in sources.indices {
      sources[place].records += piece.recordCounts[place]
      sources[place].contacts += piece.contactCounts[place]
    }
    records += piece.recordCounts.reduce(0, +)
    contacts += piece.contactCounts.reduce(0, +)
  }

  /// The summary as lines for a person.
  var lines: [String] {
    ["source\trecords\tcontacts"]
      + sources.map { "\($0.source)\t\($0.records)\t\($0.contacts)" }
      + ["all\t\(records)\t\(contacts)"]
  }
}

// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Writes the contacts that people had with a source.
struct ContactWriter {
  let region: SyntheticRegion
  private let source: RegionSource
  private let place: Int
  private let sourceName: [UInt8]
  private let kinds: [ContactKind]
  private let missing: Double
  private let providers: [[UInt8]]

  static let header: StaticString =
    "event,record,date,kind,provider,commissioner,condition,cost,synthetic\n"
  private static let commissioners = RegionPlace.names.map { place in
    Array("commissioner-\(place.lowercased())".utf8)
  }
  private static let dates: [[UInt8]] = (RegionTime.start.number...RegionTime.end.number).map {
    let (year, month, day) = Day($0).date
    var bytes: [UInt8] = []
    bytes.appendDate(year, month, day)
    return bytes
  }
  private static let firstSilentDay = Day(year: 2024, month: 11, day: 1).number
  private static let lastSilentDay = Day(year: 2024, month: 11, day: 30).number

  init(_ source: RegionSource, of region: SyntheticRegion) {
    self.region = region
    self.source = source
    place = source.place
    sourceName = Array(source.rawValue.utf8)
    kinds = ContactKind.of(source)
    missing = source.costsMissing
    providers = (1...6).map { Array("\(source.rawValue)-provider-\($0)".utf8) }
  }

  /// Appends the contacts of a person who has records in the source, and counts them.
  func write(_ person: Person, _ records: [SourceRecord], to bytes: inout [UInt8]) -> Int {
    var stream = RandomStream(region.contactKey, index: person.number, item: place)
    let first = max(RegionTime.start.number, person.birth.number)
    let last = min(RegionTime.end.number, person.death?.number ?? .max)
    guard last >= first else { return 0 }
    let years = Double(last - first + 1) / 365.25
    let age = Double(person.age)
    let need = age < 2 ? 1.8 : 0.75 + 0.25 * Double(person.conditions.nonzeroBitCount)
    // Half of the people make more contacts than their need, half fewer.
    let habit = 0.4 + 1.2 * stream.unit()
    var written = 0
    for kind in kinds {
      let rise = max(0.6, 1 + (kind.rise - 1) * (age - 45) / 40)
      for _ in 0..<stream.count(mean: kind.rate * rise * need * habit * years) {
        let day = first + stream.below(last - first + 1)
        if contact(kind, day, person, records, written, to: &bytes, using: &stream) { written += 1 }
      }
    }
    return written
  }

  private func contact(
    _ kind: ContactKind, _ day: Int, _ person: Person, _ records: [SourceRecord], _ number: Int,
    to bytes: inout [UInt8], using stream: inout RandomStream
  ) -> Bool {
    let record = records.count == 1 ? records[0] : stream.one(of: records)
    let provider = provider(of: record, person, using: &stream)
    let code = code(kind, person, using: &stream)
    let cost = stream.happens(missing) ? nil : cost(kind, using: &stream)
    if isSilent(day) { return false }
    bytes.appendRecordId(record.id, of: sourceName)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDecimal(number, width: 3)
    bytes.append(UInt8(ascii: ","))
    bytes.appendRecordId(record.id, of: sourceName)
    bytes.append(UInt8(ascii: ","))
    bytes += Self.dates[day - RegionTime.start.number]
    bytes.append(UInt8(ascii: ","))
    bytes += kind.name
    bytes.append(UInt8(ascii: ","))
    bytes += provider
    bytes.append(UInt8(ascii: ","))
    bytes += Self.commissioners[record.address.outcode * 10 / 48]
    bytes.append(UInt8(ascii: ","))
    if let code { bytes += LongTermCondition.codeBytes[code] }
    bytes.append(UInt8(ascii: ","))
    if let cost {
      bytes.appendDecimal(cost / 100)
      bytes.append(UInt8(ascii: "."))
      bytes.appendDecimal(cost % 100, width: 2)
    }
    bytes.append(",yes\n")
    return true
  }

  /// Community services sent nothing in November 2024, so that a check of submissions has a gap to find.
  private func isSilent(_ day: Int) -> Bool {
    source == .community && day >= Self.firstSilentDay && day <= Self.lastSilentDay
  }

  private func provider(
    of record: SourceRecord, _ person: Person, using stream: inout RandomStream
  ) -> [UInt8] {
    guard source != .gp else { return Practice.bytes(record.address, person.practice) }
    let near = record.address.outcode * providers.count / RegionPlace.outcodes.count
    return stream.happens(0.85) ? providers[near] : stream.one(of: providers)
  }

  private func code(
    _ kind: ContactKind, _ person: Person, using stream: inout RandomStream
  ) -> Int? {
    let count = person.conditions.nonzeroBitCount
    guard count > 0, stream.happens(kind.coded) else { return nil }
    var bits = person.conditions
    for _ in 0..<stream.below(count) { bits &= bits - 1 }
    return bits.trailingZeroBitCount * 2 + stream.below(2)
  }

  /// Skewed: most are below the mean and a few far above it.
  private func cost(_ kind: ContactKind, using stream: inout RandomStream) -> Int {
    let luck = stream.unit()
    return Int(Double(kind.pence) * (0.4 + 0.6 * luck + 0.9 * luck * luck * luck * luck * luck))
  }
}

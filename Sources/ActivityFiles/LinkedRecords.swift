// SPDX-License-Identifier: Apache-2.0

import Foundation
import LinkedActivity
import PlanPackage
import RecordFiles

/// Which person each record is of, and what is known of the people.
struct LinkedRecords: Sendable {
  private let persons: HashedNames
  /// What is known of the people.
  let people: LinkedPeople
  /// Records of the sources that no cluster has.
  let unlinked: Int
  /// Whether every record says that it is made up.
  let isSynthetic: Bool

  /// Reads the clusters of a linked folder and the sources of an activity folder.
  ///
  /// `areas` has the places of the first halves of postcodes, for sources that give no place. What
  /// is known of a person comes from the record of the general practice where there is one,
  /// and then from the other sources in the order of their names.
  /// - Throws: `PlanError` for files that cannot be read or contradict themselves.
  init(clusters: String, sources: [String], areas: [String: String]) throws {
    let records = try LinkedRecords.clusters(clusters)
    var reader = PeopleReader(count: records.people, areas: areas)
    for source in LinkedRecords.ordered(sources) { try reader.read(source, records.names) }
    persons = records.names
    people = reader.people
    unlinked = reader.unlinked
    isSynthetic = reader.isSynthetic && reader.rows > 0
  }

  /// The person of a record, by the hash of its id.
  func person(_ hash: UInt64) -> UInt32? { persons.number(hash) }

  private static func ordered(_ sources: [String]) -> [String] {
    sources.sorted { first, second in
      let (isFirst, isSecond) = (first.hasSuffix("/gp.csv"), second.hasSuffix("/gp.csv"))
      return isFirst == isSecond ? first < second : isFirst
    }
  }

  private static func clusters(_ path: String) throws -> (names: HashedNames, people: Int) {
    let file = try LinePieces(path, columns: ["id", "cluster"])
    let id = file.header.firstIndex(of: "id") ?? 0
    let cluster = file.header.firstIndex(of: "cluster") ?? 1
    var names = HashedNames(capacity: 1 << 16)
    var clusters = HashedNames(capacity: 1 << 16)
    var problem: Violation?
    var row = 1
    while let piece = try file.next() {
      piece.withUnsafeBufferPointer { bytes in
        var scanner = RowScanner(bytes)
        while problem == nil, scanner.next(rows: &row) {
          guard scanner.problem == nil, scanner.count == file.header.count else {
            problem = Violation(
              file: path, row: row, found: scanner.problem ?? "\(scanner.count) cells",
              expected: "\(file.header.count) cells", advice: "Write the clusters again.")
            return
          }
          let hash = HashedNames.hash(scanner.content(cluster))
          let person = clusters.number(hash) ?? UInt32(clusters.count)
          if person == clusters.count { _ = clusters.add(hash, person) }
          if !names.add(HashedNames.hash(scanner.content(id)), person) {
            problem = Violation(
              file: path, row: row, column: "id", found: "“\(scanner.text(id))” again",
              expected: "each record in one cluster", advice: "Write the clusters again.")
          }
        }
      }
      if let problem { throw PlanError([problem]) }
    }
    return (names, clusters.count)
  }
}

/// Reads what sources say of people; the first that says something is believed.
private struct PeopleReader {
  private var places = ["unknown"]
  private var placeNumbers: [String: UInt16] = [:]
  private var place: [UInt16]
  private var born: [Int16]
  private var household: [UInt32]
  private var households = HashedNames(capacity: 1 << 16)
  private(set) var unlinked = 0
  private(set) var rows = 0
  private(set) var isSynthetic = true

  /// The place of the first half of a postcode, where sources do not give places.
  private let areas: [String: String]

  init(count: Int, areas: [String: String]) {
    self.areas = areas
    place = [UInt16](repeating: 0, count: count)
    born = [Int16](repeating: LinkedPeople.unknownYear, count: count)
    household = [UInt32](repeating: 0, count: count)
  }

  var people: LinkedPeople {
    LinkedPeople(places: places, place: place, yearOfBirth: born, household: household)
  }

  mutating func read(_ path: String, _ records: HashedNames) throws {
    let file = try LinePieces(path, columns: ["id"])
    let columns = SourceColumns(file.header)
    var lines = 1
    while let piece = try file.next() {
      piece.withUnsafeBufferPointer { bytes in
        var scanner = RowScanner(bytes)
        while scanner.next(rows: &lines) {
          if scanner.problem == nil, scanner.count == file.header.count {
            take(scanner, columns, records)
          } else {
            unlinked += 1
          }
        }
      }
    }
  }

  private mutating func take(
    _ row: RowScanner, _ columns: SourceColumns, _ records: HashedNames
  ) {
    rows += 1
    if columns.synthetic.map({ row.text($0) }) != "yes" { isSynthetic = false }
    guard let person = records.number(HashedNames.hash(row.content(columns.id))) else {
      unlinked += 1
      return
    }
    let index = Int(person)
    if place[index] == 0 { place[index] = placeNumber(columns.place(row, areas)) }
    if born[index] == LinkedPeople.unknownYear, let year = columns.year(row) {
      born[index] = year
    }
    if household[index] == 0, let column = columns.property {
      let property = row.content(column)
      if !property.isEmpty { household[index] = householdNumber(HashedNames.hash(property)) }
    }
  }

  private mutating func placeNumber(_ name: String) -> UInt16 {
    guard !name.isEmpty, name != "unknown" else { return 0 }
    if let number = placeNumbers[name] { return number }
    guard places.count < Int(UInt16.max) else { return 0 }
    // "all" stands for totals.
    places.append(name == "all" ? "all places" : name)
    placeNumbers[name] = UInt16(places.count - 1)
    return UInt16(places.count - 1)
  }

  private mutating func householdNumber(_ hash: UInt64) -> UInt32 {
    if let number = households.number(hash) { return number }
    let number = UInt32(households.count + 1)
    _ = households.add(hash, number)
    return number
  }
}

/// Where a source has what, whether its people are tokens or not.
private struct SourceColumns {
  let id: Int
  let property: Int?
  let synthetic: Int?
  private let area: Int?
  private let postcode: Int?
  private let birth: Int?

  init(_ header: [String]) {
    id = header.firstIndex(of: "id") ?? 0
    property = header.firstIndex(of: "property-token") ?? header.firstIndex(of: "property")
    synthetic = header.firstIndex(of: "synthetic")
    area = header.firstIndex(of: "place")
    postcode = header.firstIndex(of: "postcode")
    birth = header.firstIndex(of: "year-of-birth") ?? header.firstIndex(of: "date-of-birth")
  }

  /// The place; where places are not given, that of the first half of the postcode, or that half.
  func place(_ row: RowScanner, _ areas: [String: String]) -> String {
    if let area { return row.text(area) }
    guard let postcode else { return "" }
    let outcode = String(row.text(postcode).prefix { $0 != " " })
    return areas.isEmpty ? outcode : areas[outcode] ?? ""
  }

  func year(_ row: RowScanner) -> Int16? {
    guard let birth else { return nil }
    let cell = row.content(birth)
    guard cell.count >= 4, let year = Int16(row.text(birth).prefix(4)) else {
      return nil
    }
    return (1850...2200).contains(year) ? year : nil
  }
}

// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SyntheticRegion

@Suite struct `a synthetic region` {
  @Test func `has the same bytes for the same seed and others for another`() throws {
    let first = try SyntheticRegion(seed: 4, people: 900).piece(0)
    let again = try SyntheticRegion(seed: 4, people: 900).piece(0)
    let other = try SyntheticRegion(seed: 5, people: 900).piece(0)

    #expect(first.records == again.records)
    #expect(first.contacts == again.contacts)
    #expect(first.truth == again.truth)
    #expect(first.records != other.records)
  }

  @Test(arguments: [18, 199, 4_001])
  func `has the same person 17 in any size`(people: Int) throws {
    let small = try RegionLines(people: people)
    let large = try RegionLines(people: 4_300)

    for person in [0, 17] {
      #expect(!small.records(of: person).isEmpty)
      #expect(small.records(of: person) == large.records(of: person))
    }
    let ids = Set(small.records(of: 17).map { $0[0] })
    #expect(
      Set(small.contacts.filter { ids.contains($0[1]) })
        == Set(large.contacts.filter { ids.contains($0[1]) }))
  }

  @Test func `has so many people, each of them with a truth`() throws {
    let region = try RegionLines(people: 4_321, withContacts: false)

    #expect(Set(region.truth.keys) == Set(region.records.map { $0[0] }))
    #expect(region.truth.count == region.records.count)
    let numbers = Set(region.truth.values.compactMap { Int($0.dropFirst(7)) })
    #expect(numbers.allSatisfy { (0..<4_321).contains($0) })
    #expect(Double(numbers.count) > 4_321 * 0.97)
    #expect((2.2...2.7).contains(Double(region.records.count) / 4_321))
  }

  @Test func `says in every row that it is synthetic`() throws {
    let region = try RegionLines(people: 500)

    #expect(region.records.allSatisfy { $0.count == 13 && $0[12] == "yes" })
    #expect(region.contacts.allSatisfy { $0.count == 9 && $0[8] == "yes" })
    #expect(RegionFile.recordHeader.split(separator: ",").count == 13)
    #expect(RegionFile.contactHeader.split(separator: ",").count == 9)
  }

  @Test func `gives nobody a number or a postcode that is somebody's`() throws {
    let region = try RegionLines(people: 3_000, withContacts: false)

    for record in region.records {
      #expect(record[2].isEmpty || (record[2].hasPrefix("999") && record[2].count == 10))
      #expect(record[7].isEmpty || ["FE", "KE", "UE", "WE"].contains(String(record[7].prefix(2))))
    }
  }

  @Test func `writes postcodes and dates in their formats`() throws {
    let region = try RegionLines(people: 2_000, withContacts: false)
    let postcode = /[FKUW]E[0-9]{1,2} [0-9][A-Z]{2}/
    let date = /(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]/

    for record in region.records {
      #expect(try record[7].isEmpty || postcode.wholeMatch(in: record[7]) != nil, "\(record[7])")
      #expect(try record[6].isEmpty || date.wholeMatch(in: record[6]) != nil, "\(record[6])")
    }
  }

  @Test(arguments: [0, 50_000_001])
  func `refuses a number of people that it cannot make`(people: Int) {
    #expect(throws: RegionError.peopleOutside(people)) {
      try SyntheticRegion(seed: 1, people: people)
    }
  }

  @Test func `keeps every contact within its years and the life of its person`() throws {
    let region = try RegionLines(people: 1_500)

    #expect(region.contacts.allSatisfy { $0[2] >= "2023-04-01" && $0[2] <= "2026-03-31" })
    let records = Set(region.records.map { $0[0] })
    #expect(region.contacts.allSatisfy { records.contains($0[1]) })
    #expect(Set(region.contacts.map { $0[0] }).count == region.contacts.count)
  }

  @Test func `codes contacts by its own table of conditions`() throws {
    let region = try RegionLines(people: 800)
    let codes = Set(LongTermCondition.all.flatMap(\.codes))

    #expect(region.contacts.allSatisfy { $0[6].isEmpty || codes.contains($0[6]) })
    #expect(region.contacts.contains { !$0[6].isEmpty })
    #expect(RegionFile.conditions.split(separator: "\n").count == LongTermCondition.all.count + 1)
  }
}

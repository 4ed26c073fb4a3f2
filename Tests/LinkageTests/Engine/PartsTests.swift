// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Linkage

@Suite struct PartsTests {
  private func part(_ text: String, _ part: FieldPart.Part) -> String? {
    part.taken(from: Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `takes postcodes apart`() {
    #expect(part("CT1 2AB", .postcodeArea) == "CT")
    #expect(part("CT1 2AB", .outcode) == "CT1")
    #expect(part("CT1 2AB", .postcodeSector) == "CT1 2")
    #expect(part("M1A 1AA", .outcode) == "M1A")
    #expect(part("CT21 2AB", .postcodeSector) == "CT21 2")
    #expect(part("CT", .outcode) == nil)
    #expect(part("12", .postcodeArea) == nil)
    #expect(part("CT12AB", .postcodeSector) == nil)
  }

  @Test func `takes dates apart`() {
    #expect(part("1980-02-31", .month) == "02")
    #expect(part("1980-02-03", .yearAndMonth) == "1980-02")
    #expect(part("1980/02/03", .year) == nil)
    #expect(WrittenDate(Array("1980-02-30".utf8)[...]) == nil)
    #expect(WrittenDate(Array("2000-02-29".utf8)[...]) != nil)
    #expect(WrittenDate(Array("1900-02-29".utf8)[...]) == nil)
  }

  @Test func `day numbers follow the calendar`() throws {
    let pairs = [
      ("1999-12-31", "2000-01-01", 1), ("2000-02-28", "2000-03-01", 2),
      ("1900-02-28", "1900-03-01", 1), ("1970-01-01", "2026-11-23", 20_780),
    ]
    for (from, to, days) in pairs {
      let first = try #require(WrittenDate(Array(from.utf8)[...]))
      let last = try #require(WrittenDate(Array(to.utf8)[...]))
      #expect(Int(last.dayNumber - first.dayNumber) == days)
    }
  }

  @Test func `takes characters as SQL does`() {
    #expect(part("smith", .characters(start: 1, length: 3)) == "smi")
    #expect(part("zoë", .characters(start: 3, length: 2)) == "ë")
    #expect(part("ab", .characters(start: 4, length: 2)) == "")
  }

  @Test func `columns hold each value once, and give it back`() {
    var builder = ColumnBuilder(name: "c")
    var expected: [String?] = []
    var generator = SplitMix(seed: 1)
    for _ in 0..<20_000 {
      let value = generator.below(10) == 0 ? nil : "value \(generator.below(3_000))"
      builder.append(value)
      expected.append(value)
    }
    let column = builder.column()
    #expect(column.distinctCount == Set(expected.compactMap { $0 }).count)
    #expect((0..<20_000).allSatisfy { column.value(row: $0) == expected[$0] })
    #expect(column.counts.reduce(0) { $0 + Int($1) } == expected.count { $0 != nil })
  }
}

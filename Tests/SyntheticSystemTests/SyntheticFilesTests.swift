// SPDX-License-Identifier: Apache-2.0

import Demand
import SyntheticSystem
import Testing

@Suite struct SyntheticFilesTests {
  @Test func `blocks of any size make the same bytes`() throws {
    let spells = try SyntheticSystem(seed: 5, scale: 0.01).spells

    #expect(bytes(spells, of: 7) == bytes(spells, of: 1_000))
    #expect(bytes(spells, of: 0) == bytes(spells, of: 3_000))
  }

  @Test func `blocks made in another order make the same bytes`() throws {
    let rows = try SyntheticSystem(seed: 5, scale: 0.01).outpatients
    var totals = ActivityTotals()

    let backwards = rows.blocks(of: 100).reversed().map { rows.lines($0, adding: &totals) }

    #expect(Array(backwards.reversed().joined()) == bytes(rows, of: 100))
  }

  @Test func `each line says that it is made up and has a cell for each column`() throws {
    let system = try SyntheticSystem(seed: 1, scale: 0.001)

    try check(system.spells)
    try check(system.outpatients)
    try check(system.arrivals)
    try check(system.otherCare)
  }

  @Test func `totals are the sum of the rows`() throws {
    let system = try SyntheticSystem(seed: 9, scale: 0.02)
    var totals = ActivityTotals()
    totals.add(system.spells)
    totals.add(system.outpatients)
    totals.add(system.arrivals)
    totals.add(system.otherCare)

    let admissions = totals.cells.filter { kind($0) == .emergency }.reduce(0) { $0 + $1.activity }
    let spells = (0..<system.spells.count).map(system.spells.row)

    #expect(admissions == spells.count { SyntheticService.all[$0.head.service].kind == .emergency })
    #expect(
      totals.cells.filter { SyntheticService.all[$0.service].setting == .acute }
        .reduce(0) { $0 + $1.bedDays } == spells.reduce(0) { $0 + $1.nights })
    #expect(
      totals.cells.filter { kind($0) == .emergencyDepartment }.reduce(0) { $0 + $1.activity }
        == (0..<system.arrivals.count).reduce(0) { $0 + system.arrivals.row($1).arrivals })
  }

  @Test func `services have names of their own and every one but none has activity`() throws {
    let system = try SyntheticSystem(seed: 9, scale: 0.02)
    var totals = ActivityTotals()
    totals.add(system.spells)
    totals.add(system.outpatients)
    totals.add(system.arrivals)
    totals.add(system.otherCare)

    let names = SyntheticService.all.map(\.id)

    #expect(Set(names).count == names.count)
    #expect(Set(totals.cells.map(\.service)).count == names.count)
    #expect((50...60).contains(names.count))
    #expect(SyntheticService.all.allSatisfy { $0.label.hasSuffix("(made-up activity)") })
  }

  @Test func `months of every profile add up to a year`() {
    for season in Season.allCases {
      #expect(season.thousandths.count == 12)
      #expect(season.thousandths.reduce(0, +) == 1000)
    }
  }

  private func kind(_ cell: ActivityTotals.Cell) -> ServiceKind {
    SyntheticService.all[cell.service].kind
  }

  private func bytes(_ rows: some SyntheticRows, of size: Int) -> [UInt8] {
    var totals = ActivityTotals()
    return rows.blocks(of: size).flatMap { rows.lines($0, adding: &totals) }
  }

  private func check(_ rows: some SyntheticRows) throws {
    var totals = ActivityTotals()
    let text = String(decoding: rows.lines(0..<rows.count, adding: &totals), as: UTF8.self)
    let columns = SyntheticColumn.columns(rows.file).map(\.name)

    #expect(rows.header == columns.joined(separator: ","))
    let lines = text.split(separator: "\n")
    #expect(lines.count == rows.count)
    #expect(lines.allSatisfy { $0.hasPrefix("yes,") })
    #expect(
      lines.allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == columns.count
      })
  }
}

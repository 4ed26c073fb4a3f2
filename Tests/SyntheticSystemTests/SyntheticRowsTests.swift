// SPDX-License-Identifier: Apache-2.0

import SyntheticSystem
import Demand
import Testing

@Suite struct SyntheticRowsTests {
  private static let system = try? SyntheticSystem(seed: 2016, scale: 0.1)
  /// The stays and day cases of a tenth of the system, made once.
  private static let spells = system.map { rows($0.spells) } ?? []

  @Test func `a system of full size has the rows that it says it has`() throws {
    let system = try SyntheticSystem()

    #expect(system.spells.count == 300_000)
    #expect(system.outpatients.count == 500_000)
    #expect(system.arrivals.count == 200_000)
  }

  @Test func `appointments and arrivals are three to a row, within one in a hundred`() throws {
    let system = try #require(Self.system)

    let appointments = Self.rows(system.outpatients).reduce(0) { $0 + $1.activity }
    let arrivals = Self.rows(system.arrivals).reduce(0) { $0 + $1.arrivals }

    // Standard errors are 0.4% and 0.6% of the totals.
    #expect(abs(appointments - 150_000) < 2_000)
    #expect(abs(arrivals - 60_000) < 1_200)
  }

  @Test func `stays fill about as many beds as a system of this size has`() {
    let nights = Self.spells.reduce(0) { $0 + $1.nights }

    // A tenth of 2,500 to 2,900 beds occupied on average.
    #expect((250...290).contains(nights / 365))
  }

  @Test func `mothers are women from 15 to 49 and nobody else has a baby`() {
    let mothers = Self.spells.filter { $0.admission == .maternity }

    #expect(mothers.count == 3_000)
    #expect(mothers.allSatisfy { $0.head.sex == .female && (15...49).contains($0.head.age) })
    #expect(mothers.allSatisfy { $0.specialty == .maternity })
    #expect(mothers.allSatisfy { service($0.head).kind == .maternity })
  }

  @Test func `day cases stay no night and older emergencies stay longer`() {
    let spells = Self.spells
    #expect(spells.count == 30_000)

    let dayCases = spells.filter { service($0.head).kind == .dayCase }
    let emergencies = spells.filter { service($0.head).kind == .emergency }

    #expect(dayCases.allSatisfy { $0.nights == 0 })
    let young = mean(emergencies.filter { $0.head.age < 45 }.map(\.nights))
    let old = mean(emergencies.filter { $0.head.age >= 85 }.map(\.nights))
    #expect(young * 2 < old)
    #expect(emergencies.allSatisfy { (0...180).contains($0.nights) })
  }

  @Test func `children see doctors for children and everybody is of a possible age`() {
    let spells = Self.spells
    #expect(spells.count == 30_000)

    #expect(spells.allSatisfy { (0...90).contains($0.head.age) })
    #expect(spells.allSatisfy { (1...12).contains($0.head.month) })
    #expect(!spells.contains { $0.specialty == .olderPeople && $0.head.age < 75 })
    #expect(!spells.contains { $0.specialty == .children && $0.head.age >= 17 })
  }

  @Test func `seven sites have the activity of four trusts`() {
    let sites = Set(Self.spells.map(\.head.site))
    let providers = Set(Self.spells.map { service($0.head).provider })

    #expect(sites.count == 7)
    #expect(providers.count == 4)
  }

  @Test func `admissions peak in winter and planned care dips in December`() {
    let spells = Self.spells

    let emergencies = months(spells.filter { service($0.head).kind == .emergency })
    let dayCases = months(spells.filter { service($0.head).kind == .dayCase })

    #expect(emergencies[0] > emergencies[5])
    #expect(dayCases.min() == dayCases[11])
  }

  @Test func `a row is the same whatever was made before it`() throws {
    let alone = try SyntheticSystem(seed: 2016, scale: 0.1).spells.row(12_345)

    let after = Self.spells[12_345]

    #expect(alone == after)
  }

  @Test func `another seed makes other rows`() throws {
    let other = try SyntheticSystem(seed: 2017, scale: 0.1)

    #expect(Self.rows(other.spells) != Self.spells)
  }

  @Test(arguments: [0, -1, .nan, .infinity, 101.0])
  func `a scale that cannot be made is refused`(scale: Double) {
    #expect(throws: SyntheticSystemError.self) { try SyntheticSystem(scale: scale) }
  }

  @Test func `a tiny system has no rows and does not fail`() throws {
    let system = try SyntheticSystem(scale: 1e-9)

    #expect(system.spells.count == 0)
    #expect(system.outpatients.blocks(of: 100).isEmpty)
  }

  private static func rows<Rows: SyntheticRows>(_ rows: Rows) -> [Rows.Row] {
    (0..<rows.count).map(rows.row)
  }

  private func service(_ head: RowHead) -> SyntheticService { SyntheticService.all[head.service] }

  private func mean(_ numbers: [Int]) -> Double {
    Double(numbers.reduce(0, +)) / Double(max(1, numbers.count))
  }

  private func months(_ spells: [InpatientSpell]) -> [Int] {
    spells.reduce(into: [Int](repeating: 0, count: 12)) { $0[$1.head.month - 1] += 1 }
  }
}

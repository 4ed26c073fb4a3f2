// SPDX-License-Identifier: Apache-2.0

import Sampling
import Testing

@testable import SyntheticRegion

@Suite struct `mistakes in a region` {
  private static let region = Result { try RegionLines(people: 20_000, withContacts: false) }
  private static let contacts = Result { try RegionLines(people: 2_500).contacts }

  @Test(arguments: RegionSource.allCases)
  func `leave out NHS numbers as often as the source is said to`(source: RegionSource) throws {
    let records = try Self.region.get().records.filter { $0[1] == source.rawValue }
    let share = Double(records.count { $0[2].isEmpty }) / Double(records.count)

    // Other groups and deprived places miss more, never more than twice as many.
    #expect(share > source.errors.numberMissing * 0.8)
    #expect(share < source.errors.numberMissing * 1.6 + 0.01)
  }

  @Test(arguments: RegionSource.allCases)
  func `leave out costs as often as the source is said to`(source: RegionSource) throws {
    let contacts = try Self.contacts.get().filter { $0[0].hasPrefix(source.rawValue + "-") }
    let share = Double(contacts.count { $0[7].isEmpty }) / Double(contacts.count)
    let expected = source.costsMissing
    let spread = 5 * (expected * (1 - expected) / Double(contacts.count)).squareRoot()

    #expect(abs(share - expected) < spread)
  }

  @Test func `are more frequent for some groups than for others`() throws {
    func share(_ group: String) throws -> Double {
      let records = try Self.region.get().records.filter { $0[10] == group }
      return Double(records.count { $0[2].isEmpty }) / Double(records.count)
    }

    #expect(try share("asian") > share("white-british") * 1.15)
  }

  @Test func `leave most numbers right and every wrong one within the range for tests`() throws {
    let numbers = try Self.region.get().records.map { $0[2] }.filter { !$0.isEmpty }
    let valid = numbers.count { number in
      guard let nine = Int(number.prefix(9)), let last = Int(number.suffix(1)) else { return false }
      return HealthNumbers.checkDigit(nine) == last
    }
    let share = Double(valid) / Double(numbers.count)

    #expect(share > 0.99 && share < 1)
  }

  @Test func `make people of one household differ by little`() throws {
    let region = try Self.region.get()
    var byPerson: [String: Set<String>] = [:]
    for record in region.records where !record[4].isEmpty {
      byPerson[region.truth[record[0]] ?? "", default: []].insert(record[4].lowercased())
    }
    let several = byPerson.values.count { $0.count > 1 }
    let share = Double(several) / Double(byPerson.count)

    #expect(share > 0.02 && share < 0.12)
  }

  @Test func `spell a name otherwise and never empty it`() {
    var stream = RandomStream(seed: 3, purpose: "spelling")
    let name = Array("margaret".utf8)
    for _ in 0..<500 {
      let wrong = Mistake.misspelling(name, using: &stream)
      #expect((7...10).contains(wrong.count))
    }
  }

  @Test func `turn a date into another that exists`() {
    var stream = RandomStream(seed: 3, purpose: "dates")
    for number in 0..<2_000 {
      let right = Day(number * 9 - 9_000).date
      let wrong = Mistake.date(right, using: &stream)
      #expect((1...12).contains(wrong.month))
      #expect((1...Day.days(inMonth: wrong.month, of: wrong.year)).contains(wrong.day))
    }
  }
}

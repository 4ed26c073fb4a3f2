// SPDX-License-Identifier: Apache-2.0

import LinkedActivity
import TestKit
import Testing

@Suite struct `Tallies` {
  private let people = LinkedPeople(
    places: ["unknown", "A", "B"], place: (0..<100).map { UInt16(1 + $0 % 2) },
    yearOfBirth: (0..<100).map { Int16(1920 + $0) }, household: (0..<100).map { UInt32(1 + $0 / 3) }
  )

  private func rules(_ contacts: Int, _ years: Int?) throws -> ConditionRules {
    try #require(
      ConditionRules([
        ConditionRule(
          id: "x", group: "g", codes: ["x"], minimumContacts: contacts, withinYears: years)
      ]))
  }

  private func tables(
    _ batches: [EventBatch], parts: [Range<Int>], _ rules: ConditionRules
  ) -> [UnsafeRow] {
    var tallies = parts.map {
      ActivityTally(people: $0, of: people, rules: rules, period: 24_000...24_011)
    }
    for index in tallies.indices {
      tallies[index].learn(codes: ["x"], providers: 3)
      for batch in batches { tallies[index].add(batch, of: people) }
      tallies[index].close()
    }
    return ActivityTables(
      tallies, of: people, rules: rules, segmentation: Segmentation(rules), ages: .standard,
      kinds: ["k", "l"],
      providers: ["p", "q", "r"], months: 12, year: 2000
    ).rows
  }

  private func drawn(_ seed: Int) -> [EventBatch] {
    var draws = SeededDraws(seed: seed)
    return (0..<4).map { _ in
      var batch = EventBatch()
      for _ in 0..<300 {
        batch.append(
          person: UInt32(draws.below(100)), month: UInt16(23_990 + draws.below(24)),
          kind: UInt16(draws.below(2)), provider: UInt16(draws.below(3)),
          condition: draws.unit() < 0.2 ? 0 : EventBatch.none, pence: draws.below(100_000))
      }
      return batch
    }
  }

  @Test(arguments: 0..<10)
  func `are the same in one part or in many, and in any order`(_ seed: Int) throws {
    let batches = drawn(seed)
    let rules = try rules(2, 1)
    let whole = tables(batches, parts: [0..<100], rules)
    #expect(tables(batches.reversed(), parts: [0..<1, 1..<64, 64..<100], rules) == whole)
  }

  @Test(arguments: 0..<10)
  func `have totals that are the sums of their parts`(_ seed: Int) throws {
    let rows = tables(drawn(seed), parts: [0..<50, 50..<100], try rules(1, nil))
    for measure in ["people", "contacts", "pounds", "person-years"] {
      let cells = rows.filter { $0.table == "segments" && $0.measure == measure }
      let inner = cells.filter { ![$0.place, $0.age, $0.group].contains("all") }
      let total = cells.first { [$0.place, $0.age, $0.group] == ["all", "all", "all"] }
      #expect(inner.reduce(0) { $0 + $1.amount.value } == total?.amount.value)
      #expect(inner.map(\.amount.largest).max() == total?.amount.largest)
    }
  }

  @Test func `know a condition only when contacts enough come in time`() throws {
    func has(_ months: [UInt16], _ contacts: Int, _ years: Int?) throws -> Bool {
      var batch = EventBatch()
      for month in months {
        batch.append(person: 7, month: month, kind: 0, provider: 0, condition: 0, pence: 0)
      }
      let rows = tables([batch], parts: [0..<100], try rules(contacts, years))
      return rows.contains {
        $0.table == "conditions" && $0.place == "all" && $0.measure == "people"
          && $0.amount.value == 1
      }
    }
    #expect(try has([24_005], 1, nil))
    #expect(try !has([24_005], 2, nil))
    #expect(try has([24_000, 23_000], 2, nil))
    #expect(try !has([24_000, 23_000], 2, 5))
    #expect(try has([23_000, 24_006, 24_000], 2, 1))
    #expect(try !has([24_012, 24_013], 2, 1))
  }

  @Test func `count households by the people in them`() throws {
    let rows = tables([], parts: [0..<100], try rules(1, nil)).filter { $0.table == "households" }
    let of3 = rows.first { $0.place == "all" && $0.group == "3-4" }
    #expect(of3?.amount.value == 33)
    #expect(of3?.amount.people == 99)
    #expect(rows.first { $0.place == "all" && $0.group == "1" }?.amount.value == 1)
  }
}

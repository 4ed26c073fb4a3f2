// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Small numbers")
struct SmallNumberTests {
  static func text(_ counts: [PublishedCount]) -> String {
    counts.map(\.description).joined(separator: " ")
  }

  @Test(
    "one small count takes the next smallest with it; noughts are shown",
    arguments: [
      ([3, 10, 20, 0], "* * 20 0 total 33"),
      ([10, 20, 30], "10 20 30 total 60"),
      ([2, 3, 40], "* * 40 total 45"),
      // Two ones that must make two would each be known to be one: a third cell is hidden too.
      ([1, 1, 40], "* * * total 42"),
      ([0, 3, 0], "0 * 0 total *"),
      ([5, 0], "5 0 total 5"),
      ([], " total 0"),
    ])
  func lists(counts: [Int], expected: String) throws {
    let list = try SmallNumberPolicy.fewerThanFive.publish(counts)
    #expect("\(Self.text(list.counts)) total \(list.total)" == expected)
  }

  @Test("one small cell of a table hides a rectangle")
  func rectangle() throws {
    let table = try SmallNumberPolicy.fewerThanFive.publish([[3, 20, 30], [25, 9, 40]])
    #expect(table.rows.map(Self.text) == ["* * 30", "* * 40"])
    #expect(table.rowTotals == [.exact(53), .exact(74)])
    #expect(table.columnTotals == [.exact(28), .exact(29), .exact(70)])
    #expect(table.total == .exact(127))
  }

  @Test("a table with nothing small is shown whole")
  func nothingSmall() throws {
    let table = try SmallNumberPolicy.fewerThanFive.publish([[5, 0], [0, 6]])
    #expect(table.rows == [[.exact(5), .exact(0)], [.exact(0), .exact(6)]])
  }

  @Test("1 to 7 become a star and the rest go to the nearest 5, totals on their own")
  func sevenOrFewer() throws {
    let list = try SmallNumberPolicy.sevenOrFewerRounded.publish([0, 1, 7, 8, 12, 13, 18])
    #expect(Self.text(list.counts) == "0 * * 10 10 15 20")
    #expect(list.total == .rounded(60))
  }

  @Test("a star that stands alone beside rounded counts is never known exactly")
  func roundedStaysUnknown() throws {
    for small in 1...7 {
      for large in 8...30 {
        let list = try SmallNumberPolicy.sevenOrFewerRounded.publish([small, large])
        let possible = try (1...7).filter { value in
          try (8...40).contains { other in
            try SmallNumberPolicy.sevenOrFewerRounded.publish([value, other]) == list
          }
        }
        #expect(possible.count > 1, "\(small) and \(large)")
      }
    }
  }

  @Test("noughts are hidden where the policy says so")
  func hiddenZeroes() throws {
    let policy = SmallNumberPolicy(name: "All below 3", suppressBelow: 3, zeroes: .hidden)
    let list = try policy.publish([0, 8, 9])
    #expect(Self.text(list.counts) == "* * 9")
  }

  @Test("bad tables are refused")
  func refusals() {
    #expect(throws: SmallNumberError.negativeCount(row: 0, column: 1, count: -1)) {
      try SmallNumberPolicy.fewerThanFive.publish([1, -1])
    }
    #expect(throws: SmallNumberError.raggedRow(row: 1, columns: 1, expected: 2)) {
      try SmallNumberPolicy.fewerThanFive.publish([[1, 2], [3]])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A sum over people, with what makes it dangerous.
public struct Contribution: Sendable, Hashable {
  /// The sum, in the smallest units: pence, or whole contacts or people.
  public var value = 0
  /// How many people it is of.
  public var people = 0
  /// The most that one of them adds.
  public var largest = 0
  /// The second most.
  public var second = 0

  /// Nothing yet.
  public init() {}

  mutating func add(_ amount: Int) {
    value += amount
    people += 1
    if amount > largest {
      second = largest
      largest = amount
    } else if amount > second {
      second = amount
    }
  }

  mutating func merge(_ other: Contribution) {
    value += other.value
    people += other.people
    let four = [largest, second, other.largest, other.second].sorted(by: >)
    largest = four[0]
    second = four[1]
  }
}

/// A row of a table that is not safe to release.
public struct UnsafeRow: Sendable, Hashable {
  /// The table.
  public let table: String
  /// Where; `all` for a total.
  public let place: String
  /// How old; `all` for a total.
  public let age: String
  /// The segment, condition, kind or provider; `all` for a total.
  public let group: String
  /// What is counted.
  public let measure: String
  /// The figure.
  public let amount: Contribution
}

/// A figure for every place, age and group, with totals over each.
struct Cube {
  let places: [String]
  let ages: [String]
  let groups: [String]
  private(set) var cells: [Contribution]

  init(places: [String], ages: [String], groups: [String]) {
    self.places = places
    self.ages = ages
    self.groups = groups
    cells = [Contribution](
      repeating: Contribution(), count: places.count * ages.count * groups.count)
  }

  func index(_ place: Int, _ age: Int, _ group: Int) -> Int {
    (place * ages.count + age) * groups.count + group
  }

  mutating func add(_ amount: Int, at index: Int) { cells[index].add(amount) }

  mutating func put(_ contribution: Contribution, at index: Int) { cells[index] = contribution }

  mutating func merge(_ other: Cube) {
    for index in cells.indices { cells[index].merge(other.cells[index]) }
  }

  /// The rows with totals over the axes that add up, for people who are in one cell only.
  func rows(_ table: String, _ measure: String, totals: [Bool]) -> [UnsafeRow] {
    var sums: [[Int]: Contribution] = [:]
    for place in places.indices {
      for age in ages.indices {
        for group in groups.indices {
          let cell = cells[index(place, age, group)]
          for p in totals[0] ? [place, places.count] : [place] {
            for a in totals[1] ? [age, ages.count] : [age] {
              for g in totals[2] ? [group, groups.count] : [group] {
                sums[[p, a, g], default: Contribution()].merge(cell)
              }
            }
          }
        }
      }
    }
    return sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, amount in
      UnsafeRow(
        table: table, place: (places + ["all"])[key[0]], age: (ages + ["all"])[key[1]],
        group: (groups + ["all"])[key[2]], measure: measure, amount: amount)
    }
  }
}

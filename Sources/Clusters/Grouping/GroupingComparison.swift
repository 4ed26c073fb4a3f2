// SPDX-License-Identifier: Apache-2.0

/// How alike two groupings of the same units are.
public struct GroupingComparison: Sendable, Equatable {
  /// A group of the first grouping and the group of the second with most of its people.
  public struct Pair: Sendable, Equatable {
    /// The group of the first grouping.
    public let first: Int
    /// Its partner.
    public let second: Int
    /// People in both.
    public let people: Int
    /// Those people as a share of the people of the first.
    public let share: Double
  }

  /// Each group of the first grouping with its partner: no two have the same partner; a group that is left
  /// over has none.
  public let pairs: [Pair]
  /// People who would be in another group than the partner of theirs.
  public let peopleWhoMove: Int
  /// Those people as a share of all.
  public let shareWhoMove: Double
  /// The adjusted Rand index of units: 1 for the same groups, about 0 for groups made by chance (Hubert
  /// and Arabie, "Comparing partitions", 1985, equation 5).
  public let adjustedRandIndex: Double

  /// Compares two groupings; `people` has a number for each unit.
  ///
  /// Partners are taken greedily by the number of people in common, ties by number.
  ///
  /// - Precondition: all three are about the same units.
  public init(_ first: Grouping, _ second: Grouping, people: [Int]) {
    precondition(
      first.groups.count == second.groups.count && people.count == first.groups.count,
      "groupings are compared unit by unit")
    var common: [Int: (people: Int, units: Int)] = [:]
    var inFirst = Array(repeating: 0, count: first.count)
    for (unit, group) in first.groups.enumerated() {
      common[group * second.count + second.groups[unit], default: (0, 0)].people += people[unit]
      common[group * second.count + second.groups[unit], default: (0, 0)].units += 1
      inFirst[group] += people[unit]
    }
    pairs = Self.partners(common.mapValues(\.people), second.count, inFirst)
    let all = people.reduce(0, +)
    peopleWhoMove = all - pairs.reduce(0) { $0 + $1.people }
    shareWhoMove = all > 0 ? Double(peopleWhoMove) / Double(all) : 0
    adjustedRandIndex = Self.randIndex(
      common.values.map(\.units), first.members.map(\.count), second.members.map(\.count))
  }

  private static func partners(_ common: [Int: Int], _ width: Int, _ people: [Int]) -> [Pair] {
    var takenFirst: Set<Int> = []
    var takenSecond: Set<Int> = []
    var pairs: [Pair] = []
    for (key, shared) in common.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let (first, second) = (key / width, key % width)
      guard !takenFirst.contains(first), !takenSecond.contains(second) else { continue }
      takenFirst.insert(first)
      takenSecond.insert(second)
      let share = people[first] > 0 ? Double(shared) / Double(people[first]) : 0
      pairs.append(Pair(first: first, second: second, people: shared, share: share))
    }
    return pairs.sorted { $0.first < $1.first }
  }

  private static func randIndex(_ cells: [Int], _ rows: [Int], _ columns: [Int]) -> Double {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    func sum(_ counts: [Int]) -> Double { counts.reduce(0) { $0 + pairs($1) } }
    let all = pairs(rows.reduce(0, +))
    guard all > 0 else { return 1 }
    let expected = sum(rows) * sum(columns) / all
    let most = (sum(rows) + sum(columns)) / 2
    return most == expected ? 1 : (sum(cells) - expected) / (most - expected)
  }
}

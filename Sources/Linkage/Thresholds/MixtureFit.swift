// SPDX-License-Identifier: Apache-2.0

/// Splits counted pairs into those of one person, of two people of one household, and of any two people,
/// by how their levels go together.
///
/// Expectation and maximisation (Dempster, Laird and Rubin 1977; for linkage Winkler 1988) over the pairs of
/// all blocking rules at once, with every comparison taking part. u stays as random pairs have it, and pairs
/// that no rule brought together count as pairs of two people: the odds are those among all pairs, so that
/// the rules' liking for people who are alike does not pass for a liking for one person.
public struct MixtureFit: Sendable, Hashable {
  /// The share of pairs of one person at each level of each comparison.
  public private(set) var m: [[Double]]
  /// The share of all pairs that are of one person.
  public private(set) var prior: Double
  /// Pairs of people of one household; nil where the roles cannot tell.
  public private(set) var related: RelatedPeople?
  /// How many pairs there are, those not counted among them.
  public let possiblePairs: Double
  /// How many rounds it took.
  public private(set) var rounds = 0
  private let u: [[Double]]
  private let isMissing: [[Bool]]

  /// The number of pairs of one person among those counted.
  public var matches: Double { prior * possiblePairs }

  /// Fits the mixture.
  ///
  /// - Parameters:
  ///   - counts: Pairs by pattern.
  ///   - comparisons: The comparisons, all with u; m is where the search begins, when it is there.
  ///   - roles: What people of one household share; empty to leave households out.
  ///   - possiblePairs: How many pairs there are, those not counted among them.
  ///   - prior: Where the search for the share of pairs of one person begins.
  ///   - mostRounds: No more rounds than this.
  /// - Throws: `LinkageError` where a probability is out of range.
  public init(
    _ counts: PatternCounts, _ comparisons: [Comparison], roles: [ComparisonRole] = [],
    possiblePairs: Double, prior: Double, mostRounds: Int = 200
  ) throws(LinkageError) {
    self.possiblePairs = possiblePairs
    self.prior = prior
    var start: [[Double]] = []
    for comparison in comparisons { start.append(try StartingProbabilities(comparison).m) }
    m = start
    u = comparisons.map { $0.levels.map { $0.u ?? 1 } }
    isMissing = comparisons.map { $0.levels.map(\.isMissing) }
    if RelatedPeople.canBeTold(roles) {
      related = RelatedPeople(
        roles: roles, households: prior, twins: prior / 50, shared: start)
    }
    let rows = counts.rows
    for _ in 0..<mostRounds {
      let movement = round(rows)
      rounds += 1
      if movement < 1e-4 { break }
    }
  }

  /// Pairs that every level is given, so that a level seen once or never has no weight without end.
  private static let prudence = 0.5

  /// Where there are twins there are many more pairs of other people of a household; a class of twins that
  /// grows beyond this share of them has taken in records of one person with another given name.
  private static let mostTwins = 0.05

  /// Pairs expected at each level, and in all.
  private struct Expected {
    var levels: [[Double]]
    var all = 0.0

    init(like levels: [[Double]]) {
      self.levels = levels.map { $0.map { _ in MixtureFit.prudence } }
    }

    mutating func add(_ pairs: Double, _ reached: [Int]) {
      guard pairs > 0 else { return }
      for (index, level) in reached.enumerated() { levels[index][level] += pairs }
      all += pairs
    }
  }

  private mutating func round(_ rows: [(levels: [Int], pairs: Int)]) -> Double {
    let one = logs(m)
    let two = logs(u)
    let classes = relatedLogs(one, two)
    var persons = Expected(like: m)
    var households = Expected(like: m)
    var twins = 0.0
    let base = Base2.log(prior)
    for row in rows {
      let person = Self.sum(one, row.levels, base)
      let random = Self.sum(two, row.levels, 0)
      let household = classes.map { Self.sum($0.households, row.levels, $0.householdBase) }
      let twin = classes.map { Self.sum($0.twins, row.levels, $0.twinBase) }
      // Odds against one person, class by class; beyond 2^60 nothing is left.
      let odds = [random, household ?? -1e9, twin ?? -1e9].map { Base2.power(min(60, $0 - person)) }
      let share = Double(row.pairs) / (1 + odds[0] + odds[1] + odds[2])
      persons.add(share, row.levels)
      if classes != nil {
        households.add(share * (odds[1] + odds[2]), row.levels)
        twins += share * odds[2]
      }
    }
    return take(persons, households, twins)
  }

  private struct RelatedLogs {
    let households: [[Double]]
    let householdBase: Double
    let twins: [[Double]]
    let twinBase: Double
  }

  private func relatedLogs(_ one: [[Double]], _ two: [[Double]]) -> RelatedLogs? {
    guard let related else { return nil }
    let shared = logs(related.shared)
    func picked(_ twin: Bool) -> [[Double]] {
      related.roles.enumerated().map { index, role in
        switch role {
        case .personal: two[index]
        case .shared: shared[index]
        case .sharedByTwins: twin ? one[index] : two[index]
        }
      }
    }
    return RelatedLogs(
      households: picked(false), householdBase: Base2.log(related.households),
      twins: picked(true), twinBase: Base2.log(related.twins))
  }

  private func logs(_ levels: [[Double]]) -> [[Double]] {
    levels.indices.map { index in
      levels[index].indices.map { isMissing[index][$0] ? 0 : Base2.log(levels[index][$0]) }
    }
  }

  private static func sum(_ logs: [[Double]], _ levels: [Int], _ base: Double) -> Double {
    var sum = base
    for (index, level) in levels.enumerated() { sum += logs[index][level] }
    return sum
  }

  private mutating func take(_ persons: Expected, _ households: Expected, _ twins: Double) -> Double
  {
    func share(_ pairs: Double) -> Double { min(max(pairs / max(1, possiblePairs), 1e-15), 0.5) }
    let next = share(persons.all)
    var movement = abs(next - prior) / next
    prior = next
    m = shares(persons.levels, &movement, m)
    if var related {
      var unused = 0.0
      related.shared = shares(households.levels, &unused, related.shared)
      related.households = share(households.all - twins)
      related.twins = min(share(twins), Self.mostTwins * related.households)
      self.related = related
    }
    return movement
  }

  private func shares(_ pairs: [[Double]], _ movement: inout Double, _ before: [[Double]])
    -> [[Double]]
  {
    var after = before
    for index in pairs.indices {
      let shown = pairs[index].indices.filter { !isMissing[index][$0] }
      let total = shown.reduce(0.0) { $0 + pairs[index][$1] }
      for level in shown {
        after[index][level] = pairs[index][level] / total
        movement = max(movement, abs(after[index][level] - before[index][level]))
      }
    }
    return after
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Who responded, set beside who lives there.
public struct Representativeness: Sendable, Equatable {
  /// The groups, in the population's order.
  ///
  /// Empty when nobody has said which group they are in.
  public let groups: [GroupProfile]
  /// Respondents who said which group they are in: the base of the shares.
  public let stated: Int
  /// Respondents who did not say.
  ///
  /// They are in no share.
  public let notStated: Int
  /// The fit of the whole; nil when nobody has said.
  public let fit: GoodnessOfFit?

  /// Compares respondents with a population.
  ///
  /// - Parameters:
  ///   - respondents: How many respondents are in each group; a group left out has none.
  ///   - population: The groups of the population and their sizes.
  ///   - notStated: How many respondents did not say.
  /// - Throws: ``ProfileError``, which names the group at fault.
  public init(
    respondents: [String: Int], population: [PopulationGroup], notStated: Int = 0
  ) throws(ProfileError) {
    try Self.check(respondents, population, notStated)
    let total = population.reduce(0) { $0 + $1.population }
    let base = respondents.values.reduce(0, +)
    stated = base
    self.notStated = notStated
    groups = population.compactMap { group in
      let count = respondents[group.name] ?? 0
      let target = group.population / total
      return ProportionInterval(count: count, base: base).map { share in
        GroupProfile(
          name: group.name, respondents: count, share: share, populationShare: target,
          furtherResponses: Self.further(count: count, base: base, target: target))
      }
    }
    fit = Self.fit(of: groups, base: base)
  }

  /// The groups under-heard by more than chance, the lowest index first.
  public var missing: [GroupProfile] {
    groups.enumerated().filter { $0.element.isMissing }
      .sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
      .map(\.element)
  }

  /// The least x with (count + x) / (base + x) at or above the target.
  private static func further(count: Int, base: Int, target: Double) -> Int {
    let needed = (target * Double(base) - Double(count)) / (1 - target)
    // Division leaves traces: a whole number must not become the next one.
    let whole = (needed - 1e-9 * max(1, abs(needed))).rounded(.up)
    return whole > 0 && whole < 1e15 ? Int(whole) : 0
  }

  private static func fit(of groups: [GroupProfile], base: Int) -> GoodnessOfFit? {
    let expected = groups.map { $0.populationShare * Double(base) }
    var statistic = 0.0
    for (group, expected) in zip(groups, expected) {
      let gap = Double(group.respondents) - expected
      statistic += gap * gap / expected
    }
    let freedom = groups.count - 1
    guard let smallest = expected.min(),
      let chance = ChiSquared.upperTail(statistic, degreesOfFreedom: freedom)
    else { return nil }
    return GoodnessOfFit(
      statistic: statistic, degreesOfFreedom: freedom, pValue: chance,
      smallestExpected: smallest)
  }

  private static func check(
    _ respondents: [String: Int], _ population: [PopulationGroup], _ notStated: Int
  ) throws(ProfileError) {
    guard population.count > 1 else { throw .tooFewGroups(found: population.count) }
    guard notStated >= 0 else { throw .negativeCount(group: "Not stated", count: notStated) }
    var names: Set<String> = []
    for group in population {
      guard names.insert(group.name).inserted else { throw .repeatedGroup(name: group.name) }
      guard group.population > 0, group.population.isFinite else {
        throw .badPopulation(group: group.name, population: group.population)
      }
    }
    for (name, count) in respondents.sorted(by: { $0.key < $1.key }) {
      guard count >= 0 else { throw .negativeCount(group: name, count: count) }
      guard count == 0 || names.contains(name) else {
        throw .unknownGroup(name: name, respondents: count)
      }
    }
  }
}

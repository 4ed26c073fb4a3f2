// SPDX-License-Identifier: Apache-2.0

/// A rule by which figures about people may leave.
public struct DisclosurePolicy: Codable, Sendable, Hashable {
  /// How a figure is rounded.
  public enum Rounding: String, Codable, Sendable, Hashable {
    /// To the nearest multiple of the base.
    case nearest
    /// To the middle of its class, which is as wide as the base; zero stays zero.
    case midpoint
  }

  /// What totals are made from.
  public enum Totals: String, Codable, Sendable, Hashable {
    /// Exact totals, rounded like any other figure; they need not add up.
    case roundedApart
    /// The sum of the figures that are shown.
    case sumsOfShown
  }

  /// The name that a command takes.
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// Counts from one to below this are small.
  public let limit: Int
  /// How figures are rounded.
  public let rounding: Rounding
  /// The base of rounding for people, contacts and years.
  public let base: Int
  /// The base of rounding for money, in pounds.
  public let moneyBase: Int
  /// Whether a small count is hidden, or only rounded.
  public let hidesSmall: Bool
  /// Whether a zero is shown as zero.
  public let showsZeros: Bool
  /// What totals are made from.
  public let totals: Totals
  /// How many values a small count must still be able to have for a reader of everything.
  public let leastValues: Int
  /// A place with fewer people than this is not broken down.
  public private(set) var minimumPopulation: Int
  /// Money is hidden when one person has more than this share of it, in per cent.
  public let largestShare: Int
  /// Money is hidden when two people have more than this share of it, in per cent.
  public let twoLargestShare: Int
  /// Money is hidden when the second could tell the first to within this many per cent.
  public let ambiguity: Int

  /// The rule of a name.
  public static func named(_ name: String) -> DisclosurePolicy? { all.first { $0.name == name } }

  /// All rules that there are.
  public static let all = [strict, hes2018, openSAFELY, midpoint6]

  /// Weald's own: whoever holds all that was released is left with seven values at least.
  public static let strict = DisclosurePolicy(
    name: "weald-strict",
    summary: "1 to 7 hidden, others to the nearest 5, and as much else hidden as it takes for "
      + "every small count to be able to have at least seven values; zeros shown.",
    limit: 8, rounding: .nearest, base: 5, moneyBase: 1000, hidesSmall: true, showsZeros: true,
    totals: .roundedApart, leastValues: 7, minimumPopulation: 100)

  /// The rule for sub-national Hospital Episode Statistics from September 2018.
  public static let hes2018 = DisclosurePolicy(
    name: "hes-2018",
    summary: "1 to 7 hidden, zeros shown, others to the nearest 5, totals rounded by themselves. "
      + "Weald hides more where a small count could have fewer than three values.",
    limit: 8, rounding: .nearest, base: 5, moneyBase: 1000, hidesSmall: true, showsZeros: true,
    totals: .roundedApart, leastValues: 3, minimumPopulation: 0)

  /// OpenSAFELY's: redact, round, and add up what is left.
  public static let openSAFELY = DisclosurePolicy(
    name: "opensafely",
    summary: "7 and fewer hidden, zeros too, others to the nearest 5; totals are sums of the "
      + "figures that are shown.",
    limit: 8, rounding: .nearest, base: 5, moneyBase: 1000, hidesSmall: true, showsZeros: false,
    totals: .sumsOfShown, leastValues: 3, minimumPopulation: 0)

  /// OpenSAFELY's other: every count is the middle of a class of six.
  public static let midpoint6 = DisclosurePolicy(
    name: "midpoint-6",
    summary: "Every count is shown as the middle of its class of six: 1 to 6 as 3, 7 to 12 as 9; "
      + "zero stays zero. Weald hides more where a small count could have fewer than three values.",
    limit: 7, rounding: .midpoint, base: 6, moneyBase: 1000, hidesSmall: false, showsZeros: true,
    totals: .roundedApart, leastValues: 3, minimumPopulation: 0)

  private init(
    name: String, summary: String, limit: Int, rounding: Rounding, base: Int, moneyBase: Int,
    hidesSmall: Bool, showsZeros: Bool, totals: Totals, leastValues: Int, minimumPopulation: Int
  ) {
    self.name = name
    self.summary = summary
    self.limit = limit
    self.rounding = rounding
    self.base = base
    self.moneyBase = moneyBase
    self.hidesSmall = hidesSmall
    self.showsZeros = showsZeros
    self.totals = totals
    self.leastValues = leastValues
    self.minimumPopulation = minimumPopulation
    largestShare = 50
    twoLargestShare = 75
    ambiguity = 10
  }
}

extension DisclosurePolicy {
  /// The same rule where no place has to have a number of people.
  public var withoutMinimum: DisclosurePolicy {
    var policy = self
    policy.minimumPopulation = 0
    return policy
  }
}

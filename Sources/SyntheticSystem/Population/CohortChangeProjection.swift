// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A projection of people by single year of age from two counts of the same population.
///
/// The method of Hamilton and Perry ("A short method for projecting population by age from one
/// decennial census to another", Social Forces, 1962): the people aged `a` at the first count are
/// those aged `a + n` at the second, `n` years later, so that their ratio holds deaths and moves
/// together, and is used again for the next `n` years. It needs no births, deaths or moves.
///
/// - The last age is open: everybody of that age and over.
/// - Years between two steps are on the geometric line of each cohort, which for `n` = 2 makes the
///   one-year ratio the square root of the two-year one.
/// - Those born since the last count are held by the child-adult ratio: children of each age for
///   each adult of the ages that most have children, the mean of both counts.
public struct CohortChangeProjection: Sendable {
  /// How much of the change in each cohort goes on.
  public struct Rule: Hashable, Sendable {
    /// The part of the recent net change that goes on below `until`: 1 all of it, 0 none.
    public let kept: Double
    /// The age from which the recent change goes on whole, because most of it is deaths.
    public let until: Int

    /// What goes on: `kept` of the recent change of those younger than `until`.
    public init(kept: Double, until: Int) {
      self.kept = kept
      self.until = until
    }

    /// The recent trend goes on.
    public static let recentTrend = Rule(kept: 1, until: 0)
  }

  /// The ages that are counted as adults of the age to have children.
  public static let parents = 20...44

  /// Years between the two counts.
  public let interval: Int
  private let earlier: [Double]
  private let later: [Double]

  /// Takes two counts, each with one number for each age from 0; the last is of that age and over.
  ///
  /// - Throws: `CohortChangeError` when the counts differ in length, are too short for the interval
  ///   and the ages of parents, or hold what is not a number above 0.
  public init(
    earlier: [Double], later: [Double], interval: Int
  ) throws(CohortChangeError) {
    guard earlier.count == later.count else {
      throw .lengthsDiffer(earlier: earlier.count, later: later.count)
    }
    let fewest = Self.parents.upperBound + 2
    guard earlier.count >= fewest else { throw .tooFewAges(earlier.count, fewest: fewest) }
    guard (1...Self.parents.lowerBound).contains(interval) else { throw .interval(interval) }
    for (index, count) in (earlier + later).enumerated() where !(count > 0 && count.isFinite) {
      throw .notPositive(age: index % earlier.count, count: count)
    }
    self.earlier = earlier
    self.later = later
    self.interval = interval
  }

  /// The people of each age so many years after the first count; fewer than 0 is before it.
  ///
  /// The two counts come back as they were. Before the first count the recent ratios are taken
  /// backwards, whatever the rule, and those of the open age are divided from the age below it as
  /// they were at the first count.
  public func people(yearsAfter years: Int, rule: Rule = .recentTrend) -> [Double] {
    if years < 0 { return before(-years) }
    var base = earlier
    var next = later
    var left = years
    var ratios = self.ratios(.recentTrend)
    while left >= interval {
      ratios = self.ratios(rule)
      base = next
      next = step(base, ratios)
      left -= interval
    }
    return left == 0 ? base : between(base, next, ratios, left)
  }

  /// The ratio of each cohort over the interval, by its age at the start; those from the first age
  /// of which all end in the open age share one ratio.
  public func ratios(_ rule: Rule = .recentTrend) -> [Double] {
    let open = earlier.count - 1
    let ending = open - interval
    var ratios = (0..<ending).map { later[$0 + interval] / earlier[$0] }
    ratios.append(later[open] / earlier[ending...].reduce(0, +))
    return ratios.enumerated().map { age, ratio in
      age < rule.until ? 1 + rule.kept * (ratio - 1) : ratio
    }
  }
}

extension CohortChangeProjection {
  private func step(_ base: [Double], _ ratios: [Double]) -> [Double] {
    let open = base.count - 1
    let ending = open - interval
    var next = [Double](repeating: 0, count: base.count)
    for age in 0..<ending { next[age + interval] = base[age] * ratios[age] }
    next[open] = base[ending...].reduce(0, +) * ratios[ending]
    let parents = next[Self.parents].reduce(0, +)
    for age in 0..<interval { next[age] = parents * childRatio(age) }
    return next
  }

  /// Children of an age for each adult, the mean of both counts.
  private func childRatio(_ age: Int) -> Double {
    let first = earlier[age] / earlier[Self.parents].reduce(0, +)
    return (first + later[age] / later[Self.parents].reduce(0, +)) / 2
  }

  /// The people some years after a count and before the next one, each cohort on its own line.
  private func between(
    _ base: [Double], _ next: [Double], _ ratios: [Double], _ years: Int
  ) -> [Double] {
    let open = base.count - 1
    let ending = open - interval
    let part = Double(years) / Double(interval)
    var people = [Double](repeating: 0, count: base.count)
    for age in 0..<open {
      people[min(age + years, open)] += base[age] * power(ratios[min(age, ending)], part)
    }
    people[open] += base[open] * power(ratios[ending], part)
    for age in 0..<years { people[age] = base[age] * power(next[age] / base[age], part) }
    return people
  }

  /// The people so many years before the first count: each cohort a year younger, year by year.
  private func before(_ years: Int) -> [Double] {
    let open = earlier.count - 1
    let yearly = ratios().map { power($0, 1 / Double(interval)) }
    let oldest = earlier[open] / (earlier[open] + earlier[open - 1])
    var people = earlier
    for _ in 0..<years {
      var former = [Double](repeating: 0, count: people.count)
      for age in 0..<(open - 1) {
        former[age] = people[age + 1] / yearly[min(age, open - interval)]
      }
      let both = people[open] / yearly[open - interval]
      former[open] = both * oldest
      former[open - 1] = both - former[open]
      people = former
    }
    return people
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    exponent == 0.5 ? base.squareRoot() : Elementary.power(base, exponent)
  }
}

/// Two counts that cannot be projected.
public enum CohortChangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The counts have different numbers of ages.
  case lengthsDiffer(earlier: Int, later: Int)
  /// There are too few ages for those who have children.
  case tooFewAges(Int, fewest: Int)
  /// The years between the counts are none, or more than lie before the first age of parents.
  case interval(Int)
  /// A count is not a number above 0.
  case notPositive(age: Int, count: Double)

  /// The problem, and what to do.
  public var description: String {
    switch self {
    case .lengthsDiffer(let earlier, let later):
      "The first count has \(earlier) ages and the second \(later). Give both the same ages."
    case .tooFewAges(let ages, let fewest):
      "The counts have \(ages) ages; at least \(fewest) are needed, the last of that age and over."
    case .interval(let years):
      "The counts are \(years) years apart; from 1 to \(CohortChangeProjection.parents.lowerBound) "
        + "can be used."
    case .notPositive(let age, let count):
      "The count of people aged \(age) is \(count). Every age needs a number above 0."
    }
  }
}

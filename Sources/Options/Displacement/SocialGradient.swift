// SPDX-License-Identifier: Apache-2.0

/// The mean value of a group of people, such as those of a tenth by deprivation.
public struct GroupMean: Equatable, Sendable {
  /// The group.
  public let group: String
  /// The people in it.
  public let people: Double
  /// Their mean value.
  public let value: Double

  /// States a mean; ``SocialGradient`` checks it.
  public init(group: String, people: Double, value: Double) {
    self.group = group
    self.people = people
    self.value = value
  }
}

/// How a value changes from the most to the least deprived people.
///
/// Groups without people are left out. The rank of a group is the share of people in groups before
/// it plus half its own, so that it runs from 0, the most deprived, to 1.
public struct SocialGradient: Equatable, Sendable {
  /// The groups with people, from the most deprived to the least.
  public let groups: [GroupMean]
  /// The middle of each group's share of people, from 0 to 1.
  public let ranks: [Double]
  /// The value of the regression line at rank 0.
  public let intercept: Double
  /// The slope index of inequality: the rise of the line from the most to the least deprived.
  ///
  /// The least-squares line of group means on ranks, weighted by people (Low and Low, Journal of
  /// Public Health 2004;26:388), as in the methods of the Office for Health Improvement and
  /// Disparities.
  public let slopeIndex: Double

  /// Fits the gradient.
  ///
  /// - Parameter groups: from the most deprived to the least; two or more with people.
  /// - Throws: `DisplacementError.impossiblePeople`, `.valueNotFinite` or `.tooFewGroups`.
  public init(_ groups: [GroupMean]) throws(DisplacementError) {
    for group in groups {
      guard group.people >= 0 && group.people.isFinite else {
        throw .impossiblePeople(group: group.group, people: group.people)
      }
      guard group.value.isFinite || group.people == 0 else {
        throw .valueNotFinite(group: group.group, value: group.value)
      }
    }
    let peopled = groups.filter { $0.people > 0 }
    guard peopled.count > 1 else { throw .tooFewGroups(peopled.count) }
    self.groups = peopled
    let shares = Self.shares(peopled)
    var reached = 0.0
    ranks = shares.map { share in
      reached += share
      return reached - share / 2
    }
    (intercept, slopeIndex) = Self.line(peopled.map(\.value), on: ranks, shares)
  }

  private static func shares(_ groups: [GroupMean]) -> [Double] {
    let everybody = groups.reduce(0.0) { $0 + $1.people }
    return groups.map { $0.people / everybody }
  }

  private static func line(
    _ values: [Double], on ranks: [Double], _ shares: [Double]
  ) -> (intercept: Double, slope: Double) {
    func mean(_ numbers: [Double]) -> Double {
      zip(numbers, shares).reduce(0.0) { $0 + $1.0 * $1.1 }
    }
    let rank = mean(ranks)
    let value = mean(values)
    let together = zip(ranks, values).map { ($0 - rank) * ($1 - value) }
    let slope = mean(together) / mean(ranks.map { ($0 - rank) * ($0 - rank) })
    return (value - slope * rank, slope)
  }

  /// The relative index of inequality: the line's value at rank 1 over that at rank 0; nil when
  /// that is nil.
  public var relativeIndex: Double? {
    intercept == 0 ? nil : (intercept + slopeIndex) / intercept
  }

  /// The mean value of everybody.
  public var mean: Double {
    zip(groups, Self.shares(groups)).reduce(0.0) { $0 + $1.0.value * $1.1 }
  }

  /// The concentration index: above 0 when the less deprived have more; nil when the mean is nil.
  ///
  /// Twice the covariance of value and rank over the mean (Kakwani, Wagstaff and van Doorslaer 1997).
  public var concentrationIndex: Double? {
    let mean = mean
    guard mean != 0 else { return nil }
    let product = zip(zip(groups, Self.shares(groups)), ranks)
      .reduce(0.0) { $0 + $1.0.0.value * $1.0.1 * $1.1 }
    return 2 * product / mean - 1
  }

  /// The value of the most deprived group less that of the least deprived.
  public var gap: Double { groups[0].value - groups[groups.count - 1].value }

  /// The value of the most deprived group over that of the least deprived; nil when that is nil.
  public var ratio: Double? {
    let least = groups[groups.count - 1].value
    return least == 0 ? nil : groups[0].value / least
  }
}

/// Minutes that can be compared between groups.
public enum JourneyMeasure: Hashable, Sendable, CaseIterable {
  /// The minutes before a change.
  case before
  /// The minutes after it.
  case after
  /// The minutes that it adds.
  case added

  func minutes(of area: AreaDisplacement) -> Double? {
    switch self {
    case .before: area.before?.minutes
    case .after: area.after?.minutes
    case .added: area.minutesAdded
    }
  }
}

extension Displacement {
  /// The gradient of journeys over groups that run from the most to the least deprived.
  ///
  /// It is of patients with a route; one who has none before or after is in no mean that needs it.
  /// - Parameters:
  ///   - measure: the minutes to compare.
  ///   - grouping: the groups, the most deprived first.
  /// - Returns: the gradient of the groups' means.
  /// - Throws: `DisplacementError.countsDiffer`, or `.tooFewGroups` when fewer than two have routes.
  public func gradient(
    of measure: JourneyMeasure, over grouping: Grouping
  ) throws(DisplacementError) -> SocialGradient {
    guard grouping.membership.count == areas.count else {
      throw .countsDiffer(areas: areas.count, labels: grouping.membership.count)
    }
    var people = Array(repeating: 0.0, count: grouping.groups.count)
    var sums = people
    for (area, position) in zip(areas, grouping.membership) {
      guard let minutes = measure.minutes(of: area) else { continue }
      people[position] += area.patients
      sums[position] += area.patients * minutes
    }
    return try SocialGradient(
      grouping.groups.indices.map {
        GroupMean(
          group: grouping.groups[$0], people: people[$0],
          value: people[$0] > 0 ? sums[$0] / people[$0] : 0)
      })
  }
}

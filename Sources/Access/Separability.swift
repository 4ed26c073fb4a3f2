// SPDX-License-Identifier: Apache-2.0

/// Whether a part of an area can be planned alone, because hardly anybody crosses its edge.
///
/// A claim such as "negligible flows from the east" is about a share, and a share of few people
/// is uncertain. The interval is Wilson's (1927) for a proportion, so that small counts are
/// neither taken for proof nor thrown away.
public struct Separability: Equatable, Sendable {
  /// What flow data say about a claim.
  public enum Verdict: Equatable, Sendable {
    /// The whole interval is at most the limit.
    case supported
    /// The whole interval is above the limit.
    case contradicted
    /// The limit is within the interval.
    case undecided
  }

  /// People counted.
  public let people: Double
  /// Those who cross the edge.
  public let crossing: Double
  /// Crossing over people.
  public let share: Double
  /// The low end of the interval.
  public let low: Double
  /// The high end of the interval.
  public let high: Double

  /// Counts of people and of those among them who cross; nil unless 0 ≤ crossing ≤ people and
  /// there are any people.
  ///
  /// `deviations` is the number of standard deviations of the interval, 1.96 for 95%.
  public init?(people: Double, crossing: Double, deviations: Double = 1.959963984540054) {
    guard people > 0, crossing >= 0, crossing <= people, people.isFinite, deviations >= 0 else {
      return nil
    }
    self.people = people
    self.crossing = crossing
    share = crossing / people
    let square = deviations * deviations
    let centre = (crossing + square / 2) / (people + square)
    let spread =
      deviations / (people + square)
      * (crossing * (people - crossing) / people + square / 4).squareRoot()
    low = max(0, centre - spread)
    high = min(1, centre + spread)
  }

  /// What the counts say about the claim that at most `limit` of people cross.
  public func verdict(atMost limit: Double) -> Verdict {
    if high <= limit { return .supported }
    return low > limit ? .contradicted : .undecided
  }

  /// The flows across the edge of a group of areas, out and in.
  ///
  /// `flows[i][j]` are people of area i treated in area j; `members` are the areas of the group.
  /// The first result is the group's people treated elsewhere, the second others' people among
  /// those treated in the group. Either is nil when nobody was counted.
  public static func ofGroup(
    _ members: Set<Int>, flows: [[Double]]
  ) -> (outward: Separability?, inward: Separability?) {
    var home = 0.0
    var away = 0.0
    var guests = 0.0
    for (origin, row) in flows.enumerated() {
      for (place, people) in row.enumerated() {
        switch (members.contains(origin), members.contains(place)) {
        case (true, true): home += people
        case (true, false): away += people
        case (false, true): guests += people
        case (false, false): break
        }
      }
    }
    return (
      Separability(people: home + away, crossing: away),
      Separability(people: home + guests, crossing: guests)
    )
  }
}

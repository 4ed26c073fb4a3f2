// SPDX-License-Identifier: Apache-2.0

/// The patients of a year whose journeys get shorter or longer; the counts sum to all of them.
public struct GainsAndLosses: Equatable, Sendable {
  /// The patients whose journey gets shorter.
  public private(set) var faster = 0.0
  /// The patients whose journey gets longer.
  public private(set) var slower = 0.0
  /// The patients whose journey takes as long as before.
  public private(set) var unchanged = 0.0
  /// The patients who had no route to any site and have one.
  public private(set) var gainingRoute = 0.0
  /// The patients who had a route and have none.
  public private(set) var losingRoute = 0.0
  /// The patients who have no route before or after.
  public private(set) var withoutRoute = 0.0
  /// The minutes saved by all who are faster, one journey each.
  public private(set) var minutesGained = 0.0
  /// The minutes lost by all who are slower, one journey each, as a number above zero.
  public private(set) var minutesLost = 0.0

  init(_ areas: some Sequence<AreaDisplacement>) {
    for area in areas { count(area) }
  }

  private mutating func count(_ area: AreaDisplacement) {
    guard let added = area.minutesAdded else {
      if area.after != nil {
        gainingRoute += area.patients
      } else if area.before != nil {
        losingRoute += area.patients
      } else {
        withoutRoute += area.patients
      }
      return
    }
    if added < 0 {
      faster += area.patients
      minutesGained -= added * area.patients
    } else if added > 0 {
      slower += area.patients
      minutesLost += added * area.patients
    } else {
      unchanged += area.patients
    }
  }

  /// All patients.
  public var patients: Double {
    faster + slower + unchanged + gainingRoute + losingRoute + withoutRoute
  }

  /// The patients who lose: slower, or without the route they had.
  public var losers: Double { slower + losingRoute }

  /// The patients who gain: faster, or with a route that they didn't have.
  public var gainers: Double { faster + gainingRoute }
}

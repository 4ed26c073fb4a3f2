// SPDX-License-Identifier: Apache-2.0

/// The group that each area is in, such as its district or its tenth by deprivation.
public struct Grouping: Equatable, Sendable {
  /// The groups in the order in which they are shown.
  public let groups: [String]
  /// The position in ``groups`` of each area's group, in the order of the areas.
  public let membership: [Int]

  /// Puts areas into groups.
  ///
  /// - Parameters:
  ///   - labels: the group of each area, in the order of the areas.
  ///   - groups: every group in the order in which it is shown; some may be empty.
  /// - Throws: `DisplacementError.repeatedGroup` or `.unknownGroup`.
  public init(labels: [String], groups: [String]) throws(DisplacementError) {
    var positions: [String: Int] = [:]
    for (position, group) in groups.enumerated() {
      guard positions.updateValue(position, forKey: group) == nil else {
        throw .repeatedGroup(group)
      }
    }
    var membership: [Int] = []
    for label in labels {
      guard let position = positions[label] else { throw .unknownGroup(label) }
      membership.append(position)
    }
    self.groups = groups
    self.membership = membership
  }
}

/// What a change does to the patients of one group.
public struct GroupDisplacement: Equatable, Sendable {
  /// The group.
  public let group: String
  /// How many of its patients gain and lose.
  public let gainsAndLosses: GainsAndLosses
  /// The mean minutes before of its patients with a route; nil when there are none.
  public let meanBefore: Double?
  /// The mean minutes after of its patients with a route; nil when there are none.
  public let meanAfter: Double?
  /// The share of its patients who lose; nil when it has none.
  public let shareLosing: Double?
  /// The share of its patients who gain; nil when it has none.
  public let shareGaining: Double?
  /// The share of all losers who are in the group; nil when nobody loses.
  public let shareOfAllLosers: Double?
  /// The share of all patients who are in the group.
  public let shareOfAllPatients: Double
}

extension Displacement {
  /// What the change does to each group, in their order.
  ///
  /// - Throws: `DisplacementError.countsDiffer` when the grouping is for other areas.
  public func byGroup(_ grouping: Grouping) throws(DisplacementError) -> [GroupDisplacement] {
    guard grouping.membership.count == areas.count else {
      throw .countsDiffer(areas: areas.count, labels: grouping.membership.count)
    }
    var members = Array(repeating: [AreaDisplacement](), count: grouping.groups.count)
    for (area, position) in zip(areas, grouping.membership) { members[position].append(area) }
    let losers = gainsAndLosses.losers
    return zip(grouping.groups, members).map { group, members in
      summary(of: members, named: group, allLosers: losers)
    }
  }

  private func summary(
    of members: [AreaDisplacement], named group: String, allLosers: Double
  ) -> GroupDisplacement {
    let tally = GainsAndLosses(members)
    return GroupDisplacement(
      group: group, gainsAndLosses: tally,
      meanBefore: Self.mean(members) { $0.before?.minutes },
      meanAfter: Self.mean(members) { $0.after?.minutes },
      shareLosing: tally.patients > 0 ? tally.losers / tally.patients : nil,
      shareGaining: tally.patients > 0 ? tally.gainers / tally.patients : nil,
      shareOfAllLosers: allLosers > 0 ? tally.losers / allLosers : nil,
      shareOfAllPatients: tally.patients / patients)
  }

  private static func mean(
    _ members: [AreaDisplacement], of minutes: (AreaDisplacement) -> Double?
  ) -> Double? {
    let timed = members.compactMap { area in minutes(area).map { ($0, area.patients) } }
    let weight = timed.reduce(0.0) { $0 + $1.1 }
    return weight > 0 ? timed.reduce(0.0) { $0 + $1.0 * $1.1 } / weight : nil
  }
}

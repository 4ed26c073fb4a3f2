// SPDX-License-Identifier: Apache-2.0

/// What a grouping is worth: each group, each wish, the cost, and what is broken.
///
/// All distances and costs are in the measure of the problem: kilometres, or what its journeys are in.
public struct Judgement: Sendable, Equatable {
  /// The grouping that was judged.
  public let grouping: Grouping
  /// Each group, in the order of their numbers.
  public let groups: [GroupJudgement]
  /// The mean distance of people to the centre of their group, each person once.
  public let meanDistance: Double
  /// The distance within which 95 of a hundred units are, by linear interpolation.
  public let distance95: Double
  /// Each wish that has a weight, and compactness always.
  public let terms: [WishTerm]
  /// The sum of the costs of all wishes.
  public let cost: Double
  /// Each rule that does not hold, in the order of groups.
  public let brokenRules: [BrokenRule]

  /// Whether every rule holds.
  public var isAcceptable: Bool { brokenRules.isEmpty }
  /// How many groups have a number of people within the band.
  public var groupsInBand: Int { groups.count { $0.excess == 0 } }
  /// How many groups hang together.
  public var groupsInOnePiece: Int { groups.count { $0.pieces.count == 1 } }
}

/// What one group is like.
public struct GroupJudgement: Sendable, Equatable {
  /// The number of the group, from zero.
  public let group: Int
  /// Its units, in order.
  public let units: [Int]
  /// Its people.
  public let people: Int
  /// Its people at the horizon; nil when that of any unit is not known.
  public let peopleAtHorizon: Int?
  /// How many people are missing to the floor (negative) or over the ceiling; zero within the band and for
  /// an exception.
  public let excess: Int
  /// Whether it is one of the exceptions from the band.
  public let isException: Bool
  /// Its units by pieces that hang together; one piece when it hangs together.
  public let pieces: [[Int]]
  /// The mean place of its people, kilometres east and north.
  public let centre: (east: Double, north: Double)
  /// The unit nearest to the centre.
  public let centralUnit: Int
  /// The mean distance of its people to the centre.
  public let meanDistance: Double
  /// The distance within which 95 of a hundred of its units are.
  public let distance95: Double
  /// The mean deprivation of its people, over units that have a score; nil when none has.
  public let deprivation: Double?
  /// Towns that it has only a part of.
  public let splitTowns: [String]
  /// Its commissioners, the one with most people first.
  public let commissioners: [String]
  /// The distance of each of its units to the centre, in the order of `units`.
  public let distances: [Double]

  /// Whether two groups are the same and are measured the same.
  public static func == (first: GroupJudgement, second: GroupJudgement) -> Bool {
    first.group == second.group && first.units == second.units && first.excess == second.excess
      && first.distances == second.distances && first.pieces == second.pieces
      && first.splitTowns == second.splitTowns
      && first.peopleAtHorizon == second.peopleAtHorizon
      && first.deprivation == second.deprivation
  }
}

/// How far a wish is met, and what that costs.
public struct WishTerm: Sendable, Equatable {
  /// What is wished for.
  public let wish: Wish
  /// The mean distance for compactness; for any other wish a share from 0, wholly met, to 1.
  public let value: Double
  /// What it costs when it is wholly unmet, or a kilometre of distance.
  public let weight: Double
  /// Value times weight.
  public var cost: Double { value * weight }
}

/// A rule that a grouping breaks.
public enum BrokenRule: Sendable, Hashable {
  case belowFloor(group: Int, people: Int, floor: Int)
  case aboveCeiling(group: Int, people: Int, ceiling: Int)
  /// A group is in several pieces although it has to hang together.
  case inPieces(group: Int, pieces: Int)
  /// Units that have to be together are in several groups.
  case separated(set: Int, groups: Int)
  /// Another number of groups was asked for.
  case count(found: Int, asked: Int)
  /// An exception from the band is no group of its own.
  case exceptionBroken(set: Int)

  /// A plain sentence; groups are counted from one.
  public var sentence: String {
    switch self {
    case .belowFloor(let group, let people, let floor):
      "Group \(group + 1) has \(people.grouped) people, \((floor - people).grouped) under the floor "
        + "of \(floor.grouped)."
    case .aboveCeiling(let group, let people, let ceiling):
      "Group \(group + 1) has \(people.grouped) people, \((people - ceiling).grouped) over the "
        + "ceiling of \(ceiling.grouped)."
    case .inPieces(let group, let pieces):
      "Group \(group + 1) is in \(pieces) pieces that do not touch."
    case .separated(let set, let groups):
      "Set \(set + 1) of units that have to be together is in \(groups) groups."
    case .count(let found, let asked):
      "There \(found == 1 ? "is 1 group" : "are \(found.grouped) groups"); \(asked.grouped) "
        + "\(asked == 1 ? "was" : "were") asked for."
    case .exceptionBroken(let set):
      "Exception \(set + 1) from the band is no group of its own."
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Clusters
public import PlanPackage

/// The groups of one tier, worked out.
public struct GroupingTier: Sendable {
  /// What the plan says of the tier.
  public let row: GroupingRow
  /// What is asked of it.
  public let settings: GroupingSettings
  /// The units and their links; they are neighbourhoods, or groups of the tier below.
  public let problem: ClusterProblem
  /// What the search found, before changes by hand.
  public let solution: ClusterSolution
  /// The groups with the changes by hand of the plan.
  public let judgement: Judgement
  /// What stands in the way of an answer, if anything does.
  public let obstacles: [Obstacle]
  /// The short label of each group, such as C7.
  public let labels: [String]
  /// The name of each group.
  public let names: [String]
  /// Kilometres of the people of each group from its middle on average, neighbourhood by neighbourhood.
  ///
  /// The judgement of a tier that is made of groups measures from the middles of these.
  public let kilometres: [Double]
  /// The neighbourhoods of each unit, by their position in the table of neighbourhoods.
  public let neighbourhoods: [[Int]]

  /// Kilometres of everybody from the middle of their group on average.
  public var meanKilometres: Double {
    let people = judgement.groups.reduce(0) { $0 + $1.people }
    let total = zip(judgement.groups, kilometres).reduce(0) { $0 + Double($1.0.people) * $1.1 }
    return people > 0 ? total / Double(people) : 0
  }

  /// The number of groups.
  public var count: Int { judgement.groups.count }

  /// The neighbourhoods of a group, in order.
  public func neighbourhoods(of group: Int) -> [Int] {
    judgement.groups[group].units.flatMap { neighbourhoods[$0] }.sorted()
  }

  /// The group of each neighbourhood.
  public var groupOfNeighbourhood: [Int] {
    var groups = Array(repeating: 0, count: neighbourhoods.reduce(0) { $0 + $1.count })
    for (unit, members) in neighbourhoods.enumerated() {
      for member in members { groups[member] = judgement.grouping.groups[unit] }
    }
    return groups
  }

  /// The group with a label, whatever its case; nil when there is none.
  public func group(_ label: String) -> Int? {
    labels.firstIndex { $0.lowercased() == label.lowercased() }
  }

  /// The groups that a unit touches, beside its own, in order.
  public func groupsTouching(_ unit: Int, in groups: [Int]) -> [Int] {
    var touched: Set<Int> = []
    for link in problem.links where link.first == unit || link.second == unit {
      touched.insert(groups[link.first == unit ? link.second : link.first])
    }
    return touched.subtracting([groups[unit]]).sorted()
  }

  /// The words for a rule that is broken, with the label of the group it is about.
  public static func words(
    _ rule: BrokenRule, label: (Int) -> String
  ) -> String {
    let sentence = rule.sentence
    switch rule {
    case .belowFloor(let group, _, _), .aboveCeiling(let group, _, _), .inPieces(let group, _):
      let name = "Group \(group + 1)"
      return sentence.hasPrefix(name) ? label(group) + sentence.dropFirst(name.count) : sentence
    case .separated, .count, .exceptionBroken: return sentence
    }
  }
}

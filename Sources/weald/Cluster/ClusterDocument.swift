// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation
import PlanPackage

/// What `weald cluster` found, for programs and for readers.
struct ClusterDocument: Encodable {
  let seed: UInt64
  let tiers: [Tier]
  let comparison: Comparison?
  private let rows: [[String]]

  private enum CodingKeys: String, CodingKey { case seed, tiers, comparison }

  /// One tier: its groups, what they are worth, and what stands in the way.
  struct Tier: Encodable {
    let name: String
    let floor: Int
    let ceiling: Int
    let people: Int
    let acceptable: Bool
    let proof: String
    let meanDistance: Double
    let distance95: Double
    let cost: Double
    let bound: Double
    let gap: Double
    let inBand: Int
    let inOnePiece: Int
    let wishes: [Wished]
    let groups: [Group]
    let relaxed: [String]
    let obstacles: [Stated]
    let broken: [String]
  }

  /// A wish with how far it is unmet.
  struct Wished: Encodable {
    let wish: String
    let value: Double
    let weight: Double
    let cost: Double
  }

  /// One group.
  struct Group: Encodable {
    let group: Int
    let around: String
    let people: Int
    let peopleAtHorizon: Int?
    let excess: Int
    let isException: Bool
    let pieces: Int
    let meanDistance: Double
    let deprivation: Double?
    let splitTowns: [String]
    let units: [String]
  }

  /// An obstacle in words.
  struct Stated: Encodable {
    let sentence: String
    let units: [String]
    let people: Int
    let relaxations: [Relaxed]
  }

  /// A relaxation in words.
  struct Relaxed: Encodable {
    let sentence: String
    let verified: Bool
  }

  /// How alike the groups and a published grouping are.
  struct Comparison: Encodable {
    let groups: Int
    let inBand: Int
    let inOnePiece: Int
    let meanDistance: Double
    let peopleWhoMove: Int
    let shareWhoMove: Double
    let adjustedRandIndex: Double
  }

  init(_ outcomes: [ClusterOutcome], _ input: ClusterInput, seed: UInt64) {
    self.seed = seed
    tiers = outcomes.map(Self.tier)
    comparison = outcomes.first.flatMap { Self.comparison($0, input) }
    rows = Self.rows(outcomes, input)
  }

  private static func tier(_ outcome: ClusterOutcome) -> Tier {
    let problem = outcome.problem
    let judgement = outcome.solution.judgement
    return Tier(
      name: outcome.tier, floor: problem.band.floor, ceiling: problem.band.ceiling,
      people: problem.people, acceptable: judgement.isAcceptable,
      proof: outcome.solution.proof.rawValue, meanDistance: judgement.meanDistance.shown,
      distance95: judgement.distance95.shown, cost: judgement.cost.shown,
      bound: outcome.solution.bound.shown, gap: outcome.solution.gap.shown,
      inBand: judgement.groupsInBand, inOnePiece: judgement.groupsInOnePiece,
      wishes: judgement.terms.map {
        Wished(
          wish: $0.wish.rawValue, value: $0.value.shown, weight: $0.weight, cost: $0.cost.shown)
      },
      groups: judgement.groups.map { group($0, problem) }, relaxed: outcome.relaxed,
      obstacles: outcome.obstacles.map { stated($0, problem) },
      broken: judgement.brokenRules.map(\.sentence))
  }

  private static func group(_ group: GroupJudgement, _ problem: ClusterProblem) -> Group {
    Group(
      group: group.group + 1, around: problem.units[group.centralUnit].name, people: group.people,
      peopleAtHorizon: group.peopleAtHorizon, excess: group.excess,
      isException: group.isException, pieces: group.pieces.count,
      meanDistance: group.meanDistance.shown, deprivation: group.deprivation?.shown,
      splitTowns: group.splitTowns, units: group.units.map { problem.units[$0].id })
  }

  private static func stated(_ obstacle: Obstacle, _ problem: ClusterProblem) -> Stated {
    Stated(
      sentence: obstacle.sentence, units: obstacle.units.map { problem.units[$0].id },
      people: obstacle.people,
      relaxations: obstacle.relaxations.map {
        Relaxed(sentence: $0.relaxation.sentence(problem), verified: $0.isVerified)
      })
  }

  /// Units that the published grouping has in no group are a group of their own.
  private static func comparison(
    _ outcome: ClusterOutcome, _ input: ClusterInput
  ) -> Comparison? {
    guard let published = input.published else { return nil }
    var numbers: [String: Int] = [:]
    let labels = published.map { name -> Int in
      if let number = numbers[name] { return number }
      numbers[name] = numbers.count
      return numbers.count - 1
    }
    let other = Grouping(labels)
    let judgement = outcome.problem.judge(other)
    let comparison = GroupingComparison(
      outcome.solution.grouping, other, people: outcome.problem.units.map(\.people))
    return Comparison(
      groups: other.count, inBand: judgement.groupsInBand, inOnePiece: judgement.groupsInOnePiece,
      meanDistance: judgement.meanDistance.shown, peopleWhoMove: comparison.peopleWhoMove,
      shareWhoMove: comparison.shareWhoMove.shown,
      adjustedRandIndex: comparison.adjustedRandIndex.shown)
  }

  /// A row for each unit: its id, name, people, and its group in each tier.
  private static func rows(_ outcomes: [ClusterOutcome], _ input: ClusterInput) -> [[String]] {
    var groupings: [Grouping] = []
    for outcome in outcomes {
      let grouping = outcome.solution.grouping
      groupings.append(
        groupings.last.map { ClusterProblem.unfolded(grouping, over: $0) } ?? grouping)
    }
    return [["id", "name", "people"] + outcomes.map(\.tier)]
      + input.units.enumerated().map { place, unit in
        [unit.id, unit.name, "\(unit.people)"] + groupings.map { "\($0.groups[place] + 1)" }
      }
  }

  /// The units as CSV.
  var unitTable: String { rows.map { CSVRecords.line($0) }.joined() }
}

extension Double {
  /// Rounded to six places, below which nothing is meant.
  fileprivate var shown: Double { (self * 1_000_000).rounded() / 1_000_000 }
}

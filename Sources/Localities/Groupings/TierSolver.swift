// SPDX-License-Identifier: Apache-2.0

import Clusters
import PlanPackage

/// Puts one tier as a problem, solves it and makes the changes by hand.
struct TierSolver {
  let row: GroupingRow
  let settings: GroupingSettings
  let base: NeighbourhoodUnits
  let below: GroupingTier?
  /// The district of each neighbourhood.
  let districts: [String]
  let changes: [GroupChangeRow]

  func tier(effort: ClusterEffort) throws(PlanError) -> GroupingTier {
    let problem = try problem()
    let members = neighbourhoods
    let solution = problem.solve(seed: UInt64(row.seed), effort: effort)
    let judgement = try changed(solution.judgement, problem)
    let names = GroupNames(
      towns: base.units.map(\.town), districts: districts, people: base.units.map(\.people))
    let obstacles =
      solution.judgement.isAcceptable ? [] : problem.obstacles()
    return GroupingTier(
      row: row, settings: settings, problem: problem, solution: solution, judgement: judgement,
      obstacles: obstacles, labels: judgement.groups.indices.map { "\(row.label)\($0 + 1)" },
      names: names.names(judgement.groups.map { $0.units.flatMap { members[$0] } }),
      kilometres: judgement.groups.map { kilometres($0, $0.units.flatMap { members[$0] }) },
      neighbourhoods: members)
  }

  /// The mean distance of people from the middle of their group, in a straight line.
  private func kilometres(_ group: GroupJudgement, _ members: [Int]) -> Double {
    guard group.people > 0 else { return 0 }
    let total = members.reduce(0) { sum, member in
      let unit = base.units[member]
      let east = unit.east - group.centre.east
      let north = unit.north - group.centre.north
      return sum + Double(unit.people) * (east * east + north * north).squareRoot()
    }
    return total / Double(group.people)
  }

  private var neighbourhoods: [[Int]] {
    guard let below else { return base.units.indices.map { [$0] } }
    return below.judgement.groups.indices.map { below.neighbourhoods(of: $0) }
  }

  private func problem() throws(PlanError) -> ClusterProblem {
    let (units, links) = parts
    do throws(ClusterProblemError) {
      return try ClusterProblem(
        units: units, links: links, band: settings.band, count: settings.count,
        preferences: settings.preferences)
    } catch {
      throw PlanError(error.faults.map(violation))
    }
  }

  /// Neighbourhoods, or the groups of the tier below under their own labels.
  private var parts: (units: [Unit], links: [Link]) {
    guard let below else { return (base.units, base.links) }
    var (units, links) = below.problem.nextTier(below.judgement)
    for index in units.indices {
      units[index].id = below.labels[index]
      units[index].name = below.names[index]
    }
    return (units, links)
  }

  /// A fault of the problem, at the row that asks for it.
  private func violation(_ fault: ClusterFault) -> Violation {
    let column =
      switch fault {
      case .floorAboveCeiling, .bandOfNobody: "floor"
      case .count: "count"
      default: "made_of"
      }
    return Violation(
      file: GroupingFile.groupings, row: row.row, column: column, found: "“\(row.id)”",
      expected: "a tier that can be worked out", advice: fault.description)
  }

  // MARK: Changes by hand

  private func changed(
    _ judgement: Judgement, _ problem: ClusterProblem
  ) throws(PlanError) -> Judgement {
    var judgement = judgement
    for change in changes {
      guard let unit = base.positions[change.area], let target = base.positions[change.to] else {
        throw PlanError([stray(change, "a neighbourhood that has a place on the map")])
      }
      let group = judgement.grouping.groups[target]
      if group == judgement.grouping.groups[unit] { continue }
      let touches = problem.links.contains { link in
        (link.first == unit && judgement.grouping.groups[link.second] == group)
          || (link.second == unit && judgement.grouping.groups[link.first] == group)
      }
      guard touches || !settings.preferences.mustBeContiguous else {
        throw PlanError([stray(change, "a neighbourhood of a group that \(change.area) touches")])
      }
      judgement = problem.moving(unit, to: group, in: judgement).after
    }
    return judgement
  }

  private func stray(_ change: GroupChangeRow, _ expected: String) -> Violation {
    Violation(
      file: GroupingFile.changes, row: change.row, column: "to", found: "“\(change.to)”",
      expected: expected,
      advice: "Choose a group next to it, or take the row out: groups have to hang together.")
  }
}

// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation
import PlanPackage

/// The groups of a plan as files for other programs.
public struct GroupingFiles {
  private let reading: GroupingReading

  /// The files of what was worked out.
  public init(_ reading: GroupingReading) { self.reading = reading }

  /// Every neighbourhood with its group in each tier, as CSV.
  public var neighbourhoods: String {
    let groups = reading.tiers.map(\.groupOfNeighbourhood)
    let header =
      ["area", "name", "locality", "town", "residents", "at_horizon"] + reading.tiers.map(\.row.id)
    let rows = reading.neighbourhoods.enumerated().map { index, unit in
      Self.cells(unit) + zip(reading.tiers, groups).map { $0.labels[$1[index]] }
    }
    return Self.lines([header] + rows)
  }

  /// Every group of every tier, as CSV; kilometres with three decimals.
  public var groups: String {
    let header = [
      "tier", "group", "name", "people", "at_horizon", "mean_kilometres", "deprivation",
      "localities", "split_towns", "in_one_piece",
    ]
    let rows = reading.tiers.flatMap { tier in tier.judgement.groups.map { row(tier, $0) } }
    return Self.lines([header] + rows)
  }

  private func row(_ tier: GroupingTier, _ group: GroupJudgement) -> [String] {
    [
      tier.row.id, tier.labels[group.group], tier.names[group.group], "\(group.people)",
      group.peopleAtHorizon.map { "\($0)" } ?? "", Self.thousandths(tier.kilometres[group.group]),
      group.deprivation.map(Self.thousandths) ?? "", group.commissioners.joined(separator: ";"),
      group.splitTowns.joined(separator: ";"), group.pieces.count == 1 ? "yes" : "no",
    ]
  }

  /// The same as one JSON document, with the rules and how good the answer is known to be.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = reading.tiers.map { TierDocument($0, reading) }
    return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  /// The neighbourhoods of an edit with their groups before and after, as CSV.
  public func edited(_ edit: GroupingEdit) -> String {
    let header = ["area", "name", "locality", "town", "residents", "at_horizon", "before", "after"]
    let tier = edit.tier
    let rows = tier.problem.units.enumerated().map { index, unit in
      Self.cells(unit)
        + [
          tier.labels[tier.judgement.grouping.groups[index]], tier.labels[edit.groups[index]],
        ]
    }
    return Self.lines([header] + rows)
  }

  /// The moves of an edit as rows of `local-care/group_changes.csv`; who records them adds why.
  public func changes(_ edit: GroupingEdit) -> String {
    let moved = Set(edit.movedUnits)
    let units = edit.tier.problem.units
    let rows = edit.movedUnits.compactMap { unit -> [String]? in
      let group = edit.groups[unit]
      let stays = units.indices.first { edit.groups[$0] == group && !moved.contains($0) }
      return stays.map { [edit.tier.row.id, units[unit].id, units[$0].id, "", ""] }
    }
    return Self.lines([["grouping", "area", "to", "reason", "source"]] + rows)
  }

  private static func cells(_ unit: Clusters.Unit) -> [String] {
    [
      unit.id, unit.name, unit.commissioner ?? "", unit.town ?? "", "\(unit.people)",
      unit.peopleAtHorizon.map { "\($0)" } ?? "",
    ]
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { CSVRecords.line($0) }.joined()
  }

  fileprivate static func thousandths(_ value: Double) -> String {
    "\((value * 1000).rounded() / 1000)"
  }
}

/// A tier as JSON has it.
private struct TierDocument: Encodable {
  let id: String
  let name: String
  let floor: Int
  let ceiling: Int
  let meanKilometres: Double
  let cost: Double
  let bound: Double
  let proof: String
  let brokenRules: [String]
  let groups: [Group]

  struct Group: Encodable {
    let label: String
    let name: String
    let people: Int
    let meanKilometres: Double
    let neighbourhoods: [String]
  }

  init(_ tier: GroupingTier, _ reading: GroupingReading) {
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    id = tier.row.id
    name = tier.row.name
    floor = tier.settings.band.floor
    ceiling = tier.settings.band.ceiling
    meanKilometres = rounded(tier.meanKilometres)
    cost = rounded(tier.judgement.cost)
    bound = rounded(tier.solution.bound)
    proof = tier.solution.proof.rawValue
    brokenRules = tier.judgement.brokenRules.map { rule in
      GroupingTier.words(rule) { tier.labels[$0] }
    }
    groups = tier.judgement.groups.map { group in
      Group(
        label: tier.labels[group.group], name: tier.names[group.group], people: group.people,
        meanKilometres: rounded(tier.kilometres[group.group]),
        neighbourhoods: tier.neighbourhoods(of: group.group).map { reading.neighbourhoods[$0].id })
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Segments

/// Registers and lists of an analyst's files, place by place.
///
/// The files say nothing of ages on registers, so each condition is taken to be as common at one age
/// as at another.
struct RegisterFiles {
  let rules: SegmentRules
  let registers: SegmentFile
  let lists: SegmentFile

  func document(association: Double, remarks: [String]) throws(PlanError) -> SegmentDocument {
    var violations: [Violation] = []
    let seeds = try seeds(association)
    var places: [SegmentDocument.Place] = []
    var seen: Set<String> = []
    for place in lists.rows.map({ $0["place"] }) where seen.insert(place).inserted {
      if let read = read(place, &violations), violations.isEmpty {
        places.append(try self.place(place, read, seeds))
      }
    }
    for row in registers.rows where !seen.contains(row["place"]) {
      violations.append(
        registers.violation(
          row, "place", "“\(row["place"])”", "a place of \(lists.name)",
          "Add the list of the place, or correct it here."))
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    return SegmentDocument(
      method: .reconstructed, sumsToList: places.allSatisfy(\.addsUp),
      remarks: remarks + [
        "Synthetic: put together from registers that overlap, each condition as common at one age "
          + "as at another. Low and high go from no association to twice the one given."
      ], places: places)
  }

  private typealias Read = (people: [Int], registers: [Int], poundsPerHead: [Double]?)

  private func seeds(_ association: Double) throws(PlanError) -> [RegisterSeed] {
    let byAge = rules.conditions.map { _ in rules.ages.map { _ in 1.0 } }
    var seeds: [RegisterSeed] = []
    for value in [association, 1, min(association * 2, RegisterSeed.associations.upperBound)] {
      do {
        seeds.append(try RegisterSeed(byAge: byAge, association: value))
      } catch {
        throw PlanError([SegmentRequest.violation(error, "--association", nil)])
      }
    }
    return seeds
  }

  private func read(_ place: String, _ violations: inout [Violation]) -> Read? {
    var people = rules.ages.map { _ in 0 }
    var pounds: [Double]? = rules.ages.map { _ in 0 }
    for row in lists.rows where row["place"] == place {
      guard let age = rules.ages.firstIndex(of: row["age"]) else { continue }
      people[age] += lists.whole(row, "people", &violations)
      if row["pounds_per_head"].isEmpty {
        pounds = nil
      } else if let value = Double(row["pounds_per_head"]), value >= 0, value < 1e9 {
        pounds?[age] = value
      } else {
        violations.append(
          lists.violation(
            row, "pounds_per_head", "“\(row["pounds_per_head"])”", "a number from 0",
            "Write a plain number, or leave the column empty."))
      }
    }
    var counts = rules.conditions.map { _ in 0 }
    for row in registers.rows where row["place"] == place {
      guard let condition = rules.conditions.firstIndex(of: row["condition"]) else { continue }
      counts[condition] += registers.whole(row, "people", &violations)
    }
    return violations.isEmpty ? (people, counts, pounds) : nil
  }

  private func place(
    _ name: String, _ read: Read, _ seeds: [RegisterSeed]
  ) throws(PlanError) -> SegmentDocument.Place {
    do {
      let margins = try RegisterMargins(
        place: name, people: read.people, registers: read.registers,
        canHave: rules.conditions.map { _ in rules.ages.map { _ in true } },
        conditions: rules.conditions)
      var runs: [Reconstruction] = []
      for seed in seeds {
        runs.append(
          try Reconstruction(
            margins, seed: seed, rules: rules,
            poundsPerHead: read.poundsPerHead ?? rules.ages.map { _ in 0 }, costPerCondition: 1))
      }
      let hasPounds = read.poundsPerHead != nil
      return SegmentDocument.Place(
        place: name, people: margins.list, activity: nil,
        pounds: hasPounds ? runs[0].pounds.reduce(0, +) : nil,
        segments: rules.rules.enumerated().map { segment, rule in
          let all = runs.map { $0.people[segment] }
          return .init(
            segment: rule.id, people: all[0], fewest: runs[0].limits[segment].lowerBound,
            most: runs[0].limits[segment].upperBound, low: all.min(), high: all.max(),
            activity: nil, pounds: hasPounds ? runs[0].pounds[segment] : nil)
        })
    } catch {
      throw PlanError([SegmentRequest.violation(error, registers.name, "people")])
    }
  }
}

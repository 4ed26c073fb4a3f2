// SPDX-License-Identifier: Apache-2.0

import Assessment
import Clusters
import Localities
import PlanPackage

/// The groups of a plan, as a source of `weald cluster`.
struct ClusterPlan {
  private let reading: GroupingReading
  private let tiers: [GroupingTier]

  /// Works out the tiers of the plan in a folder; one of them when its id is given.
  ///
  /// - Throws: `PlanError` when the plan has no tiers, or none of that id, or cannot be worked out.
  init(folder: String, tier: String? = nil) throws {
    let assessment = try Assessment(PlanReader(folder: folder))
    let known = assessment.plan.groupings.tiers.map(\.id)
    guard GroupingReading.exists(in: assessment.plan), tier.map(known.contains) ?? true else {
      throw PlanError([
        Violation(
          file: "local-care/groupings.csv", found: tier.map { "no tier “\($0)”" } ?? "no tiers",
          expected: known.isEmpty
            ? "tiers of groups, and neighbourhoods to make them of"
            : "one of \(known.joined(separator: ", "))",
          advice: "`weald schema groupings` shows the table.")
      ])
    }
    reading = try GroupingReading(assessment)
    tiers = reading.tiers.filter { tier == nil || $0.row.id == tier }
  }

  /// Whether all groups keep their rules.
  var isAcceptable: Bool { tiers.allSatisfy(\.judgement.isAcceptable) }

  /// Every tier and group as JSON.
  var json: String { GroupingFiles(reading).json }

  /// Every neighbourhood with its groups, as CSV.
  var neighbourhoodsCSV: String { GroupingFiles(reading).neighbourhoods }

  /// Every group, as CSV.
  var groupsCSV: String { GroupingFiles(reading).groups }

  /// A line for each tier and a line for each of its groups.
  var text: String {
    tiers.flatMap { tier in [headline(tier)] + tier.judgement.groups.map { line($0, tier) } }
      .joined(separator: "\n")
  }

  private func headline(_ tier: GroupingTier) -> String {
    let broken = tier.judgement.brokenRules.count
    return
      "\(tier.row.name): \(tier.count), \(broken == 0 ? "all rules kept" : "\(broken) rules broken"), "
      + "mean \(hundredths(tier.meanKilometres)) km, proof \(tier.solution.proof.rawValue)"
  }

  private func line(_ group: GroupJudgement, _ tier: GroupingTier) -> String {
    "  \(tier.labels[group.group]) \(group.people) people, \(hundredths(tier.kilometres[group.group])) km, "
      + tier.names[group.group]
  }

  private func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

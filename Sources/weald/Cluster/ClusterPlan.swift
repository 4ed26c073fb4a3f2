// SPDX-License-Identifier: Apache-2.0

import Assessment
import Clusters
import Localities
import PlanPackage

/// The groups of a plan, as a source of `weald cluster`.
struct ClusterPlan {
  private let reading: GroupingReading

  /// Works out the tiers of the plan in a folder.
  ///
  /// - Throws: `PlanError` when the plan has no tiers or cannot be worked out.
  init(folder: String) throws {
    let assessment = try Assessment(PlanReader(folder: folder))
    guard GroupingReading.exists(in: assessment.plan) else {
      throw PlanError([
        Violation(
          file: "local-care/groupings.csv", found: "no tiers of groups",
          expected: "a tier, and neighbourhoods to make its groups of",
          advice: "`weald schema` writes a template of each table.")
      ])
    }
    reading = try GroupingReading(assessment)
  }

  /// Whether all groups keep their rules.
  var isAcceptable: Bool { reading.tiers.allSatisfy(\.judgement.isAcceptable) }

  /// Writes the groups as data, and what is broken and in the way as talk.
  func show(asJSON: Bool, asCSV: Bool) {
    let files = GroupingFiles(reading)
    if asJSON {
      Terminal.write(Array(files.json.utf8))
    } else if asCSV {
      Terminal.write(Array(files.neighbourhoods.utf8))
    } else {
      for line in text { Terminal.print(line) }
    }
    for tier in reading.tiers {
      for rule in tier.judgement.brokenRules {
        Terminal.say(GroupingTier.words(rule) { tier.labels[$0] })
      }
      for obstacle in tier.obstacles { Terminal.say(obstacle.sentence) }
    }
  }

  /// A line for each tier and a line for each of its groups.
  private var text: [String] {
    reading.tiers.flatMap { tier in
      [headline(tier)] + tier.judgement.groups.map { line($0, tier) }
    }
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

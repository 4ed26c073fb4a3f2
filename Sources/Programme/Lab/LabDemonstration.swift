// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Made-up scenarios that analysts kept, and one that was withdrawn.
enum LabDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    let movable = stage.plan.lab.assumptions.filter(\.hasRange)
    guard let first = movable.first, let last = movable.last else { return [] }
    let desk = LabScenarioDesk(stage.data, plan: stage.plan.lab, clock: stage.clock)
    let all = Dictionary(movable.map { ($0.id, "low") }, uniquingKeysWith: { one, _ in one })
    let author = Author(id: stage.office.id, role: "analyst")
    let save = { (day: Int, title: String, reason: String, settings: [String: String]) in
      DemonstrationStep(stage.first.adding(day), minutes: 690) {
        try await desk.save(
          title: title, reason: reason, settings: settings, seed: 1, runs: 1000,
          finding: "Synthetic: saved by the demonstration before anything was worked out.",
          by: author)
      }
    }
    return [
      save(
        410, "Everything at its low end (synthetic)",
        "Synthetic: a member of the board asked what happens when every range turns out low.", all),
      save(
        455, "\(first.label.prefix(60)): high (synthetic)",
        "Synthetic: a resident asked this at a meeting.", [first.id: "high"]),
      save(
        500, "A first try (synthetic)", "Synthetic: to see how the lab works.", [last.id: "high"]),
      DemonstrationStep(stage.first.adding(520), minutes: 690) {
        try await desk.withdraw(
          "a-first-try-synthetic", reason: "Synthetic: it was only a try.", by: author)
      },
    ]
  }
}

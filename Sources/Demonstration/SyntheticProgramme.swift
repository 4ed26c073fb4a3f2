// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Programme
import Synchronization

/// The two made-up years of a programme, done step by step as the clock reaches them.
final class SyntheticProgramme: Sendable {
  private let steps: [DemonstrationStep]
  private let clock: SyntheticClock
  private let done = Mutex(0)

  init(
    _ plan: ProgrammePlan, _ data: DataFolder, _ clock: SyntheticClock, seed: UInt64,
    papers: Demonstration.PaperPress? = nil
  ) throws {
    self.clock = clock
    var stage = ProgrammeStage(
      data: data, plan: plan, clock: { clock.now }, office: DemonstrationAccounts.office,
      seed: seed, first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    if let papers { stage.paperDrawing = { order in try papers(order, data) } }
    steps = try ProgrammeDemonstration.steps(stage)
  }

  /// Does what happens before a time and was not done yet.
  func live(until end: Date) async throws {
    while let step = next(before: end) {
      clock.set(step.time)
      try await step.act()
    }
  }

  private func next(before end: Date) -> DemonstrationStep? {
    done.withLock { place in
      guard place < steps.count, steps[place].time < end else { return nil }
      place += 1
      return steps[place - 1]
    }
  }
}

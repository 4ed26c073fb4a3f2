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
    _ plan: ProgrammePlan, _ data: DataFolder, _ clock: SyntheticClock, seed: UInt64
  ) throws {
    self.clock = clock
    steps = try ProgrammeDemonstration.steps(
      ProgrammeStage(
        data: data, plan: plan, clock: { clock.now }, office: DemonstrationAccounts.office,
        seed: seed, first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last))
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

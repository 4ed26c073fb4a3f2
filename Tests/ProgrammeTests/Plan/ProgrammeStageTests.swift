// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

@Suite struct `The stage of a made-up programme` {
  @Test func `knows the months of its two years`() throws {
    let folder = NSTemporaryDirectory() + "stage-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = ProgrammeDemonstration.first
    #expect(first.iso == "2016-04-01")
    #expect(ProgrammeDemonstration.last.iso == "2018-03-31")
    let stage = ProgrammeStage(
      data: try DataFolder(path: folder), plan: ProgrammePlan(title: "Plan"), clock: { Date() },
      office: Author(id: "office", role: "programme-office"), seed: 1, first: first,
      last: ProgrammeDemonstration.last)
    #expect(stage.months.count == 24)
    #expect(stage.months.first == first)
    #expect(stage.months.last?.iso == "2018-03-01")
  }
}

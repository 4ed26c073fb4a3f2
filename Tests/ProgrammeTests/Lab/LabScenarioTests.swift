// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

/// A data folder of its own and two assumptions.
private final class LabBench: Sendable {
  static let analyst = Author(id: "someone", role: "analyst")
  let data: DataFolder
  let plan: LabPlan

  init() throws {
    data = try DataFolder(path: NSTemporaryDirectory() + "lab-" + UUID().uuidString)
    var plan = LabPlan()
    plan.assumptions = [
      .init(id: "assumption.shift", label: "Shift to community", hasRange: true),
      .init(id: "assumption.growth", label: "Growth", hasRange: true),
    ]
    plan.takenIDs = ["cautious"]
    self.plan = plan
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  var desk: LabScenarioDesk { LabScenarioDesk(data, plan: plan) }
  func state() throws -> LabScenarioState { try data.ledger.state(LabScenarioState.self) }

  @discardableResult
  func save(
    _ title: String = "Half of the shift", reason: String = "A board member asked",
    _ settings: [String: String] = ["assumption.shift": "7.5"], token: String? = nil
  ) async throws -> String {
    try await desk.save(
      title: title, reason: reason, settings: settings, seed: 3, runs: 1000,
      finding: "About £320 million.", by: Self.analyst, token: token)
  }
}

@Suite struct `Scenarios of the lab` {
  @Test func `are kept with their settings, reason and answer, by role and entry`() async throws {
    let bench = try LabBench()
    let id = try await bench.save()
    #expect(id == "half-of-the-shift")
    let kept = try #require(try bench.state().scenario(id))
    #expect(kept.scenario.settings == ["assumption.shift": "7.5"])
    #expect(kept.scenario.seed == 3 && kept.scenario.runs == 1000)
    #expect(kept.scenario.finding == "About £320 million.")
    #expect(kept.role == "analyst" && kept.sequence > 0 && kept.withdrawal == nil)
  }

  @Test func `have ids that no scenario of the plan or of the past has`() async throws {
    let bench = try LabBench()
    #expect(try await bench.save("Cautious") == "cautious-2")
    let id = try await bench.save("???")
    #expect(id == "scenario")
    try await bench.desk.withdraw(id, reason: "No name", by: LabBench.analyst)
    #expect(try await bench.save("???") == "scenario-2")
  }

  @Test func `are refused without a name, a reason, a change or a known assumption`() async throws {
    let bench = try LabBench()
    #expect(
      await faultFields { try await bench.save("", reason: " ", [:]) }
        == ["title", "reason", "settings"])
    for settings in [
      ["assumption.none": "low"], ["assumption.shift": "much"], ["assumption.shift": "nan"],
      ["assumption.shift": "1e999"],
    ] {
      #expect(await faultFields { try await bench.save("A", settings) } == ["settings"])
    }
    #expect(
      await faultFields { try await bench.save(String(repeating: "a", count: 101)) } == ["title"])
    #expect(try bench.state().kept.isEmpty)
  }

  @Test func `need a name of their own, and take it back when withdrawn`() async throws {
    let bench = try LabBench()
    let id = try await bench.save()
    #expect(await faultFields { try await bench.save("half of THE shift") } == ["title"])
    #expect(
      await faultFields {
        try await bench.desk.withdraw(id, reason: "", by: LabBench.analyst)
      } == ["reason"])
    try await bench.desk.withdraw(id, reason: "Superseded", by: LabBench.analyst)
    let state = try bench.state()
    #expect(state.offered.isEmpty && state.kept[0].withdrawal == "Superseded")
    await #expect(throws: EventRefusal.self) {
      try await bench.desk.withdraw(id, reason: "Again", by: LabBench.analyst)
    }
    await #expect(throws: EventRefusal.notFound) {
      try await bench.desk.withdraw("none", reason: "Again", by: LabBench.analyst)
    }
    #expect(try await bench.save() == "half-of-the-shift-2")
  }

  @Test func `count once however often a form is sent`() async throws {
    let bench = try LabBench()
    let token = RandomID.make()
    let first = try await bench.save(token: token)
    #expect(try await bench.save(token: token) == first)
    #expect(try bench.state().kept.count == 1)
  }

  @Test(arguments: ["low", "central", "high", "evidence", "7.5", "-3", "0", "1e3"])
  func `can be set to words and numbers`(setting: String) {
    #expect(LabPlan.isSetting(setting))
  }
}

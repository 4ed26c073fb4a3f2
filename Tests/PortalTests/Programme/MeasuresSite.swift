// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import PlanPackage
import Portal
import Programme
import Synchronization

/// A portal over the tiny plan and a data folder of its own, with the two made-up years in it.
final class MeasuresSite: Sendable {
  let data: DataFolder
  let portal: Portal
  private static let now = LondonTime.moment(CivilDay(number: 17_650), minutes: 600)

  final class Clock: Sendable {
    let time = Mutex(MeasuresSite.now)
  }

  init(isFilled: Bool = true) async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/tiny")
    let plan = ProgrammePlan(try PlanReader(folder: folder.path).plan())
    let clock = Clock()
    data = try DataFolder(
      path: NSTemporaryDirectory() + "measures-" + UUID().uuidString,
      clock: { clock.time.withLock { $0 } })
    if isFilled {
      let stage = ProgrammeStage(
        data: data, plan: plan, clock: { clock.time.withLock { $0 } },
        office: Author(id: "office", role: "programme-office"), seed: 7,
        first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
      for step in try ProgrammeDemonstration.steps(stage) {
        clock.time.withLock { $0 = step.time }
        try await step.act()
      }
      clock.time.withLock { $0 = Self.now }
    }
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { clock.time.withLock { $0 } },
      prose: { "<p>\($0)</p>" })
    services.programme = plan
    services.programmeEnd = ProgrammeDemonstration.last
    portal = Portal(services)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  func get(_ path: String, _ query: String = "", as role: Role? = nil) async -> Shown {
    await send(
      PortalRequest(method: .get, path: Self.parts(path), query: FormFields(encoded: query)), role)
  }

  func post(
    _ path: String, _ fields: [(String, String)], as role: Role? = .programmeOffice
  ) async -> Shown {
    await send(
      PortalRequest(
        method: .post, path: Self.parts(path),
        fields: FormFields(fields.map { (name: $0.0, value: $0.1) })), role)
  }

  private func send(_ request: PortalRequest, _ role: Role?) async -> Shown {
    Shown(await portal.answer(request, EventsSite.visit(role)))
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }
}

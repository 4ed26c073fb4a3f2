// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import PlanPackage
import Programme
import Synchronization

/// A data folder of its own over the tiny plan, with a clock that a test sets.
final class RegisterBench: Sendable {
  static let office = Author(id: "office", role: "programme-office")
  let data: DataFolder
  let plan: ProgrammePlan
  private let now: Clock

  final class Clock: Sendable {
    let time: Mutex<Date>
    init(_ day: CivilDay) { time = Mutex(LondonTime.moment(day, minutes: 600)) }
  }

  init(on day: String = "2017-06-14") throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/tiny")
    plan = ProgrammePlan(try PlanReader(folder: folder.path).plan())
    let clock = Clock(CivilDay(day) ?? CivilDay(number: 0))
    now = clock
    data = try DataFolder(
      path: NSTemporaryDirectory() + "register-" + UUID().uuidString,
      clock: { clock.time.withLock { $0 } })
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  var clock: @Sendable () -> Date { { [now] in now.time.withLock { $0 } } }

  func set(_ day: CivilDay) {
    now.time.withLock { $0 = LondonTime.moment(day, minutes: 600) }
  }

  func set(_ moment: Date) { now.time.withLock { $0 = moment } }

  var registers: RegisterDesk { RegisterDesk(data, plan: plan.registers, clock: clock) }
  var measures: MeasureDesk { MeasureDesk(data, plan: plan.measures, clock: clock) }
  var resources: ResourceDesk { ResourceDesk(data, plan: plan.resources, clock: clock) }

  func importer(_ id: String) throws -> any RegisterImporting {
    guard
      let found = RegisterImporters.all(data, plan: plan, clock: clock).first(where: { $0.id == id }
      )
    else { throw EventRefusal.notFound }
    return found
  }

  func registerView(_ day: String = "2017-06-14") throws -> RegisterView {
    RegisterView(
      plan: plan.registers, state: try data.ledger.state(RegisterState.self),
      day: CivilDay(day) ?? CivilDay(number: 0))
  }
}

/// The fields that a refusal names.
func faultFields(_ act: () async throws -> Void) async -> [String] {
  do {
    try await act()
    return []
  } catch EventRefusal.faults(let faults) {
    return faults.map(\.field)
  } catch {
    return ["\(error)"]
  }
}

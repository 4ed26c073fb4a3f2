// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Savings
import Synchronization

/// A register of savings over a data folder of its own, on a day that a test chooses.
final class SavingsStage: Sendable {
  let data: DataFolder
  let plan: ProgrammePlan
  static let office = Author(id: "office", role: "programme-office")
  private let clock: SavingsClock

  init(_ day: String = "2017-09-20") throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let start = CivilDay(day) ?? CivilDay(number: 0)
    let clock = SavingsClock(start)
    data = try DataFolder(path: path, clock: { clock.moment })
    self.clock = clock
    plan = SavingsStage.plan
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  func go(to day: String) { clock.day = CivilDay(day) ?? CivilDay(number: 0) }

  var desk: SchemeDesk { SchemeDesk(data, plan: plan, clock: { [clock] in clock.moment }) }
  var benefits: BenefitDesk { BenefitDesk(data, plan: plan, clock: { [clock] in clock.moment }) }
  var today: CivilDay { clock.day }

  var view: SavingsView {
    get throws { SavingsView(plan: plan, state: try desk.state(), day: clock.day) }
  }

  static var plan: ProgrammePlan {
    var plan = ProgrammePlan(title: "Plan")
    plan.workstreams = [NamedThing(id: "local-care", name: "Local care")]
    plan.organisations = [
      NamedThing(id: "trust-one", name: "Trust One"),
      NamedThing(id: "trust-two", name: "Trust Two"),
      NamedThing(id: "ccg-one", name: "Commissioner One"),
    ]
    plan.savings.target = SavingsFactAmount(fact: "opportunity", pounds: 20e6)
    plan.savings.pools = [
      SavingsPoolDefinition(id: "all", label: "All costs"),
      SavingsPoolDefinition(
        id: "agency", parent: "all", label: "Agency staff",
        size: SavingsFactAmount(fact: "agency", pounds: 10e6)),
      SavingsPoolDefinition(id: "drugs", parent: "all", label: "Medicines"),
    ]
    plan.savings.groups = [
      SavingsGroupDefinition(id: "staffing", name: "Staffing", stage: .working, pool: "agency"),
      SavingsGroupDefinition(
        id: "medicines", name: "Medicines", stage: .startingShortly, pool: "drugs"),
    ]
    return plan
  }

  static func terms(
    _ organisation: String = "trust-one", driver: String = "rate", pounds: Double = 3e6,
    start: String = "2017-04-01", group: String = "staffing", pool: String = "agency"
  ) -> SchemeTerms {
    SchemeTerms(
      title: "Pay less", organisation: organisation, group: group, pool: pool, driver: driver,
      start: CivilDay(start) ?? CivilDay(number: 0), fullYear: pounds)
  }

  /// Assesses a scheme and moves it to delivery.
  func deliver(_ id: String) async throws {
    try await desk.assess(
      id, on: today, risks: [.safety: 2, .effectiveness: 2, .experience: 2, .fairness: 2],
      outcome: .accepted, summary: "No harm.", by: Self.office)
    try await desk.move(id, to: .inDelivery, on: today, by: Self.office)
  }
}

/// A clock that a test sets.
final class SavingsClock: Sendable {
  private let held: Mutex<CivilDay>

  init(_ day: CivilDay) { held = Mutex(day) }

  var day: CivilDay {
    get { held.withLock { $0 } }
    set { held.withLock { $0 = newValue } }
  }

  var moment: Date { LondonTime.moment(day, minutes: 600) }
}

extension SavingsStage {
  static let weights: [SavingsConfidence: Double] = [
    .blue: 1, .green: 1, .amber: 0.75, .red: 0.25, .unidentified: 0,
  ]
}

// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Savings
import Testing

@Suite struct `Two made-up years of savings` {
  private static func plan() -> ProgrammePlan {
    var plan = SavingsStage.plan
    plan.organisations += [
      NamedThing(id: "trust-three", name: "Three"), NamedThing(id: "trust-four", name: "Four"),
    ]
    plan.savings.pools = [
      SavingsPoolDefinition(id: "staff", label: "Staff"),
      SavingsPoolDefinition(id: "temporary-staff", parent: "staff", label: "Temporary staff"),
      SavingsPoolDefinition(id: "agency-staff", parent: "temporary-staff", label: "Agency"),
      SavingsPoolDefinition(id: "bank-staff", parent: "temporary-staff", label: "Bank"),
      SavingsPoolDefinition(id: "beds", label: "Beds"),
    ]
    plan.savings.groups = [
      SavingsGroupDefinition(
        id: "temporary-staffing", name: "Temporary staffing", stage: .working),
      SavingsGroupDefinition(
        id: "care-of-the-elderly", name: "Care of the elderly", stage: .startingShortly),
    ]
    return plan
  }

  @Test func `are the same for a seed, labelled, and refuse one double claim`() async throws {
    let one = try await filled()
    let other = try await filled()
    #expect(one.map(Self.withoutChance) == other.map(Self.withoutChance))
    let families = Dictionary(grouping: one, by: \.family)
    #expect((families["scheme"]?.count ?? 0) > 150)
    #expect(families["scheme"]?.filter { $0.type == "refused" }.count == 1)
    #expect(families["benefit"]?.filter { $0.type == "refused" }.count == 1)
    #expect(
      one.filter { $0.type == "registered" }.allSatisfy { $0.payload.contains("(synthetic)") })
  }

  /// What an entry says, less the random ids of texts and their salted digests.
  private static func withoutChance(_ entry: Entry) -> String {
    entry.type + entry.subject
      + entry.payload.replacing(/"digest":"[0-9a-f]+","id":"[0-9a-z]+"/, with: "")
  }

  private func filled() async throws -> [Entry] {
    let clock = SavingsClock(ProgrammeDemonstration.first)
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try DataFolder(path: path, clock: { clock.moment })
    let stage = ProgrammeStage(
      data: data, plan: Self.plan(), clock: { clock.moment }, office: SavingsStage.office, seed: 1,
      first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    for step in try ProgrammeDemonstration.steps(stage) {
      clock.day = LondonTime.day(step.time)
      try await step.act()
    }
    let day = ProgrammeDemonstration.last
    let view = SavingsView(
      plan: stage.plan, state: try data.ledger.state(SchemeState.self), day: day)
    #expect(view.schemes.count > 15)
    #expect(view.overlapFaults.isEmpty && view.unsized.isEmpty)
    #expect(view.total.fullYear.overlapRemoved > 0)
    #expect(!view.late.isEmpty)
    return try data.ledger.entries().filter { ["scheme", "benefit"].contains($0.family) }
  }
}

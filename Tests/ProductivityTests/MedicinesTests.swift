// SPDX-License-Identifier: Apache-2.0

import Productivity
import Testing

@Suite struct `Moving to a biosimilar` {
  private let existing = BiosimilarMedicine(
    "A", existingPatients: 100, unitsPerMonth: 2, originatorPrice: 300, bestValuePrice: 200,
    switchingCost: 50)

  @Test func `saves 5.2 patient years of the gap for each existing patient in twelve months`()
    throws
  {
    // Shares 0.8 × m / 12 add up to 5.2 over twelve months; the gap is £200 a month.
    let found = try BiosimilarProgramme([existing], providerShare: 0.5)
    let saving = try #require(found.savings.first)
    #expect((saving.gross - 104_000).magnitude < 1e-6)
    #expect(saving.switched == 80 && saving.switchingCost == 4000)
    #expect((found.net - 100_000).magnitude < 1e-6)
    #expect((found.toProvider - 50_000).magnitude < 1e-6)
    #expect((found.toProvider + found.toCommissioner - found.net).magnitude < 1e-9)
  }

  @Test func `counts new patients after the first three months`() throws {
    var medicine = existing
    medicine.existingPatients = 0
    medicine.newPatientsPerMonth = 10
    // 10 patients from month 4, 20 from month 5, …, 90 in month 12: 450 patient months.
    let found = try BiosimilarProgramme([medicine])
    #expect((found.net - 450 * 0.9 * 200).magnitude < 1e-6)
    let later = try BiosimilarProgramme([medicine], targets: .framework2025)
    #expect((later.net - 450 * 200).magnitude < 1e-6)
  }

  @Test func `reaches its share and stays there`() {
    let targets = BiosimilarTargets.framework2017
    #expect(targets.existing(inMonth: 6, from: 0) == 0.4)
    #expect(targets.existing(inMonth: 12, from: 0) == 0.8)
    #expect(targets.existing(inMonth: 40, from: 0) == 0.8)
    #expect(targets.existing(inMonth: 3, from: 0.9) == 0.9)
    #expect(BiosimilarTargets.framework2025.existing(inMonth: 10, from: 0) == 0.8)
  }

  @Test func `counts only those who move from now on`() throws {
    var half = existing
    half.startingShare = 0.4
    let found = try BiosimilarProgramme([half])
    #expect((found.savings[0].gross - 52_000).magnitude < 1e-6)
    #expect((found.savings[0].switched - 40).magnitude < 1e-9)
  }

  @Test func `names what it leaves out`() throws {
    var dearer = existing
    dearer.bestValuePrice = 400
    var odd = existing
    odd.startingShare = 80
    let found = try BiosimilarProgramme([existing, dearer, odd])
    #expect(found.excluded.count == 2)
    #expect(throws: ProductivityError.self) { try BiosimilarProgramme([dearer]) }
    #expect(throws: ProductivityError.self) { try BiosimilarProgramme([existing], months: 0) }
    #expect(throws: ProductivityError.self) {
      try BiosimilarProgramme([existing], providerShare: 2)
    }
  }
}

@Suite struct `Uptake of best-value medicines` {
  private func use(_ organisation: String, _ all: Double, _ best: Double) -> MedicineUse {
    MedicineUse(
      medicine: "A", organisation: organisation, treatments: all, bestValue: best, target: 0.8,
      priceGap: 10)
  }

  @Test func `never takes one organisation's lead for another's gap`() throws {
    let found = try MedicineUptake([use("X", 100, 50), use("Y", 200, 180)])
    #expect(found.findings.map(\.uptake) == [0.5, 0.9])
    #expect(found.findings.map { $0.toTarget.rounded() } == [300, 0])
    #expect(found.findings.map { $0.toBest.rounded() } == [400, 0])
  }

  @Test func `names what it leaves out`() throws {
    let found = try MedicineUptake([use("X", 100, 50), use("Y", 0, 0), use("Z", 10, 11)])
    #expect(found.excluded.map(\.subject) == ["A, Y", "A, Z"])
    #expect(throws: ProductivityError.self) {
      try MedicineUptake([use("X", 1, 1), use("X", 1, 1)])
    }
    #expect(throws: ProductivityError.self) { try MedicineUptake([use("X", 0, 0)]) }
  }
}

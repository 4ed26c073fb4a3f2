// SPDX-License-Identifier: Apache-2.0

import Productivity
import Testing

@Suite struct `Agency shifts` {
  private func shift(
    _ day: ShiftDay = ShiftDay(2016, 4, 1), group: AgencyStaffGroup = .otherClinical,
    basic: Double = 20, agency: Double = 38, hours: Double = 10, bank: Double? = nil
  ) -> TemporaryShift {
    TemporaryShift(
      name: "Row 2", day: day, group: group, basicRate: basic, agencyRate: agency, hours: hours,
      bankRate: bank)
  }

  @Test func `breach the cap by £70, and the bank saves £100`() throws {
    let found = try TemporaryStaffing([shift(bank: 28)], StaffingPolicy())
    #expect(found.findings.first?.cap == 31)
    #expect(found.breachCost == 70)
    #expect(found.breaches == 1 && found.unapproved == 1)
    #expect(found.netBankSaving == 100)
    #expect(found.breakEvenHours == nil)
  }

  @Test(
    arguments: [
      (ShiftDay(2015, 11, 22), nil, nil, nil), (ShiftDay(2015, 11, 23), 150, 100, 55),
      (ShiftDay(2016, 1, 31), 150, 100, 55), (ShiftDay(2016, 2, 1), 100, 75, 55),
      (ShiftDay(2016, 3, 31), 100, 75, 55), (ShiftDay(2016, 4, 1), 55, 55, 55),
      (ShiftDay(2018, 12, 1), 55, 55, 55),
    ] as [(ShiftDay, Double?, Double?, Double?)])
  func `have the cap of their day`(
    day: ShiftDay, junior: Double?, clinical: Double?, other: Double?
  ) {
    let caps = AgencyCapSchedule.national
    #expect(caps.percent(.juniorDoctors, on: day) == junior)
    #expect(caps.percent(.otherClinical, on: day) == clinical)
    #expect(caps.percent(.nonClinical, on: day) == other)
  }

  @Test func `at the cap to the penny are within it`() throws {
    let found = try TemporaryStaffing(
      [shift(agency: 31), shift(basic: 12.43, agency: 12.43 * 1.55), shift(agency: 31.01)],
      StaffingPolicy())
    #expect(found.findings.map(\.isBreach) == [false, false, true])
  }

  @Test func `moved to a bank whose rate is bid up save less`() throws {
    // 10 h × (38 − 28 × 1.2) = 44; the uplift of £1 costs 1.20 on each existing hour.
    let policy = StaffingPolicy(
      bankOnCostPercent: 20, bankRateUplift: 1, existingBankHours: 50)
    let found = try TemporaryStaffing([shift(bank: 28)], policy)
    #expect((found.bankSavingBeforeUplift - 44).magnitude < 1e-9)
    #expect(found.upliftOnExistingHours == 60)
    #expect((found.netBankSaving + 16).magnitude < 1e-9)
    #expect(((found.breakEvenHours ?? 0) - 44 / 1.2).magnitude < 1e-9)
  }

  @Test func `that cannot be judged are named`() throws {
    var approved = shift()
    approved.hasBreakGlass = true
    let shifts = [
      approved, shift(ShiftDay(2015, 1, 1)), shift(hours: 0), shift(basic: 0), shift(agency: -1),
    ]
    let found = try TemporaryStaffing(shifts, StaffingPolicy())
    #expect(found.breaches == 1 && found.unapproved == 0)
    #expect(found.excluded.count == 4)
    #expect(found.excluded.contains { $0.reason.contains("before the first cap, 2015-11-23") })
    #expect(throws: ProductivityError.self) { try TemporaryStaffing([], StaffingPolicy()) }
    #expect(throws: ProductivityError.self) {
      try TemporaryStaffing(shifts, StaffingPolicy(bankOnCostPercent: -1))
    }
  }
}

@Suite struct `A shared bank` {
  private func day(
    _ period: String, _ organisation: String, _ requested: Int, _ available: Int,
    group: String = "Nurses"
  ) -> BankDay {
    BankDay(
      period: period, organisation: organisation, group: group, requested: requested,
      available: available)
  }

  private var records: [BankDay] {
    [
      day("Mon", "A", 5, 3), day("Mon", "B", 2, 6), day("Tue", "A", 4, 4), day("Tue", "B", 3, 1),
      day("Mon", "A", 1, 0, group: "Doctors"),
    ]
  }

  @Test func `fills a gap of one with the spare people of another`() throws {
    let found = try SharedBank(records)
    #expect(found.days.map(\.unfilledAlone) == [2, 2, 1])
    #expect(found.days.map(\.unfilledShared) == [0, 2, 1])
    #expect(found.unfilledAlone == 5 && found.unfilledShared == 3)
    #expect(found.requested == 15)
    #expect(found.saving(hours: 8, agencyRate: 40, bankRate: 30) == 160)
  }

  @Test func `counts only those who would travel`() throws {
    // Four are spare on Monday; a quarter of them is one.
    #expect(try SharedBank(records, willing: 0.25).unfilledShared == 4)
    #expect(try SharedBank(records, willing: 0).unfilledShared == 5)
    #expect(throws: ProductivityError.self) { try SharedBank(records, willing: 1.5) }
  }

  @Test func `refuses a day twice and names a number below 0`() throws {
    #expect(throws: ProductivityError.self) {
      try SharedBank(records + [day("Mon", "A", 1, 1)])
    }
    let found = try SharedBank(records + [day("Wed", "A", -1, 1)])
    #expect(found.excluded.map(\.subject) == ["Wed, A, Nurses"])
  }
}

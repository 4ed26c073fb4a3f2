// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `Staff for beds` {
  @Test func `are 87.85 nurses for 14 hyper-acute and 35 acute beds`() throws {
    let staff = try [
      StaffedBeds(.hyperAcuteStroke, beds: 14), StaffedBeds(.acuteStroke, beds: 35),
    ].staff()

    #expect(staff.first?.staffGroup == "nurses")
    #expect(agree(staff[0].wholeTimeEquivalents, 87.85))
    // 14 / 5 x 0.73 + 35 / 5 x 0.84
    #expect(staff[1].staffGroup == "physiotherapists")
    #expect(agree(staff[1].wholeTimeEquivalents, 7.924))
    #expect(staff.count == 6)
  }

  @Test func `are 112 nurses for 20 hyper-acute and 40 acute beds`() throws {
    let staff = try [
      StaffedBeds(.hyperAcuteStroke, beds: 20), StaffedBeds(.acuteStroke, beds: 40),
    ].staff()

    #expect(agree(staff[0].wholeTimeEquivalents, 112))
  }

  @Test(arguments: [
    (StaffingStandard.hyperAcuteStroke, [14.5, 0.73, 0.68, 0.34, 0.20, 0.15]),
    (.acuteStroke, [6.75, 0.84, 0.81, 0.40, 0.20, 0.15]),
  ])
  func `are the table itself for five beds`(standard: StaffingStandard, staff: [Double]) throws {
    let found = try standard.staff(beds: 5).map(\.wholeTimeEquivalents)

    #expect(zip(found, staff).allSatisfy { agree($0, $1) })
    #expect(found.count == staff.count)
  }

  @Test func `list a group of one unit only after those that come first`() throws {
    let other = try StaffingStandard(
      unit: "rehabilitation",
      ratios: [
        StaffingRatio(staffGroup: "doctors", wholeTimeEquivalents: 1, beds: 10),
        StaffingRatio(staffGroup: "nurses", wholeTimeEquivalents: 1, beds: 1),
      ])

    let staff = try [StaffedBeds(.acuteStroke, beds: 0), StaffedBeds(other, beds: 20)].staff()

    #expect(staff.last?.staffGroup == "doctors")
    #expect(staff.last?.wholeTimeEquivalents == 2)
    #expect(staff.first?.staffGroup == "nurses")
    #expect(staff.first?.wholeTimeEquivalents == 20)
  }

  @Test func `refuse what can't be`() {
    #expect(throws: WorkforceError.self) { try StaffingStandard.acuteStroke.staff(beds: -1) }
    #expect(throws: WorkforceError.self) {
      try StaffingRatio(staffGroup: "nurses", wholeTimeEquivalents: 1, beds: 0)
    }
    #expect(throws: WorkforceError.repeatedStaffGroup("nurses")) {
      let nurses = try StaffingRatio(staffGroup: "nurses", wholeTimeEquivalents: 1, beds: 1)
      return try StaffingStandard(unit: "ward", ratios: [nurses, nurses])
    }
  }
}

@Suite struct `A consultants' rota` {
  private func check(_ consultants: [Double], others: Double = 0) throws -> RotaCheck {
    try ConsultantRota.hyperAcuteStroke.check(
      zip(["A", "B", "C", "D"], consultants).map { SiteConsultants(site: $0, consultants: $1) },
      others: others)
  }

  @Test func `of six on three sites needs eighteen`() throws {
    let rota = try check([6, 4, 2])

    #expect(rota.needed == 18)
    #expect(rota.supply == 12)
    #expect(rota.gap == 6)
    #expect(agree(rota.shareMet, 2.0 / 3))
    #expect(rota.mostSitesOnSupply == 2)
  }

  @Test func `names the sites that fall short`() throws {
    let rota = try check([6, 4, 2])

    #expect(rota.sitesBelowMinimum.map(\.site) == ["B", "C"])
    #expect(rota.sitesBelowMinimum.map(\.gap) == [2, 4])
  }

  @Test func `may be short at a site although there are enough in all`() throws {
    let rota = try check([9, 3])

    #expect(rota.gap == 0)
    #expect(rota.shareMet == 1)
    #expect(rota.sitesBelowMinimum.map(\.site) == ["B"])
  }

  @Test func `counts those who could come from sites that close`() throws {
    let rota = try check([6, 4], others: 2)

    #expect(rota.gap == 0)
    #expect(rota.supply == 12)
  }

  @Test func `is met when no site is open`() throws {
    let rota = try check([])

    #expect(rota.shareMet == 1)
    #expect(rota.gap == 0)
  }

  @Test func `refuses what can't be`() {
    #expect(throws: WorkforceError.emptyRota(minimumPerSite: 0)) {
      try ConsultantRota(minimumPerSite: 0)
    }
    #expect(throws: WorkforceError.self) { try check([-1]) }
    #expect(throws: WorkforceError.repeatedSite("A")) {
      let site = SiteConsultants(site: "A", consultants: 1)
      return try ConsultantRota.hyperAcuteStroke.check([site, site])
    }
  }

  @Test(arguments: lawSeeds) func `lacks at least as many site by site as in all`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let rota = try check(draws.numbers(4, 0, 12), others: 0)

    let siteBySite = rota.sitesBelowMinimum.reduce(0.0) { $0 + $1.gap }
    #expect(siteBySite >= rota.gap - 1e-9)
    #expect(agree(rota.shareMet, min(1, rota.supply / rota.needed)))
  }
}

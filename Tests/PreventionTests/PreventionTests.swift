// SPDX-License-Identifier: Apache-2.0

import Prevention
import Testing

@Suite struct `Attributable fractions` {
  private func close(_ left: Double, _ right: Double, _ tolerance: Double = 5e-7) -> Bool {
    (left - right).magnitude <= tolerance
  }

  @Test func `Levin's fraction of a fifth of people at 10_92 times the risk`() throws {
    #expect(close(try AttributableFraction.levin(share: 0.2, relativeRisk: 10.92), 0.664879))
  }

  @Test func `People who smoke and people who used to are levels of one cause`() throws {
    let levels = [
      AttributableFraction.Level(share: 0.169, relativeRisk: 10.92),
      AttributableFraction.Level(share: 0.26, relativeRisk: 3),
    ]
    #expect(close(try AttributableFraction.levels(levels), 0.687156))
  }

  @Test func `Causes are combined and never summed`() throws {
    #expect(close(try AttributableFraction.joint([0.3, 0.2]), 0.44, 1e-12))
    #expect(close(try AttributableFraction.joint([0.7, 0.6]), 0.88, 1e-12))
    #expect(try AttributableFraction.joint([]) == 0)
  }

  @Test func `Independent causes that multiply are combined exactly`() throws {
    // Four groups of people: neither cause, either, both; the true fraction from the cells.
    let (p, q, r, s) = (0.3, 0.1, 2.5, 4.0)
    let cases = (1 - p) * (1 - q) + p * (1 - q) * r + (1 - p) * q * s + p * q * r * s
    let combined = try AttributableFraction.joint([
      AttributableFraction.levin(share: p, relativeRisk: r),
      AttributableFraction.levin(share: q, relativeRisk: s),
    ])
    #expect(close(combined, 1 - 1 / cases, 1e-12))
  }

  @Test func `Among cases agrees with Levin when nothing was adjusted`() throws {
    let (share, risk) = (0.25, 3.0)
    let cases = share * risk / (share * risk + 1 - share)
    #expect(
      close(
        try AttributableFraction.amongCases(exposedShare: cases, relativeRisk: risk),
        try AttributableFraction.levin(share: share, relativeRisk: risk), 1e-12))
  }

  @Test func `An impact with nobody exposed is the whole fraction, and with no change none`()
    throws
  {
    let now = [AttributableFraction.Level(share: 0.2, relativeRisk: 10.92)]
    #expect(
      try AttributableFraction.impact(of: now, against: [])
        == AttributableFraction.levels(now))
    #expect(try AttributableFraction.impact(of: now, against: now) == 0)
    let half = [AttributableFraction.Level(share: 0.1, relativeRisk: 10.92)]
    // 0.1 * 9.92 / (1 + 0.2 * 9.92)
    #expect(close(try AttributableFraction.impact(of: now, against: half), 0.992 / 2.984, 1e-12))
  }

  @Test func `What is out of range is refused`() {
    #expect(throws: PreventionError.shareOutOfRange(what: "an exposed share", 1.2)) {
      try AttributableFraction.levin(share: 1.2, relativeRisk: 2)
    }
    #expect(throws: PreventionError.riskNotPositive(0)) {
      try AttributableFraction.levin(share: 0.2, relativeRisk: 0)
    }
    #expect(throws: PreventionError.self) {
      try AttributableFraction.levels([
        .init(share: 0.7, relativeRisk: 2), .init(share: 0.7, relativeRisk: 3),
      ])
    }
    #expect(throws: PreventionError.self) { try AttributableFraction.joint([.nan]) }
  }
}

@Suite struct `A prevention programme` {
  private func programme(
    kept: Double = 1, saving: Double = 300, years: Int = 2
  ) throws -> PreventionProgramme {
    try PreventionProgramme(
      eligible: 10_000, reach: 0.2, uptake: 0.5, effect: 0.1, kept: kept, costPerPerson: 10,
      savingPerChange: saving, savingYears: years)
  }

  @Test func `Who takes part, who changes and what it costs are products`() throws {
    let programme = try programme()
    #expect(programme.takingPart == 1000)
    #expect(programme.changing == 100)
    #expect(programme.cost == 10_000)
  }

  @Test func `Those who changed add up, less those who went back`() throws {
    let run = try PreventionRun(programme(kept: 0.5), years: 3)
    #expect(run.years.map(\.changed) == [100, 150, 175])
  }

  @Test func `Savings last their years and no longer`() throws {
    let run = try PreventionRun(programme(), years: 4)
    #expect(run.years.map(\.saving) == [15_000, 30_000, 30_000, 30_000])
    #expect(run.years.map(\.totalSaving) == [15_000, 45_000, 75_000, 105_000])
    #expect(run.breakEven == 1)
  }

  @Test func `The year of break-even is the first by whose end the sums meet`() throws {
    // Yearly cost 10,000; savings 7,500 then 15,000 a year: 7.5, 22.5 against 10, 20.
    #expect(try PreventionRun(programme(saving: 150), years: 4).breakEven == 2)
    #expect(try PreventionRun(programme(saving: 99), years: 30).breakEven == nil)
  }

  @Test func `Risk falls by the lag, from the year after the change`() throws {
    let lag = try RiskLag([(1, 0.618), (2, 0.478), (5, 0.239)])
    let run = try PreventionRun(programme(), years: 3, lag: lag)
    #expect(run.years[0].risksAverted == 0)
    #expect((run.years[1].risksAverted - 38.2).magnitude < 1e-9)
    #expect((run.years[2].risksAverted - 90.4).magnitude < 1e-9)
    #expect(lag.left(after: 0) == 1)
    #expect((lag.left(after: 3.5) - (0.478 + 0.239) / 2).magnitude < 1e-12)
    #expect(lag.left(after: 30) == 0.239)
  }

  @Test func `The published figures of stop smoking services give £1,213 for each who stops`()
    throws
  {
    let run = try PreventionProgramme(
      eligible: 583_525, reach: 1, uptake: 1, effect: 89_852 / 583_525, kept: 1,
      costPerPerson: 109e6 / 583_525, savingPerChange: 56_327_113 / 89_852, savingYears: 2)
    #expect((run.cost / run.changing).rounded() == 1213)
    let two = try PreventionRun(run, years: 2)
    #expect(((run.savingPerChange * run.changing / run.cost) - 0.517).magnitude < 5e-4)
    #expect(two.breakEven == nil)
  }

  @Test func `What is out of range is refused`() {
    #expect(throws: PreventionError.lagOutOfOrder) { try RiskLag([(2, 0.5), (1, 0.4)]) }
    #expect(throws: PreventionError.self) { try programme(kept: 1.5) }
    #expect(throws: PreventionError.yearsOutOfRange(0)) {
      try PreventionRun(programme(), years: 0)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PlanPackage
import Projection
import Testing

@Suite struct `What changes a measure` {
  private func amounts(_ account: ProjectionAttribution) -> [String: Double] {
    Dictionary(account.parts.map { ($0.id, $0.amount) }, uniquingKeysWith: +)
  }

  @Test func `two factors of a tenth make 1,210 of 1,000, and their shares 210 exactly`() throws {
    let model = try SmallPlan().model()
    let account = try model.attribution("activity.stays", year: 2021, run: 0)
    #expect(account.base == 1000 && account.withPlan == 1210)
    #expect(amounts(account) == ["one": 105, "two": 105])
    #expect(account.parts.reduce(0) { $0 + $1.amount } == 210)
  }

  @Test func `alone each makes 100, and the interaction of 10 is shown`() throws {
    let account = try SmallPlan().model()
      .attribution("activity.stays", year: 2021, run: 0, method: .alone)
    #expect(amounts(account) == ["one": 100, "two": 100, "interaction": 10])
  }

  @Test func `in order the second has what it adds to the first`() throws {
    let account = try SmallPlan().model()
      .attribution("activity.stays", year: 2021, run: 0, method: .inOrder)
    #expect(amounts(account) == ["one": 100, "two": 110])
  }

  @Test(arguments: ProjectionCase.allCases)
  func `shares add up to the change for every measure, year and run`(
    future: ProjectionCase
  ) throws {
    let model = try SmallPlan.whole.model()
    for run in [0, 1, 2, 3, 17, 400] {
      for measure in model.measures {
        let scale = measure.isMoney ? 1e6 : 1e3
        for year in model.years {
          let account = try model.attribution(measure.id, year: year, run: run, future)
          let whole = account.parts.map { ($0.amount * scale).rounded() }.reduce(0, +)
          #expect(
            whole == ((account.value - account.base) * scale).rounded(),
            "\(measure.id) \(year) run \(run)")
        }
      }
    }
  }

  @Test func `shares add up for every measure of the synthetic system, in every run`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Plans/kent-and-medway").standardized.path
    let model = try ProjectionModel(Assessment(PlanReader(folder: folder)))
    let year = try #require(model.years.last)
    for run in 1...12 {
      let ensemble = try model.ensemble(run..<(run + 1))
      let accounts = try model.attributions(
        model.measures.map(\.id), years: [year], mean: ensemble)
      #expect(accounts.count == model.measures.count)
      for account in accounts {
        let scale = ensemble.measure(account.measure)?.isMoney == true ? 1e6 : 1e3
        let whole = account.parts.map { ($0.amount * scale).rounded() }.reduce(0, +)
        #expect(whole == (account.change * scale).rounded(), "\(account.measure) run \(run)")
        #expect(ensemble.values(account.measure, year) == [account.withPlan])
      }
    }
  }

  @Test func `the mean over runs adds up as well, and is that of the ensemble`() throws {
    let model = try SmallPlan.whole.model()
    let ensemble = try model.ensemble(runs: 60)
    for account in try model.attributions(
      model.measures.map(\.id), years: [2022], mean: ensemble)
    {
      let scale = ensemble.measure(account.measure)?.isMoney == true ? 1e6 : 1e3
      let whole = account.parts.map { ($0.amount * scale).rounded() }.reduce(0, +)
      #expect(whole == (account.change * scale).rounded())
      let mean = try #require(ensemble.spread(account.measure, 2022)).mean
      #expect(abs(mean - account.withPlan) < 0.001)
    }
  }

  @Test func `cost that follows activity at once and in proportion leaves no rest`() throws {
    var plan = SmallPlan.whole
    plan.files["costs/drivers.csv"] =
      "line,service,resource,behaviour,share,step,delay_months,note\n"
      + "care,stays,,variable,0.7,,0,\nhomecare,visits,,variable,0.8,,0,\n"
    let model = try plan.model()
    for run in [0, 5, 9] {
      let account = try model.attribution("gap.system", year: 2022, run: run)
      #expect(abs(account.parts.first { $0.kind == .rest }?.amount ?? 0) < 1e-4)
    }
  }

  @Test func `what names nothing is refused with what it was meant to be`() throws {
    let model = try SmallPlan().model()
    #expect(throws: ProjectionError.unknownMeasure("activity.stay", nearest: "activity.stays")) {
      try model.attribution("activity.stay", year: 2021, run: 0)
    }
    #expect(throws: ProjectionError.unknownYear(2019, known: 2020...2022)) {
      try model.attribution("activity.stays", year: 2019, run: 0)
    }
    #expect(throws: ProjectionError.self) {
      try model.attribution("activity.stays", year: 2021, run: -1)
    }
  }
}

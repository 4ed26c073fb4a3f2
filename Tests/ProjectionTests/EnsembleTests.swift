// SPDX-License-Identifier: Apache-2.0

import Projection
import Testing

@Suite struct `Ensembles` {
  @Test func `the number of threads changes nothing`() throws {
    let model = try SmallPlan.whole.model()
    let one = try model.ensemble(runs: 130, threads: 1)
    let many = try model.ensemble(runs: 130, threads: 7)
    for measure in model.measures {
      for year in model.years {
        #expect(one.values(measure.id, year) == many.values(measure.id, year))
      }
    }
  }

  @Test func `a run is the same in any part of any ensemble`() throws {
    let model = try SmallPlan.whole.model()
    let all = try model.ensemble(runs: 100)
    let part = try model.ensemble(40..<61)
    for measure in model.measures {
      #expect(
        Array(all.values(measure.id, 2022)[39..<60]) == part.values(measure.id, 2022),
        "\(measure.id)")
    }
    #expect(all.draws("ten.one")[39] == part.draws("ten.one")[0])
  }

  @Test func `run 0 is central and is not among the values`() throws {
    let ensemble = try SmallPlan.whole.model().ensemble(runs: 50)
    #expect(ensemble.values("activity.stays", 2022).count == 50)
    let central = try #require(ensemble.central("activity.stays", 2022, .doNothing))
    #expect(central == ensemble.value("activity.stays", 2022, .doNothing, run: 0))
  }

  @Test func `a bare number never varies`() throws {
    let ensemble = try SmallPlan().model().ensemble(runs: 200)
    #expect(Set(ensemble.values("activity.stays", 2021)) == [1210])
    #expect(Set(ensemble.draws("ten.one")) == [10])
  }

  // (hi - lo) / 2.5631031310892007 about the middle.
  @Test func `an interval of 0.85 to 0.95 has mean 0.90 and 80% of draws inside`() throws {
    var plan = SmallPlan()
    plan.files["assumptions.csv"] = SmallPlan.assumptions([
      "ten.one,One,0.85,0.9,0.95,times,interval", "ten.two,Two,,10,,%,fixed",
    ])
    let draws = try plan.model().ensemble(runs: 20_000).draws("ten.one")
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
    // Bounds of five standard errors.
    #expect(abs(mean - 0.9) < 5 * 0.0390152 / 20_000.0.squareRoot())
    #expect(abs(variance.squareRoot() - 0.0390152) < 5 * 0.0390152 / 40_000.0.squareRoot())
    let inside = Double(draws.filter { $0 >= 0.85 && $0 <= 0.95 }.count) / 20_000
    #expect(abs(inside - 0.8) < 5 * (0.16 / 20_000).squareRoot())
  }

  @Test func `percentiles of a total are those of its runs, not the sum of percentiles`() throws {
    var plan = SmallPlan.whole
    // The two services go against each other, so their sum varies less than they do.
    plan.files["demand/services.csv"] =
      SmallPlan.serviceHeader
      + "stays,Stays,hospital,acute,emergency,stays,none,,,,synthetic,paper,\n"
      + "visits,Visits,homes,acute,emergency,stays,none,,,,synthetic,paper,\n"
    plan.files["demand/mitigators.csv"] =
      SmallPlan.mitigatorHeader
      + "home,Care at home,move,,,,,stays,,,,home.reach,home.effect,2021-22,1,visits,1,,\n"
    plan.files["demand/factors.csv"] = SmallPlan.factorHeader
    let ensemble = try plan.model().ensemble(runs: 400)
    func ninetieth(_ measure: String) throws -> Double {
      try #require(ensemble.spread(measure, 2022)).percentile90
    }
    let sum = try ninetieth("activity.stays") + ninetieth("activity.visits")
    #expect(try ninetieth("activity.acute.emergency") == 3000)
    #expect(sum > 3050)
    let totals = zip(
      ensemble.values("activity.stays", 2022), ensemble.values("activity.visits", 2022)
    ).map { ($0 + $1).rounded() }
    #expect(totals.allSatisfy { $0 == 3000 })
  }

  @Test func `a change of one assumption leaves the luck of the others`() throws {
    let model = try SmallPlan.whole.model()
    let before = try model.ensemble(runs: 40)
    let after = try model.ensemble(runs: 40, settings: LabSettings(["home.effect": .fixed(10)]))
    #expect(Set(after.draws("home.effect")) == [10])
    #expect(before.draws("ten.one") == after.draws("ten.one"))
    #expect(
      before.values("activity.stays", 2022, .doNothing)
        == after.values("activity.stays", 2022, .doNothing))
    let higher = zip(
      before.values("bed-days.hospital", 2022), after.values("bed-days.hospital", 2022))
    #expect(higher.allSatisfy { $0 < $1 })
  }

  @Test func `a range keeps the shape and what is possible`() throws {
    let model = try SmallPlan.whole.model()
    let ensemble = try model.ensemble(
      runs: 100, settings: LabSettings(["home.reach": .range(low: 90, high: 120)]))
    #expect(ensemble.draws("home.reach").allSatisfy { $0 >= 90 && $0 <= 100 })
  }

  @Test func `settings that cannot be are refused`() throws {
    let model = try SmallPlan.whole.model()
    func failure(_ change: [String: LabSettings.Change]) -> ProjectionError? {
      do throws(ProjectionError) {
        _ = try model.ensemble(runs: 1, settings: LabSettings(change))
        return nil
      } catch {
        return error
      }
    }
    #expect(failure(["ten.on": .fixed(1)]) == .unknownInput("ten.on", nearest: "ten.one"))
    #expect(failure(["ten.one": .fixed(.nan)]) == .notANumber(input: "ten.one"))
    #expect(failure(["ten.one": .range(low: 2, high: .infinity)]) == .notANumber(input: "ten.one"))
    #expect(
      failure(["ten.one": .range(low: 2, high: 1)])
        == .lowAboveHigh(input: "ten.one", low: 2, high: 1))
    #expect(throws: ProjectionError.runs(0)) { try model.ensemble(runs: 0) }
  }

  @Test func `promises have a chance, and assumptions an influence`() throws {
    let model = try SmallPlan.whole.model()
    let ensemble = try model.ensemble(runs: 300)
    let promise = try #require(model.promises.first)
    let chance = try #require(ensemble.chance(of: promise))
    #expect(chance.low <= chance.chance && chance.chance <= chance.high)
    let influences = ensemble.influences("activity.stays", 2022)
    #expect(influences.allSatisfy { $0.shareOfVariance >= 0 && $0.shareOfVariance <= 1.01 })
    #expect(!influences.contains { $0.id == "price.rate" && $0.shareOfVariance > 0.1 })
    #expect(model.inputs.first { $0.id == "price.rate" }?.measures.contains("gap.system") == true)
    #expect(
      model.inputs.first { $0.id == "price.rate" }?.measures.contains("beds.general") == false)
  }
}

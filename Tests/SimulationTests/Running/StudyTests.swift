// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Queueing
import Sampling
import Simulation
import Testing

@Suite struct `A study of patient flow` {
  @Test func `gives the load and the growth before anything else`() throws {
    let study = FlowStudy(
      RunningModels.ward(arrivals: 6), seed: 1, asked: .fixed(3),
      results: (1...3).map(RunningModels.result))
    #expect(study.verdict.finding == .unstable)
    #expect(
      study.verdict.words.hasPrefix("unstable: the queue for the ward grows by 1 a day."),
      "\(study.verdict.words)")
    #expect(study.comparisons.isEmpty, "no average exists")
    #expect(!study.measures.isEmpty, "it is run all the same")
  }

  @Test func `does not call unstable what people leave`() {
    for model in [
      RunningModels.ward(arrivals: 6, whenFull: .elsewhere),
      RunningModels.ward(arrivals: 6, whenFull: .wait(limit: 3)),
      RunningModels.ward(arrivals: 6, patience: .exponential(mean: 2)),
    ] {
      let loads = UnitLoad.all(model)
      #expect(loads[0].growth == 0)
      #expect(abs(loads[0].load! - 1.2) < 1e-12)
      #expect(loads[0].startLeft < 0.05)
    }
  }

  @Test func `refuses to call the published stroke network steady after 250 days`() {
    let study = FlowStudy(RunningModels.stroke(), seed: 1, asked: .fixed(1), results: [])
    let load = study.loads[2]
    // 5.14 × 0.42 × 0.35 × (24 + 1.855) / 20.
    #expect(abs(load.load! - 0.97677) < 1e-4)
    #expect(load.isFedByBeds)
    #expect(study.verdict.finding == .notSettled)
    #expect(study.verdict.words.contains("SA1 at 97.7%"), "\(study.verdict.words)")
  }

  @Test func `claims nothing of the long run for what ends`() {
    let model = RunningModels.ward(kind: .terminating)
    let study = FlowStudy(
      model, seed: 1, asked: .fixed(2), results: (1...2).map(RunningModels.result))
    #expect(study.verdict.finding == .terminating)
    #expect(study.comparisons.isEmpty)
    #expect(study.bands("ward", .occupied)?.means.count == 20)
  }

  @Test func `does not call unstable what is exactly full and ends`() {
    let study = FlowStudy(
      RunningModels.ward(arrivals: 5.01, kind: .terminating), seed: 1, asked: .fixed(2),
      results: (1...2).map(RunningModels.result))
    #expect(study.verdict.finding == .terminating)
    #expect(study.verdict.words.contains("does not shorten by itself"), "\(study.verdict.words)")
    let winter = FlowStudy(
      RunningModels.ward(arrivals: 6, kind: .terminating), seed: 1, asked: .fixed(2),
      results: (1...2).map(RunningModels.result))
    #expect(winter.verdict.finding == .unstable)
    #expect(winter.verdict.words.contains("on average over the days"), "\(winter.verdict.words)")
  }

  @Test func `says what drifts`() {
    let results = (1...10).map { number in
      var result = RunningModels.result(number)
      result.units[0].dailyQueue = (0..<40).map { Int32($0 / 4 + number % 2) }
      return result
    }
    let study = FlowStudy(RunningModels.ward(), seed: 1, asked: .fixed(10), results: results)
    #expect(study.verdict.finding == .notSettled)
    #expect(study.verdict.words.contains("the queue for the ward rose"), "\(study.verdict.words)")
  }

  @Test func `beds kept for a class are judged by themselves`() {
    var model = RunningModels.ward(beds: 1)
    var network = model.network
    network.classes.append(PatientClass(id: "other", name: "Others"))
    network.units[0].kind = .beds([
      BedGroup(id: "kept", classes: [1], calendar: BedCalendar(beds: 6)),
      BedGroup(id: "pool", calendar: BedCalendar(beds: 3)),
    ])
    network.arrivals.append(
      ArrivalStream(id: "other", patientClass: 1, unit: 0, perDay: 1))
    network.journeys.append(
      Journey(
        unit: 0, patientClass: 1, stay: .fixed(1), routes: [Route(chance: 1, to: nil)]))
    model = RunningModels.model(network, warmUp: 10, days: 10)
    // Nine beds for five people, but only three for the four of the first class.
    #expect(abs(UnitLoad.all(model)[0].load! - 4.0 / 3) < 1e-12)
    #expect(abs(UnitLoad.all(model)[0].growth - 1) < 1e-12)
  }

  @Test func `measures by each definition`() throws {
    let model = RunningModels.ward(days: 100)
    let result = RunningModels.result(1)
    func value(_ quantity: FlowMeasure.Quantity) throws -> Double {
      try #require(FlowMeasure("ward", quantity).value(of: result, in: model))
    }
    let unit = result.units[0]
    #expect(try value(.occupied) == unit.meanOccupied)
    #expect(try value(.occupancy) == unit.meanOccupied / 5)
    #expect(try value(.foundFull) == Double(unit.foundFull) / 1001)
    #expect(try value(.wait) == unit.daysWaited / 1001)
    // 60 + 40 of 600 waited over four hours.
    #expect(abs(try value(.overFourHours) - 1.0 / 6) < 1e-15)
    #expect(abs(try value(.auditOccupied) - 270.0 / 90) < 1e-15)
    #expect(try value(.admissions) == 10.01)
    #expect(FlowMeasure("nowhere", .queue).value(of: result, in: model) == nil)
    #expect(FlowMeasure("ward", .auditQueue).value(of: result, in: model) == nil, "none counted")
  }
}

@Suite struct `Exact beside simulated` {
  private func exact(_ study: FlowStudy, _ measure: String) throws -> Double {
    try #require(study.comparisons.first { $0.measure.description == measure }).exact
  }

  @Test func `a simulated ward agrees with Erlang's formula`() throws {
    let study = try FlowStudy.run(
      RunningModels.ward(days: 2000), seed: 7, replications: .fixed(12), threads: 1)
    #expect(abs(try exact(study, "ward.found-full") - 0.554113) < 5e-7)
    #expect(abs(try exact(study, "ward.wait") - 0.554113) < 5e-7)
    #expect(abs(try exact(study, "ward.queue") - 2.216450) < 5e-7)
    #expect(study.comparisons.count == 4)
    #expect(study.alarms.isEmpty, "\(study.alarms)")
    #expect(study.verdict.finding == .steady, "\(study.verdict.words)")
  }

  @Test func `a wrong simulation raises an alarm`() throws {
    // Exactly 4 beds in use; these results say about 4.5.
    let study = FlowStudy(
      RunningModels.ward(), seed: 1, asked: .fixed(20),
      results: (1...20).map(RunningModels.result))
    #expect(study.alarms.map(\.measure.description).contains("ward.occupied"))
  }

  @Test func `units without a limit have Poisson numbers and the beds that follow`() throws {
    let study = try FlowStudy.run(
      RunningModels.unlimited(), seed: 3, replications: .fixed(12), threads: 1)
    let load = 2 * StayTime.lognormal(location: 1, scale: 0.6).mean
    #expect(abs(try exact(study, "acute.occupied") - load) < 1e-9)
    #expect(abs(try exact(study, "rehabilitation.occupied") - 6) < 1e-9)
    let need = try #require(study.bedNeeds.first { $0.unit == "acute" && $0.beds == 8 })
    #expect(abs(need.exactDelay! - (try ErlangB.blocking(load: load, servers: 8))) < 1e-12)
    #expect(need.exactFull! > need.exactDelay!, "two readings of one word")
    #expect(study.alarms.isEmpty, "\(study.alarms)")
    #expect(study.bedNeeds.allSatisfy { $0.agrees == true })
  }

  @Test func `acute beds kept for the community have the answers of the chain`() throws {
    let results = (1...2).map { number in
      let unit = RunningModels.result(number).units[0]
      return FlowResult(units: [unit, unit], classes: [], events: 1)
    }
    let study = FlowStudy(
      RunningModels.chain(), seed: 1, asked: .fixed(2), results: results)
    #expect(abs(try exact(study, "acute.blocked") - 1.01053) < 5e-6)
    #expect(abs(try exact(study, "acute.occupied") - 20.99970) < 5e-6)
    #expect(abs(try exact(study, "acute.queue") - 2.44902) < 5e-6)
    #expect(abs(try exact(study, "acute.found-full") - 0.257911) < 5e-7)
    #expect(abs(try exact(study, "community.occupied") - 19.98918) < 5e-6)
    // What the two clear together is less than the acute beds alone would.
    #expect(study.loads[0].load! > 4.0 * 5 / 26)
  }

  @Test func `loss and limits have their formulas, and what is not exact has none`() throws {
    func study(_ model: FlowModel) -> FlowStudy {
      FlowStudy(model, seed: 1, asked: .fixed(2), results: (1...2).map(RunningModels.result))
    }
    let loss = study(RunningModels.ward(whenFull: .elsewhere))
    #expect(
      abs(try exact(loss, "ward.found-full") - (try ErlangB.blocking(load: 4, servers: 5)))
        < 1e-12)
    // M/M/5 with 15 places: 0.0124942 are turned away.
    let limited = study(RunningModels.ward(whenFull: .wait(limit: 10)))
    #expect(abs(try exact(limited, "ward.turned-away") - 4 * 0.0124942) < 4e-7)
    #expect(study(RunningModels.ward(patience: .fixed(1))).comparisons.isEmpty)
    #expect(study(RunningModels.ward(warmUp: 0)).comparisons.isEmpty, "the start is still felt")
    #expect(
      FlowStudy(RunningModels.stroke(warmUp: 1e6), seed: 1, asked: .fixed(1), results: [])
        .comparisons.isEmpty, "beds that are kept have no product form")
  }

  @Test func `scenarios share their luck`() throws {
    let base = try FlowStudy.run(
      RunningModels.ward(days: 200), seed: 5, replications: .fixed(8), threads: 1)
    let other = try FlowStudy.run(
      RunningModels.ward(beds: 6, days: 200), seed: 5, replications: .fixed(8), threads: 1)
    let comparison = FlowComparison(base, other)
    let queue = try #require(
      comparison.rows.first { $0.measure == FlowMeasure("ward", .queue) })
    #expect(queue.paired.difference.mean < 0)
    // The beds in use hardly change, so nearly all of the luck cancels.
    let used = try #require(
      comparison.rows.first { $0.measure == FlowMeasure("ward", .occupied) })
    #expect(used.paired.luckFactor! > 5, "\(used)")
    #expect(abs(used.paired.difference.mean) < 0.2)
  }
}

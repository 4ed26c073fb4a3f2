// SPDX-License-Identifier: Apache-2.0

import Resampling
import Sampling
import Testing

@Suite struct ExactCaseTests {
  @Test func `two factors of ten per cent make 1,210 of 1,000 and share 210 evenly`() throws {
    let model = try Models.spells(
      factors: [Models.factor("first", 1.1), Models.factor("second", 1.1)])
    let line = try #require(model.line(.admissions))

    let run = model.run(1)

    #expect(abs(model.expected(values: [], variant: 0)[line] - 1_210) < 1e-3)
    let shares = model.causes.indices.map { run.contributions[line * model.causes.count + $0] }
    #expect(shares.allSatisfy { abs($0 - 105) < 1e-3 })
  }

  @Test func `without factors and strategies only chance remains`() throws {
    let model = try Models.spells(2_000)
    let line = try #require(model.line(.admissions))

    let totals = (1...400).map { Double(model.run($0).totals[line]) }

    // A Poisson count: mean and variance 2,000. Bands of five standard errors.
    let mean = totals.reduce(0, +) / 400
    let variance = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399
    #expect(abs(mean - 2_000) < 5 * (2_000.0 / 400).squareRoot())
    #expect(abs(variance / 2_000 - 1) < 5 * (2.0 / 399).squareRoot())
    #expect(model.run(1).contributions.allSatisfy { $0 == 0 })
  }

  @Test func `a bare number never varies`() throws {
    let model = try Models.spells(factors: [Models.factor("growth", 1.02, yearly: true)])

    let contributions = (0..<20).map { model.run($0).contributions }

    #expect(Set(contributions).count == 1)
    #expect(abs(contributions[0][0] - 1_000 * (1.218_994_419_994_757 - 1)) < 1e-3)
  }

  @Test func `avoidance that leaves nothing leaves nothing`() throws {
    let model = try Models.spells(strategies: [Models.strategy("all", .avoidance, 0)])

    let run = model.run(1)

    #expect(run.totals.allSatisfy { $0 == 0 })
    #expect(run.avoided[0] > 800 && run.avoided[1] == run.avoided[0] * 5)
    #expect(model.expected(values: [], variant: 0).allSatisfy { abs($0) < 1e-3 })
  }

  @Test func `a length of stay that remains whole is unchanged`() throws {
    let model = try Models.spells(strategies: [Models.strategy("same", .lengthOfStay, 1)])

    let run = model.run(1)

    #expect(run.totals[1] == 5 * run.totals[0])
    #expect(run.contributions.allSatisfy { $0 == 0 })
  }

  @Test func `days before an operation do not make a stay shorter than none`() throws {
    let model = try Models.spells(
      500, PlainRow(stay: 1), strategies: [Models.strategy("early", .preOperativeDays(2), 0)])

    let run = model.run(1)

    #expect(run.totals[1] == run.totals[0])
    #expect(abs(model.expected(values: [], variant: 0)[1] - 500) < 1e-3)
  }

  @Test func `what becomes a day case keeps its day and loses its nights`() throws {
    let model = try Models.spells(
      strategies: [Models.strategy("day", .dayCase(pod: "day-case"), 0)])
    let from = try #require(model.line(.admissions))
    let to = try #require(model.line(.admissions, "day-case"))

    let run = model.run(1)

    #expect(run.totals[from] == 0 && run.totals[from + 1] == 0)
    #expect(run.totals[to] > 800 && run.totals[to + 1] == run.totals[to])
  }

  @Test func `what moves to another kind of care arrives there`() throws {
    for (effect, measure) in [
      (RowStrategy.Effect.outpatient(pod: "x"), Measure.attendances),
      (.sameDay(pod: "x"), .arrivals),
    ] {
      let model = try Models.spells(strategies: [Models.strategy("move", effect, 0)])
      let run = model.run(3)
      #expect(model.total(run, .admissions) == 0 && model.total(run, .bedDays) == 0)
      #expect(model.total(run, measure) > 800)
    }
  }

  @Test func `remote attendances replace those in person one for one`() throws {
    let rows = ActivityRows.of(
      .outpatients, [PlainRow](repeating: PlainRow(count: 3, remote: 1), count: 400))
    let tele = RowStrategy(
      id: "tele", kind: .outpatients, effect: .remote, value: .fixed(0), scope: RowScope())
    let model = try ResamplingModel(
      ResamplingInputs(tables: [rows], baseYear: 2023, lastYear: 2030, strategies: [tele]))

    let run = model.run(1)

    #expect(model.total(run, .attendances) == 0)
    let expected = model.expected(values: [], variant: 0)
    let line = try #require(model.lines.firstIndex { $0.measure == .remoteAttendances })
    #expect(abs(expected[line] - 1_600) < 1e-3)
    #expect(abs(Double(run.totals[line]) - 1_600) < 5 * 40)
  }

  @Test func `days in bed are nights on request`() throws {
    let rows = ActivityRows.of(.spells, [PlainRow](repeating: PlainRow(stay: 4), count: 10))
    let model = try ResamplingModel(
      ResamplingInputs(tables: [rows], baseYear: 2023, lastYear: 2023, daysBeyondStay: 0))

    #expect(model.lines.map(\.baseline) == [10, 40])
  }

  @Test func `an adjustment for health looks activity up at a younger age`() throws {
    let health = HealthStatus(
      column: "group",
      curves: [.init(group: "emergency", sex: .female, rates: (0...100).map(Double.init))],
      addedYears: [.female: [70: 2]], healthyShare: [.female: .fixed(0.5)])
    let rows = ActivityRows.of(.spells, [PlainRow](repeating: PlainRow(age: 70), count: 700))
    let model = try ResamplingModel(
      ResamplingInputs(tables: [rows], baseYear: 2023, lastYear: 2033, healthStatus: health))

    // 70 - 0.5 x 2 = 69, and activity rises in proportion to age: 69/70.
    #expect(abs(model.expected(values: [], variant: 0)[0] - 690) < 1e-3)
  }

  @Test func `people follow their age and sex, births the mother's age`() throws {
    var rows = ActivityRows.of(
      .spells,
      [PlainRow](repeating: PlainRow(age: 30), count: 100)
        + [PlainRow](repeating: PlainRow(age: 95, sex: .male), count: 100))
    rows.categories.append(
      CategoryColumn(
        name: "grows_with",
        (0..<200).map { $0 < 50 ? "births" : $0 < 60 ? "none" : "population" }))
    let model = try ResamplingModel(
      ResamplingInputs(
        tables: [rows], baseYear: 2023, lastYear: 2033,
        variants: [
          PopulationVariant(
            id: "only", probability: 1,
            growth: AgeGrowth(persons: [1, 1], males: [1, 3], females: [1, 2]),
            births: AgeGrowth(everyone: 0.5))
        ]))

    // 50 births halve, 10 stay, 40 women double, 100 men treble.
    #expect(abs(model.expected(values: [], variant: 0)[0] - (25 + 10 + 80 + 300)) < 1e-3)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Demand
import Testing

@Suite struct GrowthTests {
  /// Activity of the first service with some growth, in a year.
  private func activity(_ growth: [GrowthFactor], _ year: Int, values: [Double] = []) throws
    -> Double
  {
    let inputs = Systems.one(growth: growth, inputCount: values.count)
    return try DemandModel(inputs).run(values: values)
      .amount(.activity, service: 0, year: year, .doNothing)
  }

  @Test func `two factors of a tenth turn 1,000 into 1,210`() throws {
    #expect(try activity(Systems.twoTenths, 2016) == 1000)
    #expect(isClose(try activity(Systems.twoTenths, 2017), 1210))
    #expect(isClose(try activity(Systems.twoTenths, 2021), 1210))
  }

  @Test func `an input in per cent is the same as a share`() throws {
    let drawn = [GrowthFactor(id: "x", amount: .input(0, scale: 0.01), timing: .once)]
    #expect(isClose(try activity(drawn, 2018, values: [10]), 1100))
    let times = [GrowthFactor(id: "x", amount: .input(0, offset: -1), timing: .once)]
    #expect(isClose(try activity(times, 2018, values: [1.1]), 1100))
  }

  @Test func `growth per year compounds between its years and stays`() throws {
    let growth = [GrowthFactor(id: "x", amount: .number(0.02), from: 2018, to: 2019)]
    #expect(try activity(growth, 2017) == 1000)
    #expect(isClose(try activity(growth, 2018), 1020))
    #expect(isClose(try activity(growth, 2019), 1040.4))
    #expect(isClose(try activity(growth, 2021), 1040.4))
  }

  @Test func `growth per year from the base year begins in the year after`() throws {
    let growth = [GrowthFactor(id: "x", amount: .number(0.02), from: 2016)]
    #expect(try activity(growth, 2016) == 1000)
    #expect(isClose(try activity(growth, 2018), 1040.4))
    let over = [GrowthFactor(id: "x", amount: .number(0.02), from: 2016, to: 2016)]
    #expect(try activity(over, 2018) == 1000)
  }

  @Test func `a change that happens once ends after its last year`() throws {
    let list = GrowthFactor(
      id: "list", kind: .waitingList, amount: .number(0.08), timing: .once, from: 2017, to: 2018,
      ramp: [0.5, 1])
    #expect(isClose(try activity([list], 2017), 1040))
    #expect(isClose(try activity([list], 2018), 1080))
    #expect(try activity([list], 2019) == 1000)
  }

  @Test func `a correction of the baseline works from the base year`() throws {
    let growth = [
      GrowthFactor(id: "b", kind: .baseline, amount: .number(-0.1), timing: .once)
    ]
    #expect(isClose(try activity(growth, 2016), 900))
  }

  @Test func `a draw outside the range is held to it`() throws {
    let growth = [
      GrowthFactor(id: "out", kind: .expatriation, amount: .input(0), timing: .once)
    ]
    #expect(try activity(growth, 2017, values: [0.2]) == 1000)
    #expect(try activity(growth, 2017, values: [-7]) == 0)
  }

  @Test func `activity follows people of its own ages`() throws {
    var people = Systems.people(2016...2017, lastAge: 2)
    // Twice as many aged 1, half as many aged 2.
    people[4].people = 2000
    people[5].people = 500
    let inputs = DemandInputs(
      baseYear: 2016, lastYear: 2017, variants: [PopulationVariant(id: "p", people: people)],
      services: [
        ServiceLine(
          id: "a",
          cells: [
            ActivityCell(ageFrom: 0, ageTo: 0, activity: 5),
            // 10 at each of two ages: 20 and 5 a year later.
            ActivityCell(ageFrom: 1, activity: 20, bedDays: 40),
          ]),
        ServiceLine(id: "still", growsWith: .none, cells: [ActivityCell(activity: 30)]),
      ])
    let run = try DemandModel(inputs).run(values: [])
    #expect(isClose(run.amount(.activity, service: 0, year: 2017), 30))
    #expect(isClose(run.amount(.bedDays, service: 0, year: 2017), 50))
    #expect(isClose(run.amount(.activity, service: 1, year: 2017), 30))
  }

  @Test func `a service of births follows births by age of the mother, newborns all births`() throws
  {
    let births = [
      BirthCount(year: 2016, motherAge: 20, births: 100),
      BirthCount(year: 2016, motherAge: 30, births: 300),
      BirthCount(year: 2017, motherAge: 20, births: 50),
      BirthCount(year: 2017, motherAge: 30, births: 450),
    ]
    let people = Systems.people(2016...2017, lastAge: 40, sexes: [.female, .male])
    let inputs = DemandInputs(
      baseYear: 2016, lastYear: 2017,
      variants: [PopulationVariant(id: "p", people: people, births: births)],
      services: [
        ServiceLine(
          id: "maternity", kind: .maternity, growsWith: .births,
          cells: [
            ActivityCell(sex: .female, ageFrom: 15, ageTo: 40, activity: 400),
            ActivityCell(ageFrom: 0, ageTo: 0, activity: 200),
          ])
      ])
    let run = try DemandModel(inputs).run(values: [])
    // Mothers 100 → 50 and 300 → 450; newborns 200 × 500/400.
    #expect(isClose(run.amount(.activity, service: 0, year: 2017), 750))
  }

  @Test func `health status takes the rate at the adjusted age`() throws {
    let inputs = DemandInputs(
      baseYear: 2016, lastYear: 2017, inputCount: 1,
      variants: [
        PopulationVariant(id: "p", people: Systems.people(2016...2017, lastAge: 90, count: 100))
      ],
      services: [
        ServiceLine(
          id: "a",
          cells: (0...90).map { age in
            ActivityCell(
              ageFrom: age, ageTo: age, activity: Double(age), bedDays: Double(2 * age))
          })
      ],
      growth: [
        GrowthFactor(id: "h", kind: .healthStatus, amount: .input(0), timing: .once)
      ])
    let model = try DemandModel(inputs)
    // Rates are in proportion to age: each of the 36 ages from 55 to 90 loses what was gained.
    for years in [0, 0.25, 1, 2.5, -3] {
      let run = try model.run(values: [years])
      #expect(isClose(run.amount(.activity, service: 0, year: 2016), 4095))
      // Nobody is older than 90, so the rate above is that at 90.
      let lost = (55...90).reduce(0.0) { $0 + Double($1) - min(Double($1) - years, 90) }
      #expect(isClose(run.amount(.activity, service: 0, year: 2017), 4095 - lost))
      #expect(isClose(run.amount(.bedDays, service: 0, year: 2017), 2 * (4095 - lost)))
    }
  }

  @Test func `health status can be a share of the gain in life expectancy`() throws {
    let inputs = DemandInputs(
      baseYear: 2016, lastYear: 2018,
      variants: [PopulationVariant(id: "p", people: Systems.people(2016...2018, lastAge: 90))],
      services: [
        ServiceLine(
          id: "a",
          cells: (0...90).map { ActivityCell(ageFrom: $0, ageTo: $0, activity: Double($0)) })
      ],
      growth: [
        GrowthFactor(
          id: "h", kind: .healthStatus, scope: ActivityScope(ageFrom: 70, ageTo: 79),
          amount: .number(0.5), lifeExpectancyGain: [0, 0.2, 0.4])
      ])
    let run = try DemandModel(inputs).run(values: [])
    // Ten ages lose 0.5 × 0.4 years of age each.
    #expect(isClose(run.amount(.activity, service: 0, year: 2018), 4095 - 2))
  }

  @Test func `a new service is open from its first year`() throws {
    let inputs = Systems.one(
      growth: [GrowthFactor(id: "x", amount: .number(0.1))],
      others: [
        ServiceLine(id: "new", starts: 2018, cells: [ActivityCell(activity: 100, bedDays: 50)])
      ])
    let run = try DemandModel(inputs).run(values: [])
    #expect(run.amount(.activity, service: 1, year: 2017) == 0)
    #expect(isClose(run.amount(.activity, service: 1, year: 2018), 121))
    #expect(isClose(run.amount(.bedDays, service: 1, year: 2018), 60.5))
  }

  @Test func `each variant has its own people`() throws {
    var inputs = Systems.one()
    inputs.variants = [
      PopulationVariant(id: "low", probability: 0.25, people: Systems.people()),
      PopulationVariant(id: "high", probability: 0.75, people: Systems.people(growth: 0.1)),
    ]
    let model = try DemandModel(inputs)
    #expect(try model.run(values: [], variant: 0).amount(.activity, service: 0, year: 2018) == 1000)
    let high = try model.run(values: [], variant: 1)
    #expect(isClose(high.amount(.activity, service: 0, year: 2018), 1210))
  }
}

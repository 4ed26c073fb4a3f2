// SPDX-License-Identifier: Apache-2.0

import Demand
import Testing

@Suite struct InputCheckTests {
  /// What is wrong with inputs.
  private func problems(_ inputs: DemandInputs) -> [DemandProblem] {
    do {
      _ = try DemandModel(inputs)
      return []
    } catch {
      return error.problems
    }
  }

  private func kinds(_ inputs: DemandInputs) -> [DemandProblem.Kind] {
    problems(inputs).map(\.kind)
  }

  /// Inputs of one service, changed.
  private func changed(_ change: (inout DemandInputs) -> Void) -> DemandInputs {
    var inputs = Systems.one(bedDays: 2000, inputCount: 1)
    change(&inputs)
    return inputs
  }

  @Test func `a last year before the base year`() {
    #expect(kinds(changed { $0.lastYear = 2015 }) == [.lastYearBeforeBase])
    #expect(kinds(changed { $0.lastYear = .max }) == [.horizonTooLong])
    #expect(kinds(changed { ($0.baseYear, $0.lastYear) = (.min, .max) }) == [.horizonTooLong])
    #expect(kinds(changed { $0.lastYear = 2016 }).isEmpty)
  }

  @Test func `nothing at all`() {
    let inputs = DemandInputs(baseYear: 2016, lastYear: 2016, variants: [], services: [])
    #expect(kinds(inputs) == [.noVariants, .noServices])
  }

  @Test func `rates above one, below nought and not numbers`() {
    for rate in [1.01, -0.1, .nan, .infinity, 30] {
      let inputs = changed {
        $0.mitigators = [
          Mitigator(id: "m", reach: .number(rate), effect: .number(rate), ramp: [0.5, rate])
        ]
      }
      let found = problems(inputs)
      #expect(found.map(\.kind) == [.rateOutside, .rateOutside, .rateOutside])
      #expect(found.allSatisfy { $0.subject == .mitigator(0) && $0.name.contains("“m”") })
      #expect(found[0].found.contains("a reach of"))
      #expect(found[1].found.contains("an effect of"))
    }
  }

  @Test func `amounts outside the range of their kind`() {
    let factors = [
      GrowthFactor(id: "a", amount: .number(2)),
      GrowthFactor(id: "b", kind: .repatriation, amount: .number(-0.1), timing: .once),
      GrowthFactor(id: "c", kind: .expatriation, amount: .number(0.1), timing: .once),
      GrowthFactor(id: "d", kind: .other, amount: .number(-1.5), timing: .once),
      GrowthFactor(id: "e", kind: .other, amount: .number(.nan), timing: .once),
    ]
    let found = problems(changed { $0.growth = factors })
    #expect(found.map(\.kind) == Array(repeating: .amountOutside, count: 5))
    #expect(found.map(\.subject) == (0..<5).map { .growth($0) })
  }

  @Test func `inputs that the runs do not have`() {
    let found = kinds(
      changed {
        $0.growth = [GrowthFactor(id: "g", amount: .input(1))]
        $0.mitigators = [Mitigator(id: "m", reach: .input(-1), effect: .input(0, scale: .nan))]
      })
    #expect(found == [.unknownInput, .unknownInput, .impossibleNumber])
  }

  @Test func `scopes that select nothing are named`() {
    let found = problems(
      changed {
        $0.growth = [
          GrowthFactor(id: "g", scope: ActivityScope(provider: "nowhere"), amount: .number(0))
        ]
        $0.mitigators = [
          Mitigator(id: "m", scope: ActivityScope(service: "z"), effect: .number(0.1)),
          Mitigator(id: "n", scope: ActivityScope(ageFrom: 1), effect: .number(0.1)),
          Mitigator(id: "o", scope: ActivityScope(sex: .female), effect: .number(0.1)),
        ]
      })
    #expect(found.map(\.kind) == Array(repeating: .selectsNothing, count: 4))
    #expect(found[0].found.contains("nowhere"))
    #expect(found[1].name.contains("“m”"))
  }

  @Test func `an empty new service is nothing to act on until something moves in`() {
    let late = changed {
      $0.services.append(Systems.empty("v"))
      $0.mitigators = [
        Mitigator(id: "m", scope: ActivityScope(service: "v"), effect: .number(0.1)),
        Mitigator(
          id: "n", kind: .move, scope: ActivityScope(service: "a"), effect: .number(0.1),
          toService: "v"),
      ]
    }
    #expect(kinds(late) == [.selectsNothing])
    var inOrder = late
    inOrder.mitigators.reverse()
    #expect(kinds(inOrder).isEmpty)
  }

  @Test func `shorter stays where there are none`() {
    let found = kinds(
      changed {
        $0.services[0].cells[0].bedDays = 0
        $0.mitigators = [Mitigator(id: "m", kind: .lengthOfStay, effect: .number(0.1))]
      })
    #expect(found == [.selectsNoBedDays])
  }

  @Test func `destinations that are missing, unused, unknown or the service itself`() {
    let here = ActivityScope(service: "a")
    let found = kinds(
      changed {
        $0.mitigators = [
          Mitigator(id: "1", kind: .virtual, scope: here, effect: .number(0.1)),
          Mitigator(id: "2", scope: here, effect: .number(0.1), toService: "a"),
          Mitigator(id: "3", kind: .move, scope: here, effect: .number(0.1), toService: "z"),
          Mitigator(id: "4", kind: .move, scope: here, effect: .number(0.1), toService: "a"),
          Mitigator(
            id: "5", kind: .lengthOfStay, scope: here, effect: .number(0.1), unitsPerUnit: -1),
        ]
      })
    #expect(
      found == [
        .noDestination, .destinationNotUsed, .impossibleNumber, .destinationIsItself,
        .unknownDestination, .destinationIsItself,
      ])
  }

  @Test func `destinations in a circle`() {
    func move(_ id: String, _ from: String, _ to: String) -> Mitigator {
      Mitigator(
        id: id, kind: .move, scope: ActivityScope(service: from), effect: .number(0.1),
        toService: to)
    }
    let found = problems(
      changed {
        $0.services += ["b", "c"].map { Systems.empty($0) }
        $0.mitigators = [move("1", "a", "b"), move("2", "b", "c"), move("3", "c", "a")]
      })
    #expect(found.map(\.kind) == [.destinationLoop])
    #expect(found[0].found.contains("“a” → “b” → “c” → “a” by “1”, “2”, “3”"))
  }

  @Test func `a move to a service that has not started`() {
    let found = kinds(
      changed {
        $0.services.append(Systems.empty("v", starts: 2019))
        $0.mitigators = [
          Mitigator(
            id: "m", kind: .move, scope: ActivityScope(service: "a"), effect: .number(0.1),
            from: 2018, toService: "v")
        ]
      })
    #expect(found == [.destinationNotOpen])
  }

  @Test func `bands that overlap, leave a gap, repeat or go beyond the population`() {
    func cells(_ bands: [(Int, Int?)]) -> [DemandProblem.Kind] {
      kinds(
        changed { inputs in
          inputs.variants[0].people = Systems.people(lastAge: 90)
          inputs.services[0].cells = bands.map {
            ActivityCell(ageFrom: $0.0, ageTo: $0.1, activity: 10)
          }
        })
    }
    #expect(cells([(0, 17), (18, 64), (65, nil)]).isEmpty)
    #expect(cells([(65, nil), (0, 17), (18, 64)]).isEmpty)
    #expect(cells([(0, 17), (17, nil)]) == [.overlappingAges])
    #expect(cells([(0, nil), (18, 64)]) == [.overlappingAges])
    #expect(cells([(0, 17), (19, nil)]) == [.missingAges])
    #expect(cells([(0, 17), (0, 17), (18, nil)]) == [.duplicateCell])
    #expect(cells([(0, 95)]) == [.agesBeyondPopulation])
    #expect(cells([(95, nil)]) == [.agesBeyondPopulation])
    #expect(cells([(-1, 4)]) == [.agesOutOfOrder])
    #expect(cells([(10, 4)]) == [.agesOutOfOrder])
    #expect(cells([(0, .max)]) == [.agesBeyondPopulation])
  }

  @Test func `cells that cannot be`() {
    for number in [-1, .nan, .infinity] as [Double] {
      let inputs = changed { $0.services[0].cells = [ActivityCell(activity: number)] }
      #expect(kinds(inputs).contains(.impossibleNumber))
    }
    let days = changed {
      $0.services[0].cells = [ActivityCell(activity: 0, bedDays: 4)]
    }
    #expect(kinds(days) == [.noActivity, .bedDaysWithoutActivity])
    #expect(kinds(changed { $0.services[0].cells = [] }) == [.noActivity])
    #expect(kinds(changed { $0.services[0].cells[0].sex = .female }) == [.populationSex])
    #expect(kinds(changed { $0.services.append($0.services[0]) }) == [.duplicateID])
    #expect(kinds(changed { $0.services[0].starts = 2022 }) == [.startOutside])
    #expect(kinds(changed { $0.services[0].season = "winter" }) == [.unknownSeason])
  }

  @Test func `populations that are incomplete or cannot be`() {
    #expect(kinds(changed { $0.lastYear = 2022 }) == [.missingCount])
    #expect(kinds(changed { $0.variants[0].people.removeLast() }) == [.missingCount])
    #expect(
      kinds(changed { $0.variants[0].people.append($0.variants[0].people[0]) }) == [.duplicateCount]
    )
    #expect(kinds(changed { $0.variants[0].people[0].people = .nan }) == [.impossibleNumber])
    #expect(kinds(changed { $0.variants[0].people[0].people = 0 }) == [.noPeople])
    #expect(kinds(changed { $0.variants[0].people[0].age = -1 }).contains(.agesOutOfOrder))
    #expect(kinds(changed { $0.variants[0].people = [] }).contains(.populationSex))
    #expect(kinds(changed { $0.variants[0].people[0].sex = .male }) == [.populationSex])
    #expect(kinds(changed { $0.variants[0].probability = 0.5 }) == [.probability])
    #expect(
      kinds(changed { $0.variants[0].probability = .nan }) == [.probability, .probability])
    #expect(kinds(changed { $0.variants.append($0.variants[0]) }) == [.duplicateID, .probability])
    let births = changed { $0.services[0].growsWith = .births }
    #expect(kinds(births) == Array(repeating: .noBirths, count: 6))
  }

  @Test func `variants that differ in kind`() {
    var inputs = Systems.one()
    inputs.variants = [
      PopulationVariant(id: "a", probability: 0.5, people: Systems.people()),
      PopulationVariant(
        id: "b", probability: 0.5, people: Systems.people(sexes: [.female, .male])),
    ]
    #expect(kinds(inputs) == [.populationSex])
    inputs.variants[1].people = Systems.people(lastAge: 3)
    #expect(kinds(inputs) == [.lastAgesDiffer])
  }

  @Test func `two health status adjustments of the same people`() {
    let inputs = changed {
      $0.variants[0].people = Systems.people(lastAge: 90)
      $0.growth = ["g", "h"].map {
        GrowthFactor(id: $0, kind: .healthStatus, amount: .number(1), timing: .once)
      }
    }
    #expect(kinds(inputs) == [.healthStatusTwice])
  }

  @Test func `years, ramps and gains that make no sense`() {
    let found = kinds(
      changed {
        $0.growth = [
          GrowthFactor(id: "1", amount: .number(0), from: 2019, to: 2018),
          GrowthFactor(id: "2", amount: .number(0), from: 2030),
          GrowthFactor(id: "3", amount: .number(0), from: 2010),
          GrowthFactor(id: "4", amount: .number(0), lifeExpectancyGain: [1]),
          GrowthFactor(id: "5", amount: .number(0), to: 2010),
        ]
      })
    #expect(found == [.years, .years, .years, .lifeExpectancy, .years])
  }

  @Test func `seasons that are not twelve shares of one`() {
    for shares in [[], [1], Array(repeating: 0.5, count: 12), Array(repeating: .nan, count: 12)] {
      let inputs = changed { $0.seasons = [SeasonProfile(id: "s", shares: shares)] }
      #expect(kinds(inputs) == [.seasonShares])
    }
  }

  @Test func `more ways through the mitigators than can be followed`() {
    let inputs = changed {
      $0.services += ["b", "c", "d"].map { Systems.empty($0) }
      $0.mitigators = (0..<120).map { index in
        let (from, to) = [("a", "b"), ("b", "c"), ("c", "d")][index / 40]
        return Mitigator(
          id: "\(index)", kind: .move, scope: ActivityScope(service: from), effect: .number(0.01),
          toService: to)
      }
    }
    #expect(kinds(inputs) == [.tooManyWays])
  }

  @Test func `numbers at the ends of what a machine counts`() {
    let ends = changed {
      $0.services.append(Systems.empty("v"))
      $0.mitigators = [
        Mitigator(
          id: "m", kind: .move, scope: ActivityScope(service: "a", ageFrom: .min, ageTo: .max),
          effect: .number(0.1), from: .min, toService: "v", unitsPerUnit: .infinity)
      ]
      $0.growth = [
        GrowthFactor(id: "g", amount: .number(0), from: .min, to: .max),
        GrowthFactor(id: "h", amount: .number(0), from: .max, to: .min),
      ]
      $0.services[0].starts = .min
    }
    #expect(kinds(ends) == [.startOutside, .years, .years, .years, .impossibleNumber])
    let years = changed {
      $0.variants[0].people.append(
        PopulationCount(year: .min, sex: .persons, age: 0, people: 1))
      $0.variants[0].births = [BirthCount(year: .max, motherAge: 0, births: 1)]
    }
    #expect(kinds(years).isEmpty)
    #expect(
      kinds(changed { $0.services[0].cells[0].activity = 1e300 }) == [.impossibleNumber])
    #expect(kinds(changed { $0.variants[0].people[0].people = 1e300 }) == [.impossibleNumber])
    let births = changed {
      $0.variants[0].births = [BirthCount(year: 2016, motherAge: .max, births: -1)]
    }
    #expect(kinds(births) == [.impossibleNumber, .agesBeyondPopulation])
  }

  @Test func `everything at once`() {
    let found = kinds(
      changed {
        $0.firstMonth = 13
        $0.variants[0].people.removeLast()
        $0.services[0].season = "?"
        $0.growth = [GrowthFactor(id: "g", amount: .number(.nan))]
        $0.mitigators = [Mitigator(id: "m", effect: .number(2))]
      })
    #expect(
      found == [.firstMonth, .missingCount, .unknownSeason, .amountOutside, .rateOutside])
  }

  @Test func `runs without values, with the wrong ones or of no variant`() throws {
    let model = try DemandModel(
      changed { $0.growth = [GrowthFactor(id: "g", amount: .input(0))] })
    #expect(throws: DemandError.self) { try model.run(values: []) }
    #expect(throws: DemandError.self) { try model.run(values: [.nan]) }
    #expect(throws: DemandError.self) { try model.run(values: [0], variant: 1) }
    #expect(throws: DemandError.self) { try model.attribution(values: [0], year: 2022) }
    #expect(throws: DemandError.self) { try model.monthShares(service: 1, year: 2016) }
    #expect(throws: DemandError.self) {
      try model.moments(.activity, services: [7], year: 2017, inputs: [InputQuadrature(fixed: 0)])
    }
    #expect(throws: DemandError.self) {
      try model.moments(.activity, services: [0], year: 2017, inputs: [])
    }
  }
}

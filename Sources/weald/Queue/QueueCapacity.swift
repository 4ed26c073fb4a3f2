// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// Beds for a promise.
struct QueueBeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beds", abstract: "The fewest beds with which few enough find none.")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @Option(parsing: .unconditional, help: "The share of arrivals that may find no bed.")
  var chance: Double = 0.01
  @OptionGroup var full: NoBedOption
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let pool = try BedPool.beds(
        arrivalRate: arrivals.arrivals, meanStay: 1 / (try service.rate()), chance: chance,
        noBed: full.noBed)
      var answer = QueueAnswer()
      answer.add("beds", "Beds", pool.beds)
      answer.add("load", "Mean number of people, if there were always a bed", pool.load, .number)
      answer.add("chance", "Share who \(full.words)", pool.chance, .share)
      answer.add("occupancy", "Share of beds in use", pool.occupancy, .share)
      return answer
    }
  }
}

/// Safe occupancy for a pool of a size.
struct QueueOccupancy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "occupancy",
    abstract: "The occupancy that is safe for a pool of this size, and what 85% and 92% mean.")

  @Option(parsing: .unconditional, help: "Beds in one pool.")
  var beds: Int
  @Option(parsing: .unconditional, help: "The share of arrivals that may find no bed.")
  var chance: Double = 0.01
  @OptionGroup var full: NoBedOption
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let pool = try BedPool.safeOccupancy(beds: beds, chance: chance, noBed: full.noBed)
      var answer = QueueAnswer(
        "Real arrivals vary more than by chance alone, and wards are not one pool: plan below this."
      )
      answer.add("occupancy", "Highest safe occupancy", pool.occupancy, .share)
      answer.add("load", "Mean number of people, if there were always a bed", pool.load, .number)
      answer.add("chance", "Share who \(full.words)", pool.chance, .share)
      for percent in [85, 92] {
        answer.add(
          "chanceAt\(percent)", "Share who wait for a bed at \(percent)%",
          try BedPool.chance(beds: beds, occupancy: Double(percent) / 100), .share)
      }
      return answer
    }
  }
}

/// The number of beds that costs least.
struct QueueCost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract: "The number of beds that costs least: a queue costs, and so does an empty bed.")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @Option(parsing: .unconditional, help: "Variance of stays over their squared mean.")
  var variation: Double = 1
  @Option(
    parsing: .unconditional, help: "Variance of times between arrivals over their squared mean.")
  var arrivalVariation: Double = 1
  @Option(parsing: .unconditional, help: "What a bed costs in a unit of time, in use or empty.")
  var bedCost: Double
  @Option(parsing: .unconditional, help: "What a person who waits costs in a unit of time.")
  var waitingCost: Double
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let result = try CostOptimalCapacity(
        .init(
          arrivalRate: arrivals.arrivals, meanStay: 1 / (try service.rate()),
          stayVariation: variation,
          arrivalVariation: arrivalVariation, costOfBed: bedCost, costOfWaiting: waitingCost))
      return answer(result)
    }
  }

  private func answer(_ result: CostOptimalCapacity) -> QueueAnswer {
    var answer = QueueAnswer("Waits are approximate where stays are not exponential (Allen 1990).")
    let best = result.best
    answer.add("beds", "Beds that cost least", best.beds)
    answer.add("cost", "Cost in a unit of time", best.cost, .number)
    answer.add("occupancy", "Share of beds in use", best.occupancy, .share)
    answer.add("probabilityOfWaiting", "Share who wait", best.probabilityOfWaiting, .share)
    answer.add("meanQueue", "Mean number waiting", best.meanQueue, .number)
    answer.add("bedsForOnePercent", "Beds so that 1% wait", result.hardlyAnyWait.beds)
    answer.add("costForOnePercent", "Cost of these", result.hardlyAnyWait.cost, .number)
    answer.table(
      "choices",
      [
        ("beds", "beds", .count), ("occupancy", "in use", .share),
        ("meanQueue", "waiting", .number),
        ("costOfBeds", "cost of beds", .number), ("costOfWaiting", "cost of waiting", .number),
        ("cost", "cost", .number),
      ],
      result.choices.map {
        [Double($0.beds), $0.occupancy, $0.meanQueue, $0.costOfBeds, $0.costOfWaiting, $0.cost]
      })
    return answer
  }
}

/// One pool instead of several.
struct QueuePooling: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pooling", abstract: "Beds that one pool saves while it keeps the same promise.")

  @Option(
    parsing: .unconditional,
    help: "The load of each group, which is arrivals times mean stay: 8.1,9.7")
  var loads: NumberList
  @Option(parsing: .unconditional, help: "The share of arrivals that may find no bed.")
  var chance: Double = 0.01
  @OptionGroup var full: NoBedOption
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let pooling = try BedPool.pooling(loads: loads.numbers, chance: chance, noBed: full.noBed)
      var answer = QueueAnswer("One pool needs every bed to suit everybody; wards seldom do.")
      answer.add(
        "bedsApart", "Beds apart", pooling.separate.reduce(0) { $0 + $1.beds })
      answer.add("bedsTogether", "Beds in one pool", pooling.together.beds)
      answer.add("saved", "Beds saved", pooling.saved)
      answer.add(
        "occupancyTogether", "Share of the pool in use", pooling.together.occupancy, .share)
      answer.table(
        "groups",
        [("load", "load", .number), ("beds", "beds", .count), ("occupancy", "in use", .share)],
        pooling.separate.map { [$0.load, Double($0.beds), $0.occupancy] })
      return answer
    }
  }
}

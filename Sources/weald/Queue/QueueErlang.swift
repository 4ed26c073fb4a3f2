// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// Erlang's loss formula and its inverses.
struct QueueErlangB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang-b",
    abstract: "Share turned away from a pool, or the servers or load for a share: Erlang B.",
    discussion: "Give two of --load, --servers and --chance; the third is worked out.")

  @OptionGroup var inputs: ErlangOptions
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write(growthUnit: "mean service time") {
      try inputs.answer("probabilityOfLoss", "Share turned away", .goesElsewhere)
    }
  }
}

/// Erlang's delay formula and its inverses.
struct QueueErlangC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang-c",
    abstract: "Share who wait for a pool, or the servers or load for a share: Erlang C.",
    discussion: "Give two of --load, --servers and --chance; the third is worked out.")

  @OptionGroup var inputs: ErlangOptions
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write(growthUnit: "mean service time") {
      try inputs.answer("probabilityOfWaiting", "Share who wait", .waits)
    }
  }
}

/// Two of the three numbers of Erlang's formulas.
struct ErlangOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Arrivals in a mean service time.")
  var load: Double?
  @Option(parsing: .unconditional, help: "Servers or beds.")
  var servers: Int?
  @Option(parsing: .unconditional, help: "The share of arrivals, such as 0.01.")
  var chance: Double?

  func validate() throws {
    guard (load == nil ? 0 : 1) + (servers == nil ? 0 : 1) + (chance == nil ? 0 : 1) == 2 else {
      throw ValidationError("Give two of --load, --servers and --chance.")
    }
  }

  func answer(_ key: String, _ label: String, _ noBed: NoBed) throws -> QueueAnswer {
    let pool: BedPool.Answer
    if let load, let servers {
      pool = try BedPool.answer(load: load, beds: servers, noBed)
    } else if let load, let chance {
      let servers = try BedPool.beds(load: load, chance: chance, noBed: noBed)
      pool = try BedPool.answer(load: load, beds: servers, noBed)
    } else {
      pool = try BedPool.safeOccupancy(beds: servers ?? 0, chance: chance ?? 0, noBed: noBed)
    }
    var answer = QueueAnswer()
    answer.add(key, label, pool.chance, .share)
    answer.add("load", "Load", pool.load, .number)
    answer.add("servers", "Servers", pool.beds)
    answer.add("utilisation", "Share of servers busy", pool.occupancy, .share)
    return answer
  }
}

/// A queue from which people go away.
struct QueueErlangA: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang-a",
    abstract: "Several servers and a queue from which people go away: Erlang A.")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @OptionGroup var servers: ServersOption
  @Option(parsing: .unconditional, help: "Mean time until somebody who waits goes away.")
  var patience: Double
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let queue = try ErlangAQueue(
        arrivalRate: arrivals.arrivals, serviceRate: try service.rate(), servers: servers.servers,
        patienceRate: 1 / (try positiveTime(patience, "the patience")))
      var answer = QueueAnswer()
      answer.add(
        "probabilityOfWaiting", "Share who find everybody busy", queue.probabilityOfWaiting, .share)
      answer.add(
        "probabilityOfAbandoning", "Share who go away", queue.probabilityOfAbandoning, .share)
      answer.add("meanWait", "Mean wait of everybody", queue.meanWait, .time)
      answer.add("meanQueue", "Mean number waiting", queue.meanQueue, .number)
      answer.add("utilisation", "Share of servers busy", queue.utilisation, .share)
      return answer
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// One server, any distribution of service.
struct QueueMG1: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mg1", abstract: "One server and service times of any regularity: M/G/1.")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @Option(
    parsing: .unconditional,
    help: "Variance of service times over their squared mean: 0 all alike, 1 exponential.")
  var variation: Double = 1
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let queue = try MG1Queue(
        arrivalRate: arrivals.arrivals, meanService: 1 / (try service.rate()),
        serviceVariation: variation)
      var answer = QueueAnswer()
      answer.add("probabilityOfWaiting", "Share who wait", queue.probabilityOfWaiting, .share)
      answer.add("meanWait", "Mean wait of everybody", queue.meanWait, .time)
      answer.add("meanQueue", "Mean number waiting", queue.meanQueue, .number)
      answer.add("utilisation", "Share of time busy", queue.utilisation, .share)
      return answer
    }
  }
}

/// Several servers, any distribution: an approximation.
struct QueueMGc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mgc",
    abstract: "Several servers and times of any regularity, approximately: M/G/c and G/G/c.",
    discussion: "The approximation of Allen and Cunneen (Allen 1990).")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @OptionGroup var servers: ServersOption
  @Option(parsing: .unconditional, help: "Variance of service times over their squared mean.")
  var variation: Double = 1
  @Option(parsing: .unconditional, help: "The same of times between arrivals; 1 is by chance.")
  var arrivalVariation: Double = 1
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let queue = try GGcQueue(
        arrivalRate: arrivals.arrivals, meanService: 1 / (try service.rate()),
        servers: servers.servers,
        serviceVariation: variation, arrivalVariation: arrivalVariation)
      var answer = QueueAnswer("An approximation: exact with one server or exponential times.")
      answer.add("probabilityOfWaiting", "Share who wait", queue.probabilityOfWaiting, .share)
      answer.add("meanWait", "Mean wait of everybody", queue.meanWait, .time)
      answer.add("meanQueue", "Mean number waiting", queue.meanQueue, .number)
      answer.add("utilisation", "Share of servers busy", queue.utilisation, .share)
      return answer
    }
  }
}

/// As many servers as needed.
struct QueueInfinity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infinity", abstract: "People present when nobody ever waits: M/G/infinity.")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @Option(parsing: .unconditional, help: "Also what so many beds would mean.")
  var beds: Int?
  @Option(parsing: .unconditional, help: "The share of time for which beds shall be enough.")
  var share: Double = 0.99
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let people = try InfiniteServerQueue(load: arrivals.arrivals / (try service.rate()))
      var answer = QueueAnswer()
      answer.add("load", "Mean number present", people.load, .number)
      answer.add(
        "bedsEnough", "Beds that are enough for \(QueueAnswer.plain(share * 100))% of the time",
        try people.beds(enoughFor: share))
      if let beds {
        answer.add(
          "delay", "Share who find no bed of \(beds), if they then go elsewhere",
          try people.delay(beds: beds), .share)
        answer.add(
          "timeAbove", "Share of time with more than \(beds) people",
          people.probability(above: beds), .share)
      }
      return answer
    }
  }
}

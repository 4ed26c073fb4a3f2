// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// Several servers and few waiting places.
struct QueueMMcK: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mmck",
    abstract: "Several servers and few places; who finds none goes elsewhere: M/M/c/K.")

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @OptionGroup var servers: ServersOption
  @Option(
    parsing: .unconditional, help: "People who can be there at once, with those being served.")
  var places: Int
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let queue = try MMcKQueue(
        arrivalRate: arrivals.arrivals, serviceRate: try service.rate(), servers: servers.servers,
        places: places)
      var answer = QueueAnswer()
      answer.add("probabilityOfLoss", "Share turned away", queue.probabilityOfLoss, .share)
      answer.add(
        "probabilityOfWaiting", "Share of those let in who wait", queue.probabilityOfWaiting, .share
      )
      answer.add("meanWait", "Mean wait of those let in", queue.meanWait, .time)
      answer.add("meanQueue", "Mean number waiting", queue.meanQueue, .number)
      answer.add("utilisation", "Share of servers busy", queue.utilisation, .share)
      return answer
    }
  }
}

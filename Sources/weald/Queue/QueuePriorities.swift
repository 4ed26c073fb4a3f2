// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// The more urgent go first.
struct QueuePriorities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "priorities",
    abstract: "Waits when the more urgent go first and nobody is interrupted.")

  @Option(
    parsing: .unconditional,
    help: "Arrivals of each class in a unit of time, the most urgent first: 1,1.5,1.5")
  var arrivals: NumberList
  @OptionGroup var service: ServiceOptions
  @OptionGroup var servers: ServersOption
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let queue = try MMcPriorityQueue(
        arrivalRates: arrivals.numbers, serviceRate: try service.rate(), servers: servers.servers)
      var answer = QueueAnswer()
      answer.add("probabilityOfWaiting", "Share who wait", queue.probabilityOfWaiting, .share)
      answer.add("utilisation", "Share of servers busy", queue.utilisation, .share)
      answer.add("meanWaits", "Mean wait of each class", queue.meanWaits, .time)
      answer.add("meanQueues", "Mean number of each class waiting", queue.meanQueues, .number)
      return answer
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// Several servers and one queue.
struct QueueMMc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mmc", abstract: "Several servers and one queue that nobody leaves: M/M/c.",
    discussion: """
      --service is a rate: how many people one server completes in a unit of time. --stay is the \
      mean time instead, so that --service 0.2 and --stay 5 are the same.
      """)

  @OptionGroup var arrivals: ArrivalsOption
  @OptionGroup var service: ServiceOptions
  @OptionGroup var servers: ServersOption
  @Option(
    parsing: .unconditional, help: "Also the wait that this share of arrivals does not exceed.")
  var percentile: Double?
  @Option(parsing: .unconditional, help: "Also the share of arrivals that wait longer than this.")
  var longerThan: Double?
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let queue = try MMcQueue(
        arrivalRate: arrivals.arrivals, serviceRate: try service.rate(), servers: servers.servers)
      var answer = QueueAnswer()
      answer.add("probabilityOfWaiting", "Share who wait", queue.probabilityOfWaiting, .share)
      answer.add("meanWait", "Mean wait of everybody", queue.meanWait, .time)
      answer.add(
        "meanWaitOfThoseWhoWait", "Mean wait of those who wait", queue.meanWaitOfThoseWhoWait, .time
      )
      answer.add("meanQueue", "Mean number waiting", queue.meanQueue, .number)
      answer.add("meanPresent", "Mean number waiting or being served", queue.meanPresent, .number)
      answer.add("utilisation", "Share of servers busy", queue.utilisation, .share)
      if let percentile {
        answer.add(
          "waitPercentile", "Wait that \(QueueAnswer.plain(percentile * 100))% do not exceed",
          try queue.wait(notExceededBy: percentile), .time)
      }
      if let longerThan {
        answer.add(
          "probabilityOfLongerWait", "Share who wait longer than \(longerThan)",
          queue.probabilityOfWaiting(longerThan: longerThan), .share)
      }
      return answer
    }
  }
}

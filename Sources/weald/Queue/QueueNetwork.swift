// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PlanPackage
import Queueing

/// Several stations between which people move.
struct QueueNetwork: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Several stations with queues between which people move: a Jackson network.",
    discussion: """
      STATIONS has the columns station, arrivals (from outside), service (a rate) and servers; an \
      empty cell of servers means that nobody waits there. ROUTING has the columns from, to and \
      share, with “out” for people who leave. What leaves each station adds up to 1.
      """)

  @Argument(help: "The CSV file of stations.", completion: .file(extensions: ["csv"]))
  var stations: String
  @Argument(help: "The CSV file of routing.", completion: .file(extensions: ["csv"]))
  var routing: String
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let files = NetworkFiles(
        stations: try InputFile.bytes(stations), named: stations,
        routing: try InputFile.bytes(routing), named: routing)
      let network = try files.network()
      var answer = QueueAnswer()
      answer.add("meanTime", "Mean time in the network", network.meanTime, .time)
      answer.table("stations", Self.columns, values: network.stations.map(Self.row))
      return answer
    }
  }

  private static let columns: [QueueAnswer.Column] = [
    ("station", "station", .count), ("arrivals", "arrivals", .number),
    ("utilisation", "busy", .share), ("probabilityOfWaiting", "wait", .share),
    ("meanWait", "mean wait", .time), ("meanQueue", "waiting", .number),
    ("meanPresent", "there", .number),
  ]

  private static func row(_ station: JacksonNetwork.Result) -> [QueueValue] {
    [
      .text(station.name), .number(station.arrivalRate), .number(station.utilisation),
      .number(station.probabilityOfWaiting), .number(station.meanWait),
      .number(station.meanQueue), .number(station.meanPresent),
    ]
  }
}

// SPDX-License-Identifier: Apache-2.0

import Queueing
import TestKit
import Testing

@Suite struct `A network of queues` {
  typealias Station = JacksonNetwork.Station

  @Test func `of one station is one queue`() throws {
    let network = try JacksonNetwork(
      stations: [Station(name: "ward", arrivalRate: 4, serviceRate: 1, servers: 5)],
      routing: [[0]], leaving: [1])
    #expect(agree(network.stations[0].probabilityOfWaiting, 128.0 / 231))
    #expect(agree(network.meanTime, 1 + 128.0 / 231))
  }

  /// A quarter of those seen come again: arrivals are 3 / (1 - 1/4) = 4.
  @Test func `counts those who come again`() throws {
    let network = try JacksonNetwork(
      stations: [Station(name: "clinic", arrivalRate: 3, serviceRate: 1, servers: 5)],
      routing: [[0.25]], leaving: [0.75])
    #expect(agree(network.stations[0].arrivalRate, 4))
    #expect(agree(network.stations[0].meanWait, 128.0 / 231))
  }

  /// Two in a row with loads 1/2 and 2/3: mean numbers 1 and 2, and 3 in all.
  @Test func `in a row gives each its own answer`() throws {
    let network = try JacksonNetwork(
      stations: [
        Station(name: "first", arrivalRate: 1, serviceRate: 2, servers: 1),
        Station(name: "second", arrivalRate: 0, serviceRate: 1.5, servers: 1),
        Station(name: "home", arrivalRate: 0, serviceRate: 0.1, servers: nil),
      ],
      routing: [[0, 1, 0], [0, 0, 0.5], [0, 0, 0]], leaving: [0, 0.5, 1])
    #expect(agree(network.stations[0].meanPresent, 1))
    #expect(agree(network.stations[1].meanPresent, 2))
    #expect(agree(network.stations[2].meanPresent, 5))
    #expect(agree(network.meanTime, 8))
  }

  @Test(arguments: 0..<25)
  func `lets out as many as it lets in`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let count = draws.whole(1...30)
    var routing: [[Double]] = []
    var leaving: [Double] = []
    for _ in 0..<count {
      let row = draws.numbers(count + 1, 0.01, 1)
      let sum = row.reduce(0, +)
      routing.append(row.dropLast().map { $0 / sum })
      leaving.append(row[count] / sum)
    }
    let stations = (0..<count).map {
      Station(name: "\($0)", arrivalRate: draws.unit(), serviceRate: 10, servers: 100)
    }
    let network = try JacksonNetwork(stations: stations, routing: routing, leaving: leaving)
    let out = zip(network.stations, leaving).reduce(0) { $0 + $1.0.arrivalRate * $1.1 }
    #expect(agree(out, stations.reduce(0) { $0 + $1.arrivalRate }, within: 1e-10))
  }

  /// The first station passes on only the 2 that it completes, so the second keeps up with 2.5.
  @Test func `names what cannot keep up, and blames no station behind it`() throws {
    let first = Station(name: "A&E", arrivalRate: 3, serviceRate: 1, servers: 2)
    for (servers, expected) in [
      (5, [QueueError.Overload(station: "A&E", growth: 1)]),
      (3, [.init(station: "A&E", growth: 1), .init(station: "ward", growth: 0.5)]),
    ] {
      #expect(throws: QueueError.unstable(expected)) {
        try JacksonNetwork(
          stations: [
            first, Station(name: "ward", arrivalRate: 0, serviceRate: 0.5, servers: servers),
          ],
          routing: [[0, 1], [0, 0]], leaving: [0, 1])
      }
    }
  }

  @Test func `names the station whose description is wrong`() {
    let stations = ["a", "b"].map {
      Station(name: $0, arrivalRate: 1, serviceRate: 5, servers: 1)
    }
    func error(_ routing: [[Double]], _ leaving: [Double]) -> QueueError? {
      do throws(QueueError) {
        _ = try JacksonNetwork(stations: stations, routing: routing, leaving: leaving)
        return nil
      } catch { return error }
    }
    #expect(error([[0, 0.5], [0, 0]], [0.4, 1]) == .routingSum(station: "a", sum: 0.9))
    #expect(error([[0, 0], [0.5, 0]], [1, 0.75]) == .routingSum(station: "b", sum: 1.25))
    #expect(error([[0, 1], [1, 0]], [0, 0]) == .neverLeaves(station: "a"))
    #expect(error([[0, 0]], [1]) == .lengthsDiffer("stations", 2, "rows of routing", 1))
    #expect(error([[0, 0], [0, .nan]], [1, 1]) != nil)
    #expect(error([[0, -0.5], [0, 0]], [1.5, 1]) != nil)
    #expect(throws: QueueError.unreached(station: "lost")) {
      try JacksonNetwork(
        stations: [stations[0], Station(name: "lost", arrivalRate: 0, serviceRate: 1, servers: 1)],
        routing: [[0, 0], [0, 0]], leaving: [1, 1])
    }
    #expect(throws: QueueError.stationTwice("a")) {
      try JacksonNetwork(
        stations: [stations[0], stations[0]], routing: [[0, 0], [0, 0]], leaving: [1, 1])
    }
    #expect(throws: QueueError.empty("the list of stations")) {
      try JacksonNetwork(stations: [], routing: [], leaving: [])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Queueing
import TestKit
import Testing

@Suite struct `Any distribution of service` {
  /// Load 0.8 and mean service 1: 0.8 (1 + scv) / 2 / 0.2 = 2 (1 + scv).
  @Test(arguments: [0, 0.25, 1, 1.3536, 4])
  func `follows Pollaczek and Khinchine with one server`(variation: Double) throws {
    let queue = try MG1Queue(arrivalRate: 0.8, meanService: 1, serviceVariation: variation)
    #expect(agree(queue.meanWait, 2 * (1 + variation), within: 1e-12))
    #expect(agree(queue.meanQueue, 1.6 * (1 + variation), within: 1e-12))
    #expect(queue.probabilityOfWaiting == 0.8)
    let same = try GGcQueue(
      arrivalRate: 0.8, meanService: 1, servers: 1, serviceVariation: variation)
    #expect(agree(same.meanWait, queue.meanWait, within: 1e-12))
  }

  @Test func `is exact for exponential service with several servers`() throws {
    let queue = try GGcQueue(arrivalRate: 4, meanService: 1, servers: 5, serviceVariation: 1)
    #expect(agree(queue.meanWait, 128.0 / 231))
    let regular = try GGcQueue(
      arrivalRate: 4, meanService: 1, servers: 5, serviceVariation: 0, arrivalVariation: 0.5)
    #expect(agree(regular.meanWait, 128.0 / 231 / 4))
    #expect(agree(regular.meanQueue, 128.0 / 231))
  }

  @Test func `refuses what cannot be`() {
    #expect(throws: QueueError.unstable([.init(growth: 0.25)])) {
      try MG1Queue(arrivalRate: 1.25, meanService: 1, serviceVariation: 1)
    }
    #expect(throws: QueueError.self) {
      try MG1Queue(arrivalRate: 0.5, meanService: 1, serviceVariation: -1)
    }
    #expect(throws: QueueError.self) {
      try GGcQueue(arrivalRate: 4, meanService: .nan, servers: 5, serviceVariation: 1)
    }
  }
}

@Suite struct `As many servers as needed` {
  /// e⁻² (1 + 2 + 2) = 5 e⁻².
  @Test func `holds a Poisson number of people`() throws {
    let queue = try InfiniteServerQueue(load: 2)
    #expect(agree(queue.probability(of: 0), 0.1353352832366127, within: 1e-14))
    #expect(agree(queue.probability(atMost: 2), 5 * 0.1353352832366127, within: 1e-14))
    #expect(agree(queue.probability(above: 2), 1 - 5 * 0.1353352832366127, within: 1e-14))
    #expect(queue.probability(of: -1) == 0 && queue.probability(atMost: -1) == 0)
    #expect(queue.probability(above: -1) == 1 && queue.probability(above: 1_000_000) == 0)
    #expect(try queue.beds(enoughFor: 0.6) == 2)
  }

  @Test(arguments: 0..<30)
  func `has the loss of Erlang, a sum of 1 and the mean it was given`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let load = draws.number(0.01, draws.pick([1, 50, 5_000]))
    let queue = try InfiniteServerQueue(load: load)
    let most = Int(load) * 2 + 400
    #expect(agree((0...most).reduce(0) { $0 + queue.probability(of: $1) }, 1, within: 1e-12))
    let mean = (0...most).reduce(0) { $0 + Double($1) * queue.probability(of: $1) }
    #expect(agree(mean, load, within: 1e-11))
    let beds = max(1, Int(load) + draws.below(8))
    #expect(
      agree(
        queue.probability(of: beds) / queue.probability(atMost: beds), try queue.delay(beds: beds),
        within: 1e-11))
  }

  @Test func `answers the smallest and the largest loads`() throws {
    #expect(agree(try InfiniteServerQueue(load: 1e-9).probability(of: 0), 1 - 1e-9, within: 1e-15))
    let small = try InfiniteServerQueue(load: 2)
    for number in [Int.min, -1] {
      #expect(small.probability(of: number) == 0 && small.probability(atMost: number) == 0)
      #expect(small.probability(above: number) == 1)
    }
    #expect(small.probability(of: Int.max) == 0 && small.probability(atMost: Int.max) == 1)
    #expect(small.probability(above: Int.max) == 0)
    let large = try InfiniteServerQueue(load: 1e6)
    // The median of a Poisson number is near its mean.
    #expect(abs(try large.beds(enoughFor: 0.5) - 1_000_000) <= 1)
  }
}

@Suite struct `Priorities` {
  @Test(.enabled(if: ExactTables.isThere, "\(SharedData.absence)"))
  func `agree with the exact tables`() throws {
    let table = try #require(
      try ExactTables.exact()["M/M/5 nonpreemptive priority lam=[1,1.5,1.5]"] as? [String: [Double]]
    )
    let queue = try MMcPriorityQueue(arrivalRates: [1, 1.5, 1.5], serviceRate: 1, servers: 5)
    for (wait, exact) in zip(queue.meanWaits, try #require(table["Wq"])) {
      #expect(agree(wait, exact))
    }
  }

  /// Two classes of equal exponential service and one server, loads 0.4 and 0.4: the time until the
  /// server is free is 0.8; waits are 0.8/0.6 and 0.8/(0.6 × 0.2).
  @Test func `are right for two classes and one server`() throws {
    let queue = try MMcPriorityQueue(arrivalRates: [0.4, 0.4], serviceRate: 1, servers: 1)
    #expect(agree(queue.meanWaits[0], 4.0 / 3))
    #expect(agree(queue.meanWaits[1], 20.0 / 3))
    let general = try MG1PriorityQueue([
      .init(arrivalRate: 0.4, meanService: 1, serviceVariation: 1),
      .init(arrivalRate: 0.4, meanService: 1, serviceVariation: 1),
    ])
    #expect(agree(general.meanWaits[0], queue.meanWaits[0]))
    #expect(agree(general.meanWaits[1], queue.meanWaits[1]))
  }

  /// Kleinrock's conservation law: the waits, weighted by load, add up to those without priority.
  @Test(arguments: 0..<30)
  func `move waiting about and make none`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let servers = draws.whole(1...40)
    let rates = draws.numbers(draws.whole(1...8), 0.1, 1)
    let scale = Double(servers) * draws.number(0.3, 0.98) / rates.reduce(0, +)
    let queue = try MMcPriorityQueue(
      arrivalRates: rates.map { $0 * scale }, serviceRate: 1, servers: servers)
    let all = try MMcQueue(
      arrivalRate: rates.reduce(0, +) * scale, serviceRate: 1, servers: servers)
    #expect(agree(queue.meanQueues.reduce(0, +), all.meanQueue, within: 1e-9))
    #expect(queue.meanWaits == queue.meanWaits.sorted())
    let classes = rates.map {
      MG1PriorityQueue.Class(
        arrivalRate: $0, meanService: draws.number(0.01, 0.1), serviceVariation: draws.number(0, 4))
    }
    let general = try MG1PriorityQueue(classes)
    let load = general.utilisation
    let residual = classes.reduce(0) {
      $0 + $1.arrivalRate * $1.meanService * $1.meanService * (1 + $1.serviceVariation) / 2
    }
    let weighted = zip(classes, general.meanWaits).reduce(0) {
      $0 + $1.0.arrivalRate * $1.0.meanService * $1.1
    }
    #expect(agree(weighted, load * residual / (1 - load), within: 1e-9))
  }

  @Test func `refuse nothing, too much and too many`() {
    #expect(throws: QueueError.empty("the list of classes")) {
      try MMcPriorityQueue(arrivalRates: [], serviceRate: 1, servers: 1)
    }
    #expect(throws: QueueError.unstable([.init(growth: 1)])) {
      try MMcPriorityQueue(arrivalRates: [1, 1], serviceRate: 1, servers: 1)
    }
    // The urgent leave half of the time, of which the others, at 2 each, would need twice as much.
    #expect(throws: QueueError.unstable([.init(growth: 0.25)])) {
      try MG1PriorityQueue([
        .init(arrivalRate: 0.5, meanService: 1, serviceVariation: 1),
        .init(arrivalRate: 0.5, meanService: 2, serviceVariation: 1),
      ])
    }
  }
}

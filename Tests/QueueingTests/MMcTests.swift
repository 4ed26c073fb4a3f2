// SPDX-License-Identifier: Apache-2.0

import Queueing
import TestKit
import Testing

@Suite struct `One queue for several servers` {
  /// By hand: with load 4 and 5 servers the sums are 1 + 4 + 8 + 32/3 + 32/3 = 103/3 and
  /// 4⁵/5! × 5 = 128/3, so 128/231 of arrivals wait.
  @Test func `gives 128 in 231 for four arrivals and five servers`() throws {
    let queue = try MMcQueue(arrivalRate: 4, serviceRate: 1, servers: 5)
    #expect(agree(queue.probabilityOfWaiting, 128.0 / 231, within: 1e-14))
    #expect(agree(queue.meanWait, 128.0 / 231, within: 1e-14))
    #expect(agree(queue.meanQueue, 4 * 128.0 / 231, within: 1e-14))
    #expect(agree(queue.utilisation, 0.8, within: 1e-15))
    #expect(agree(queue.meanPresent, 4 + 4 * 128.0 / 231))
    #expect(agree(queue.meanTime, 1 + 128.0 / 231))
    #expect(agree(try queue.wait(notExceededBy: 0.95), 2.405344826951815))
    #expect(try queue.wait(notExceededBy: 0.4) == 0)
    let wait = try queue.wait(notExceededBy: 0.9)
    #expect(agree(queue.probabilityOfWaiting(longerThan: wait), 0.1))
    #expect(queue.probabilityOfWaiting(longerThan: 0) == queue.probabilityOfWaiting)
  }

  /// M/M/1: the share that waits is the load ρ, and the mean wait is ρ / (μ - λ).
  @Test func `is the single queue for one server`() throws {
    let queue = try MMcQueue(arrivalRate: 0.9, serviceRate: 1, servers: 1)
    #expect(agree(queue.probabilityOfWaiting, 0.9))
    #expect(agree(queue.meanWait, 9))
    #expect(agree(queue.meanQueue, 8.1))
  }

  @Test(
    .enabled(if: ExactTables.isThere, "\(SharedData.absence)"),
    arguments: [
      ("M/M/5 lam=4 mu=1", 4.0, 1.0, 5), ("M/M/1 lam=0.9 mu=1", 0.9, 1, 1),
      ("M/M/10 lam=8 mu=1", 8, 1, 10), ("M/M/20 lam=18 mu=1", 18, 1, 20),
      ("M/M/70 lam=12 mu=0.2", 12, 0.2, 70),
    ])
  func `agrees with the exact tables`(
    name: String, arrivals: Double, service: Double, servers: Int
  ) throws {
    let table = try #require(try ExactTables.exact()[name] as? ExactTables.Numbers)
    let queue = try MMcQueue(arrivalRate: arrivals, serviceRate: service, servers: servers)
    #expect(agree(queue.utilisation, try #require(table["rho"])))
    #expect(agree(queue.probabilityOfWaiting, try #require(table["Pwait"])))
    #expect(agree(queue.meanWait, try #require(table["Wq"])))
    #expect(agree(queue.meanQueue, try #require(table["Lq"])))
    #expect(agree(queue.meanTime, try #require(table["W"])))
    #expect(agree(queue.meanPresent, try #require(table["L"])))
    #expect(agree(queue.meanWaitOfThoseWhoWait, try #require(table["Wq_given_wait"])))
    #expect(agree(try queue.wait(notExceededBy: 0.95), try #require(table["p95_wait"])))
  }

  @Test func `refuses a load that servers cannot clear and says how the queue grows`() throws {
    #expect(throws: QueueError.unstable([.init(growth: 1)])) {
      try MMcQueue(arrivalRate: 6, serviceRate: 1, servers: 5)
    }
    #expect(throws: QueueError.unstable([.init(growth: 0)])) {
      try MMcQueue(arrivalRate: 5, serviceRate: 1, servers: 5)
    }
    let words = QueueError.unstable([.init(growth: 1.25)]).words(unit: "day")
    #expect(words.hasPrefix("unstable: the queue grows by 1.25 a day"))
  }

  @Test(arguments: [0, -1, .nan, .infinity, -.infinity, 1e300, 1e-300] as [Double])
  func `refuses strange rates`(rate: Double) {
    #expect(throws: QueueError.self) {
      try MMcQueue(arrivalRate: rate, serviceRate: 1, servers: 5)
    }
    #expect(throws: QueueError.self) {
      try MMcQueue(arrivalRate: 1, serviceRate: rate, servers: 5)
    }
    #expect(throws: QueueError.self) { try ErlangB.blocking(load: rate, servers: 5) }
    #expect(throws: QueueError.self) { try ErlangC.waiting(load: rate, servers: 5) }
    #expect(throws: QueueError.self) { try InfiniteServerQueue(load: rate) }
  }

  @Test(arguments: [0, -1, Int.min, Int.max, 100_001])
  func `refuses strange numbers of servers`(servers: Int) {
    #expect(throws: QueueError.self) {
      try MMcQueue(arrivalRate: 1, serviceRate: 1, servers: servers)
    }
    #expect(throws: QueueError.self) { try ErlangB.load(servers: servers, blocking: 0.01) }
  }
}

@Suite struct `Erlang's formulas` {
  /// Erlang B with load 10 and 10 servers is (10¹⁰/10!) over the sum of 10ⁿ/n!: 0.214582 in every
  /// printed table.
  @Test func `give the loss and the delay of the printed tables`() throws {
    #expect(agree(try ErlangB.blocking(load: 10, servers: 10), 0.21458, within: 1e-5))
    #expect(agree(try ErlangB.blocking(load: 1, servers: 1), 0.5))
    #expect(agree(try ErlangB.blocking(load: 5, servers: 10), 0.018384570, within: 1e-8))
    #expect(agree(try ErlangC.waiting(load: 4, servers: 5), 128.0 / 231))
  }

  @Test(.enabled(if: ExactTables.isThere, "\(SharedData.absence)"))
  func `agree with the exact tables`() throws {
    let table = try #require(try ExactTables.exact()["ErlangB"] as? ExactTables.Numbers)
    for (name, chance) in table {
      let parts = name.split { "c=,a".contains($0) }
      let (servers, load) = (try #require(Int(parts[0])), try #require(Double(parts[1])))
      #expect(agree(try ErlangB.blocking(load: load, servers: servers), chance), "\(name)")
    }
  }

  @Test(arguments: 0..<40)
  func `turn into one another and back`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let servers = draws.whole(1...400)
    let load = Double(servers) * draws.number(0.05, 0.999)
    let loss = try ErlangB.blocking(load: load, servers: servers)
    let delay = try ErlangC.waiting(load: load, servers: servers)
    // Delay is loss over 1 - ρ(1 - loss).
    let share = load / Double(servers)
    #expect(agree(delay, loss / (1 - share * (1 - loss)), within: 1e-11))
    #expect(delay >= loss)
    guard loss > 1e-11 else { return }
    #expect(agree(try ErlangB.load(servers: servers, blocking: loss), load, within: 1e-6))
    #expect(
      agree(try ErlangC.load(servers: servers, waiting: min(delay, 1 - 1e-11)), load, within: 1e-6))
    let enough = try ErlangB.servers(load: load, blocking: loss * (1 + 1e-9))
    #expect(enough == servers)
    #expect(try ErlangC.servers(load: load, waiting: min(1 - 1e-12, delay * (1 + 1e-9))) == servers)
  }

  @Test func `hold for very large pools`() throws {
    let loss = try ErlangB.blocking(load: 100_000, servers: 100_000)
    // Jagerman (1974): for a load equal to the servers, 1/B is √(πN/2) + 2/3 and a little.
    let expected = 1 / ((Double.pi * 100_000 / 2).squareRoot() + 2.0 / 3)
    #expect(agree(loss, expected, within: 1e-6))
    #expect(try ErlangB.blocking(load: 1e-9, servers: 100_000) == 0)
    #expect(try ErlangB.blocking(load: 1e6, servers: 1) > 0.99999)
    let servers = try ErlangC.servers(load: 90_000, waiting: 0.01)
    #expect(servers > 90_000 && servers < 91_000)
    #expect(throws: QueueError.self) { try ErlangB.servers(load: 2e5, blocking: 0.01) }
  }

  @Test(arguments: [0, 1, -0.5, 2, .nan, .infinity] as [Double])
  func `refuse strange chances`(chance: Double) {
    #expect(throws: QueueError.self) { try ErlangB.servers(load: 5, blocking: chance) }
    #expect(throws: QueueError.self) { try ErlangC.load(servers: 5, waiting: chance) }
  }
}

@Suite struct `A queue with few places` {
  @Test(.enabled(if: ExactTables.isThere, "\(SharedData.absence)"))
  func `agrees with the exact tables`() throws {
    let table = try #require(try ExactTables.exact()["M/M/5/15 lam=4"] as? ExactTables.Numbers)
    let queue = try MMcKQueue(arrivalRate: 4, serviceRate: 1, servers: 5, places: 15)
    #expect(agree(queue.probabilityOfLoss, try #require(table["Ploss"])))
    #expect(agree(queue.meanQueue, try #require(table["Lq"])))
    #expect(agree(queue.meanWait, try #require(table["Wq"])))
  }

  /// M/M/1/2 with load 1: three states of equal chance.
  @Test func `is right for one server and one waiting place`() throws {
    let queue = try MMcKQueue(arrivalRate: 1, serviceRate: 1, servers: 1, places: 2)
    #expect(agree(queue.probabilityOfLoss, 1.0 / 3))
    #expect(agree(queue.meanQueue, 1.0 / 3))
    #expect(agree(queue.probabilityOfWaiting, 0.5))
    #expect(agree(queue.utilisation, 2.0 / 3))
    // With load 2 the states weigh 1, 2, 4.
    let full = try MMcKQueue(arrivalRate: 2, serviceRate: 1, servers: 1, places: 2)
    #expect(agree(full.probabilityOfLoss, 4.0 / 7))
    #expect(agree(full.meanQueue, 4.0 / 7))
    #expect(agree(full.probabilityOfWaiting, 2.0 / 3))
    #expect(agree(full.utilisation, 6.0 / 7))
  }

  @Test(arguments: 0..<30)
  func `tends to the queue without a limit, and is a loss system without a queue`(seed: Int) throws
  {
    var draws = SeededDraws(seed: seed)
    let servers = draws.whole(1...60)
    let rate = Double(servers) * draws.number(0.1, 0.9)
    let long = try MMcKQueue(
      arrivalRate: rate, serviceRate: 1, servers: servers, places: servers + 3_000)
    let without = try MMcQueue(arrivalRate: rate, serviceRate: 1, servers: servers)
    #expect(agree(long.meanQueue, without.meanQueue, within: 1e-10))
    #expect(agree(long.probabilityOfWaiting, without.probabilityOfWaiting, within: 1e-10))
    let loss = try MMcKQueue(arrivalRate: rate, serviceRate: 1, servers: servers, places: servers)
    #expect(
      agree(loss.probabilityOfLoss, try ErlangB.blocking(load: rate, servers: servers)))
    #expect(loss.meanQueue == 0)
    // What is let in is served.
    let over = try MMcKQueue(
      arrivalRate: rate * 3, serviceRate: 1, servers: servers, places: servers + draws.below(2_000))
    #expect(
      agree(
        3 * rate * (1 - over.probabilityOfLoss), over.utilisation * Double(servers), within: 1e-10))
  }

  @Test func `refuses fewer places than servers`() {
    #expect(throws: QueueError.countOutside("the number of places", 4, 5...1_000_000)) {
      try MMcKQueue(arrivalRate: 4, serviceRate: 1, servers: 5, places: 4)
    }
  }
}

@Suite struct `A queue from which people go away` {
  @Test(.enabled(if: ExactTables.isThere, "\(SharedData.absence)"))
  func `agrees with the exact tables`() throws {
    let all = try ExactTables.exact()
    let table = try #require(all["Erlang-A M/M/5+M lam=5.5 theta=.25"] as? ExactTables.Numbers)
    let queue = try ErlangAQueue(arrivalRate: 5.5, serviceRate: 1, servers: 5, patienceRate: 0.25)
    #expect(agree(queue.probabilityOfWaiting, try #require(table["Pwait"])))
    #expect(agree(queue.meanQueue, try #require(table["Lq"])))
    #expect(agree(queue.probabilityOfAbandoning, try #require(table["Pabandon"])))
  }

  /// When people go away as fast as they are served, the number present is Poisson.
  @Test func `is the pool without end when patience equals service`() throws {
    let queue = try ErlangAQueue(arrivalRate: 6, serviceRate: 1, servers: 5, patienceRate: 1)
    let poisson = try InfiniteServerQueue(load: 6)
    #expect(agree(queue.probabilityOfWaiting, poisson.probability(above: 4)))
  }

  @Test(arguments: 0..<30)
  func `keeps everybody in balance and lies between its limits`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let servers = draws.whole(1...200)
    let rate = Double(servers) * draws.number(0.2, 3)
    let patience = draws.number(0.01, 5)
    let queue = try ErlangAQueue(
      arrivalRate: rate, serviceRate: 1, servers: servers, patienceRate: patience)
    // Those who come are served or go away.
    let served = queue.utilisation * Double(servers)
    #expect(agree(served + queue.meanQueue * patience, rate, within: 1e-9))
    #expect(
      queue.probabilityOfAbandoning <= (try ErlangB.blocking(load: rate, servers: servers)) + 1e-12)
    let eager = try ErlangAQueue(
      arrivalRate: rate, serviceRate: 1, servers: servers, patienceRate: patience * 2)
    #expect(eager.meanQueue <= queue.meanQueue)
  }

  @Test func `answers large, overloaded and patient queues, or says that it cannot`() throws {
    let large = try ErlangAQueue(
      arrivalRate: 100_000, serviceRate: 1, servers: 50_000, patienceRate: 1)
    #expect(agree(large.meanQueue, 50_000, within: 1e-6))
    let patient = try ErlangAQueue(
      arrivalRate: 4, serviceRate: 1, servers: 5, patienceRate: 1e-9)
    #expect(agree(patient.probabilityOfWaiting, 128.0 / 231, within: 1e-6))
    #expect(throws: QueueError.self) {
      try ErlangAQueue(arrivalRate: 1e6, serviceRate: 1, servers: 5, patienceRate: 1e-9)
    }
    let servers = try ErlangAQueue.servers(
      arrivalRate: 100, serviceRate: 1, patienceRate: 0.5, abandoning: 0.02)
    let enough = try ErlangAQueue(
      arrivalRate: 100, serviceRate: 1, servers: servers, patienceRate: 0.5)
    let short = try ErlangAQueue(
      arrivalRate: 100, serviceRate: 1, servers: servers - 1, patienceRate: 0.5)
    #expect(enough.probabilityOfAbandoning <= 0.02 && short.probabilityOfAbandoning > 0.02)
  }
}

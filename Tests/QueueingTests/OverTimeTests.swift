// SPDX-License-Identifier: Apache-2.0

import Foundation
import Queueing
import TestKit
import Testing

@Suite struct `Arrivals that change and beds without end` {
  /// Eick, Massey and Whitt (1993), section 4: exponential stays of rate μ under a wave of frequency
  /// ω give a mean that is the wave, shrunk by μ²/(μ²+ω²) and late.
  @Test func `follows the closed form for exponential stays`() throws {
    let wave = try ArrivalPattern.wave(mean: 10, amplitude: 6, period: 24, peak: 6)
    let beds = try InfiniteServersOverTime(arrivals: wave, stay: .exponential(mean: 4))
    let frequency = 2 * Double.pi / 24
    for time in [0, 3.5, 12, 100] {
      let phase = frequency * (time - 6)
      let expected =
        40 + 6 * (0.25 * cos(phase) + frequency * sin(phase)) / (0.0625 + frequency * frequency)
      #expect(agree(try beds.mean(at: time), expected, within: 1e-12))
    }
  }

  /// With fixed stays it is the number who came within the last stay.
  @Test func `counts the last arrivals for fixed stays`() throws {
    let table = try ArrivalPattern.table([1, 2, 3, 4], step: 1, repeats: true)
    let beds = try InfiniteServersOverTime(arrivals: table, stay: .fixed(2.5))
    #expect(agree(try beds.mean(at: 4), 4 + 3 + 2 * 0.5))
    #expect(agree(try beds.mean(at: 0.5), 0.5 + 4 + 3 * 1))
    let wave = try ArrivalPattern.wave(mean: 1, amplitude: 1, period: 2, peak: 0)
    let over = try InfiniteServersOverTime(arrivals: wave, stay: .fixed(6))
    #expect(agree(try over.mean(at: 0.7), 6, within: 1e-12))
  }

  @Test(.enabled(if: ExactTables.isThere, "\(SharedData.absence)"))
  func `agrees with the exact winter`() throws {
    let table = try #require(
      try ExactTables.exact()["Mt/G/inf seasonal beds mean occupancy (Poisson) day t"]
        as? ExactTables.Numbers)
    let wave = try ArrivalPattern.wave(mean: 10, amplitude: 2, period: 365, peak: 15)
    let beds = try InfiniteServersOverTime(
      arrivals: wave, stay: .lognormal(mean: 8, standardDeviation: 10))
    for (day, mean) in table {
      let time = try #require(Double(day))
      // The table cuts off the longest stays, about seven in a million of the bed days.
      #expect(agree(try beds.mean(at: time), mean, within: 1e-5), "day \(day)")
    }
  }

  /// The same winter by another way: the mean over stays, by a fine sum over the normal curve, of
  /// how many came within them.
  @Test(arguments: [
    (0, 94.1830509632779), (15, 95.34125441625905), (60, 92.743376844536), (182, 65.87236170205462),
  ])
  func `agrees with a sum over stays`(day: Double, mean: Double) throws {
    let wave = try ArrivalPattern.wave(mean: 10, amplitude: 2, period: 365, peak: 15)
    let beds = try InfiniteServersOverTime(
      arrivals: wave, stay: .lognormal(mean: 8, standardDeviation: 10))
    #expect(agree(try beds.mean(at: day), mean, within: 1e-11))
  }

  /// The wave as a fine table must give the same, from ever and from a start.
  @Test(arguments: [
    Stay.exponential(mean: 5), .fixed(5), .lognormal(location: 1.2, scale: 0.9),
    .lognormal(location: 1.2, scale: 0.05),
  ])
  func `gives a wave and a fine table of it the same answer`(stay: Stay) throws {
    let wave = try ArrivalPattern.wave(mean: 10, amplitude: 5, period: 7, peak: 2)
    let pieces = 5_000
    let table = try ArrivalPattern.table(
      (0..<pieces).map { wave.rate(at: (Double($0) + 0.5) * 7 / Double(pieces)) },
      step: 7 / Double(pieces), repeats: true)
    let smooth = try InfiniteServersOverTime(arrivals: wave, stay: stay)
    let stepped = try InfiniteServersOverTime(arrivals: table, stay: stay)
    #expect(agree(try smooth.mean(at: 3), try stepped.mean(at: 3), within: 1e-6))
    #expect(
      agree(
        try smooth.mean(at: 30, startingWith: []), try stepped.mean(at: 30, startingWith: []),
        within: 1e-6))
    // Long after a start it is as if it had always been so.
    #expect(
      agree(
        try smooth.mean(at: 7_003, startingWith: []), try smooth.mean(at: 3), within: 1e-5))
  }

  /// A census of a steady state stays as it is.
  @Test(arguments: [
    Stay.exponential(mean: 5), .fixed(5), .lognormal(location: 1.2, scale: 0.9),
  ])
  func `keeps a steady state that starts with its census`(stay: Stay) throws {
    let beds = try InfiniteServersOverTime(arrivals: .constant(3), stay: stay)
    let start = InfiniteServersOverTime.PeopleAtStart(count: 3 * stay.mean, elapsed: .census)
    for time in [0, 1, 4.9, 80] {
      #expect(agree(try beds.mean(at: time, startingWith: [start]), 3 * stay.mean, within: 1e-9))
    }
    let fresh = InfiniteServersOverTime.PeopleAtStart(count: 8, elapsed: .justArrived)
    #expect(agree(try beds.mean(at: 0, startingWith: [fresh]), 8))
  }

  /// Discharge to assess with no limit: from day 120 what was there at the start hardly matters.
  @Test(
    .enabled(if: ExactTables.isThere, "\(SharedData.absence)"),
    arguments: [
      ("P2_B", 42.79, 34.0), ("P2_NS", 38.28, 33), ("P2_SG", 34.06, 30), ("P3_B", 59.15, 50),
      ("P3_NS", 44.91, 39), ("P3_SG", 32.18, 29),
    ])
  func `agrees with the exact discharge paths`(name: String, mean: Double, median: Double) throws {
    let nodes = try ExactTables.file("ipacs_exact.json")
    let exact = try #require((nodes[name] as? [String: Any])?["exact"] as? [Double])
    let days = try SharedData.table("patient-flow/ipacs_arr.csv")
    let rates = try days.map { try #require(Double($0[name] ?? "")) }
    let beds = try InfiniteServersOverTime(
      arrivals: .table(rates, step: 1, repeats: false),
      stay: .lognormal(mean: mean, median: median))
    let start = InfiniteServersOverTime.PeopleAtStart(count: 60, elapsed: .census)
    for (place, day) in [(4, 150.0), (5, 180)] {
      let people = try beds.mean(at: day, startingWith: [start])
      #expect(agree(people, exact[place], within: 0.02), "\(name) day \(day)")
    }
  }

  @Test func `refuses what cannot be`() {
    #expect(throws: QueueError.empty("the table of arrivals")) {
      try ArrivalPattern.table([], step: 1, repeats: true)
    }
    for rate in [-1, .nan, .infinity] as [Double] {
      #expect(throws: QueueError.self) {
        try ArrivalPattern.table([1, rate], step: 1, repeats: true)
      }
      #expect(throws: QueueError.self) { try ArrivalPattern.constant(rate) }
    }
    #expect(throws: QueueError.self) { try ArrivalPattern.table([0, 0], step: 1, repeats: true) }
    #expect(throws: QueueError.self) {
      try ArrivalPattern.wave(mean: 1, amplitude: 2, period: 1, peak: 0)
    }
    // A mean below its median fits no lognormal distribution.
    #expect(throws: QueueError.self) { try Stay.lognormal(mean: 10, median: 12) }
    #expect(throws: QueueError.self) {
      try InfiniteServersOverTime(arrivals: .constant(1), stay: .fixed(.nan))
    }
    #expect(throws: QueueError.self) {
      try InfiniteServersOverTime(
        arrivals: .table([1, 2], step: 1e-8, repeats: true), stay: .exponential(mean: 1e6)
      ).mean(at: 0)
    }
  }
}

@Suite struct `Arrivals that change and few servers` {
  @Test(.enabled(if: ExactTables.isThere, "\(SharedData.absence)"))
  func `agrees with the exact day of an A&E`() throws {
    let all = try ExactTables.exact()
    let table = try #require(
      all["Mt/M/c A&E: lam=10+6sin(2pi t/24)/h mu=1/h c=14 (periodic)"]
        as? [String: ExactTables.Numbers])
    let wave = try ArrivalPattern.wave(mean: 10, amplitude: 6, period: 24, peak: 6)
    let day = try MtMcQueue(arrivals: wave, serviceRate: 1, servers: 14).periodic(moments: 8)
    #expect(day.moments.count == 8 && day.stepError < 1e-6 && day.truncation < 1e-10)
    for moment in day.moments {
      let exact = try #require(table["\(Int(moment.time))"])
      #expect(agree(moment.meanPresent, try #require(exact["L"]), within: 1e-6))
      #expect(agree(moment.meanQueue, try #require(exact["Lq"]), within: 1e-6))
      #expect(agree(moment.probabilityAllBusy, try #require(exact["Pbusy"]), within: 1e-6))
    }
  }

  @Test func `settles into the steady state when nothing changes`() throws {
    let queue = try MtMcQueue(arrivals: .constant(4), serviceRate: 1, servers: 5)
    let steady = try queue.periodic(moments: 1).moments[0]
    #expect(agree(steady.meanQueue, 4 * 128.0 / 231, within: 1e-6))
    #expect(agree(steady.probabilityAllBusy, 128.0 / 231, within: 1e-6))
  }

  /// One server, nobody comes (but for one in a thousand million): e⁻ᵗ is still there.
  @Test func `follows one person out of the door`() throws {
    let queue = try MtMcQueue(arrivals: .constant(1e-9), serviceRate: 1, servers: 1)
    let course = try queue.course(startingWith: 1, until: 2, moments: 4)
    #expect(course.moments.count == 5)
    for moment in course.moments {
      #expect(agree(moment.meanPresent, exp(-moment.time), within: 1e-8))
    }
  }

  /// A table by halves of a day, and far more servers than needed, is the pool without end.
  @Test func `is the pool without end when servers are many`() throws {
    let table = try ArrivalPattern.table([2, 6], step: 0.5, repeats: true)
    let day = try MtMcQueue(arrivals: table, serviceRate: 0.5, servers: 60).periodic(moments: 4)
    let beds = try InfiniteServersOverTime(arrivals: table, stay: .exponential(mean: 2))
    for moment in day.moments {
      #expect(agree(moment.meanPresent, try beds.mean(at: moment.time), within: 1e-7))
    }
  }

  @Test func `shows a queue that grows, and gives it no steady state`() throws {
    let queue = try MtMcQueue(arrivals: .constant(6), serviceRate: 1, servers: 5)
    #expect(throws: QueueError.unstable([.init(growth: 1)])) { try queue.periodic() }
    let course = try queue.course(startingWith: 5, until: 50, moments: 2)
    let growth = course.moments[2].meanPresent - course.moments[1].meanPresent
    #expect(growth > 24 && growth < 30)
  }

  @Test func `refuses what would take too long`() throws {
    let large = try MtMcQueue(arrivals: .constant(1e6), serviceRate: 1e3, servers: 5_000)
    #expect(throws: QueueError.self) { try large.course(startingWith: 0, until: 1e6) }
    let once = try ArrivalPattern.table([1], step: 1, repeats: false)
    #expect(throws: QueueError.doesNotRepeat) {
      try MtMcQueue(arrivals: once, serviceRate: 2, servers: 1).periodic()
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import PatientFlow

extension FlowCases {
  private static let exact = "Exact case: sums of Erlang’s formulas"

  /// One queue and several servers, from few to many.
  static var pools: [ValidationCase] {
    let five = runs(
      ward([4], stay: .exponential(mean: 1), beds: 5), warmUp: 100, days: 5_000, runs: 15)
    let ladder = [
      (1, 0.9, 1.0, 0.9), (10, 8, 1, 0.409180), (20, 18, 1, 0.550769), (70, 12, 5, 0.145484),
    ]
    let rungs = ladder.map { servers, rate, stay, waiting in
      row(
        "flow-mmc-\(servers)", "Share who wait for \(servers) servers at load \(text(rate * stay))",
        exact, exact: waiting, "share",
        runs(
          ward([rate], stay: .exponential(mean: stay), beds: servers), warmUp: 200,
          days: servers == 1 ? 10_000 : 2_000, runs: 15)
      ) { $0.shareFoundFull }
    }
    return [
      row(
        "flow-mm5-waiting", "Share who wait for five servers at load 4", exact, exact: 0.554113,
        "share", five
      ) {
        $0.shareFoundFull
      },
      row(
        "flow-mm5-wait", "Mean wait for five servers at load 4", exact, exact: 0.554113, "days",
        five
      ) {
        $0.wait
      },
      row(
        "flow-mm5-queue", "Mean number waiting for five servers at load 4", exact, exact: 2.216450,
        "people", five
      ) {
        $0.units[0].meanQueue
      },
    ] + rungs + spread
  }

  /// One server and stays that vary little or much.
  private static var spread: [ValidationCase] {
    let formula = "Exact case: the formula of Pollaczek and Khinchin"
    return [
      ("fixed", "that are all the same", StayTime.fixed(1), 2.0),
      ("even", "that vary half as much as the mean", lognormal(deviation: 0.5), 2.5),
      ("wide", "that vary twice as much as the mean", lognormal(deviation: 2), 10),
    ].map { id, words, stay, wait in
      row(
        "flow-mg1-\(id)", "Mean wait for one server at load 0.8, stays \(words)", formula,
        exact: wait, "days",
        runs(ward([0.8], stay: stay, beds: 1), warmUp: 500, days: 10_000, runs: 15)
      ) { $0.wait }
    }
  }

  private static func lognormal(deviation: Double) -> StayTime {
    (try? StayTime.lognormal(mean: 1, standardDeviation: deviation)) ?? .fixed(1)
  }

  /// Priorities, and people who give up waiting.
  static var sharing: [ValidationCase] {
    let ranks = runs(
      ward([1, 1.5, 1.5], stay: .exponential(mean: 1), beds: 5, order: .priority), warmUp: 100,
      days: 5_000, runs: 15)
    let first = [0.138528, 0.277056, 1.108225].enumerated().map { rank, wait in
      row(
        "flow-priority-\(rank + 1)", "Mean wait for five servers, rank \(rank + 1) of three",
        "Exact case: ranks without interruption of care", exact: wait, "days", ranks
      ) { $0.classes[rank].daysWaited / Double(max(1, $0.classes[rank].admitted)) }
    }
    let impatient = runs(
      ward([5.5], stay: .exponential(mean: 1), beds: 5, patience: .exponential(mean: 4)),
      warmUp: 100, days: 5_000, runs: 15)
    let source = "Exact case: Erlang A, five servers at load 5.5, patience of four days"
    return first + [
      row(
        "flow-erlang-a-waiting", "Share who wait, when people give up", source, exact: 0.804438,
        "share", impatient
      ) {
        $0.shareFoundFull
      },
      row(
        "flow-erlang-a-queue", "Mean number waiting, when people give up", source, exact: 3.484,
        "people", impatient
      ) {
        $0.units[0].meanQueue
      },
      row("flow-erlang-a-lost", "Share who give up", source, exact: 0.158364, "share", impatient) {
        Double($0.units[0].reneged) / Double(max(1, $0.units[0].arrivals))
      },
    ]
  }

  /// An A&E day with a peak, and a winter.
  static var overTime: [ValidationCase] { emergencyDay + winter }

  /// 10 + 6 sin(2πt/24) arrivals an hour, an hour of care, 14 places.
  private static var emergencyDay: [ValidationCase] {
    // The mean of the wave over each hour, so that as many come in every hour.
    let turn = 2 * Double.pi / 24
    let hours = (0..<24).map { hour in
      1 + 0.6 * (cos(turn * Double(hour)) - cos(turn * Double(hour + 1))) / turn
    }
    let network = ward(
      [240], stay: .exponential(mean: 1.0 / 24), beds: 14, profile: ArrivalProfile(hours: hours))
    return [(3, 13.9211), (9, 26.5102), (15, 11.7473)].map { hour, people in
      let results = runs(
        network, warmUp: 2, days: 250, runs: 8, auditTime: Double(hour) / 24)
      return row(
        "flow-emergency-day-\(hour)",
        "People in an A&E department with 14 places, \(hour) hours into a day with a peak",
        "Exact case: M(t)/M/14 by integration; the simulation has the mean rate of each hour",
        exact: people, "people", results
      ) { result in
        let seen = zip(result.units[0].dailyOccupied, result.units[0].dailyQueue)
        let total = seen.reduce(0.0) { $0 + Double($1.0) + Double($1.1) }
        return total / Double(max(1, result.units[0].dailyOccupied.count))
      }
    }
  }

  /// 10 (1 + 0.2 cos(2π(t − 15)/365)) arrivals a day, lognormal stays of 8 days, no limit.
  private static var winter: [ValidationCase] {
    let turn = 2 * Double.pi / 365
    let days = (0..<365).map { day in
      1 + 0.2 * (sin(turn * (Double(day) - 14)) - sin(turn * (Double(day) - 15))) / turn
    }
    let stay = (try? StayTime.lognormal(mean: 8, standardDeviation: 10)) ?? .fixed(8)
    let results = runs(
      ward([10], stay: stay, beds: nil, profile: ArrivalProfile(days: days)), warmUp: 365,
      days: 183, runs: 150)
    return [(30, 95.4817), (91, 86.4375), (182, 65.8719)].map { day, people in
      row(
        "flow-winter-\(day)", "People in a ward without limit, day \(day) of a year with a winter",
        "Exact case: M(t)/G/infinity, Eick, Massey and Whitt (1993)", exact: people, "people",
        results
      ) { Double($0.units[0].dailyOccupied[day]) }
    }
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}

// SPDX-License-Identifier: Apache-2.0

import Dispatch
import PatientFlow

/// The stroke capacity model of Monks and others (2016), reading A.
///
/// Acute and rehabilitation wards without a limit; three years of warm-up and five that are counted; beds audited once a day.
enum StrokeWards {
  static func run(replications: Int, threads: Int) throws {
    let watch = Stopwatch()
    let plan = try FlowPlan(
      network(), horizon: FlowHorizon(warmUp: 3 * 365, length: 5 * 365))
    let tallies = simulate(plan, replications: replications, threads: max(1, threads))
    let (processor, clock) = (watch.processorSeconds, watch.clockSeconds)
    var fields: [(name: String, value: Double)] = [
      ("cpu", processor), ("wall", clock), ("replications", Double(replications)),
      ("events", Double(tallies.events)),
      ("meanAcute", tallies.meanAcute / Double(replications)),
      ("meanRehabilitation", tallies.meanRehabilitation / Double(replications)),
    ]
    for beds in 9...15 { fields.append(("acute\(beds)", delay(tallies.acute, beds))) }
    for beds in [10, 12, 13, 14, 15, 16] {
      fields.append(("rehabilitation\(beds)", delay(tallies.rehabilitation, beds)))
    }
    printJSON(fields)
  }

  /// The share of audits with so many in use, of those with no more.
  private static func delay(_ counts: [Int], _ beds: Int) -> Double {
    guard beds < counts.count else { return 0 }
    return Double(counts[beds]) / Double(counts[...beds].reduce(0, +))
  }

  // MARK: Replications

  private struct Tallies {
    var acute: [Int] = []
    var rehabilitation: [Int] = []
    var meanAcute = 0.0
    var meanRehabilitation = 0.0
    var events = 0

    mutating func add(_ result: FlowResult) {
      Self.add(result.units[0].auditOccupied, to: &acute)
      Self.add(result.units[1].auditOccupied, to: &rehabilitation)
      meanAcute += result.units[0].meanOccupied
      meanRehabilitation += result.units[1].meanOccupied
      events += result.events
    }

    mutating func add(_ other: Tallies) {
      Self.add(other.acute, to: &acute)
      Self.add(other.rehabilitation, to: &rehabilitation)
      meanAcute += other.meanAcute
      meanRehabilitation += other.meanRehabilitation
      events += other.events
    }

    private static func add(_ counts: [Int], to sums: inout [Int]) {
      while sums.count < counts.count { sums.append(0) }
      for (place, count) in counts.enumerated() { sums[place] += count }
    }
  }

  private static func simulate(_ plan: FlowPlan, replications: Int, threads: Int) -> Tallies {
    let parts = UnsafeMutableBufferPointer<Tallies>.allocate(capacity: threads)
    parts.initialize(repeating: Tallies())
    nonisolated(unsafe) let written = parts
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var kernel = FlowKernel(plan, seed: 7)
      var tallies = Tallies()
      for replication in stride(from: thread + 1, through: replications, by: threads) {
        tallies.add(kernel.run(replication: replication))
      }
      written[thread] = tallies
    }
    var sum = Tallies()
    for part in parts { sum.add(part) }
    parts.deinitialize().deallocate()
    return sum
  }

  // MARK: The network

  private static let acuteIntervals = [1.2, 9.3, 3.6, 3.2]
  private static let rehabilitationIntervals = [21.8, nil, 31.7, 28.6]
  /// Shares to rehabilitation and to early supported discharge, by class.
  private static let acuteShares = [(0.24, 0.13), (0.01, 0.01), (0.11, 0.05), (0.05, 0.10)]

  private static func network() throws -> FlowNetwork {
    let names = ["stroke", "tia", "neuro", "other"]
    let arrivals = names.indices.flatMap { place -> [ArrivalStream] in
      let acute = ArrivalStream(
        id: "acute-\(names[place])", patientClass: place, unit: 0,
        perDay: 1 / acuteIntervals[place])
      guard let interval = rehabilitationIntervals[place] else { return [acute] }
      return [
        acute,
        ArrivalStream(
          id: "rehabilitation-\(names[place])", patientClass: place, unit: 1,
          perDay: 1 / interval),
      ]
    }
    return FlowNetwork(
      classes: names.map { PatientClass(id: $0, name: $0) },
      units: [
        FlowUnit(id: "acute", name: "Acute stroke unit", kind: .unlimited),
        FlowUnit(id: "rehabilitation", name: "Rehabilitation", kind: .unlimited),
      ], arrivals: arrivals, journeys: try acuteJourneys() + rehabilitationJourneys())
  }

  private static func acuteJourneys() throws -> [Journey] {
    let stays: [[StayTime]] = [
      [try stay(7.4, 8.61), try stay(4.6, 4.8), try stay(7, 8.7)],
      Array(repeating: try stay(1.8, 2.3), count: 3),
      Array(repeating: try stay(4, 5), count: 3),
      Array(repeating: try stay(3.8, 5.2), count: 3),
    ]
    return acuteShares.indices.map { place in
      let (rehabilitation, early) = acuteShares[place]
      return Journey(
        unit: 0, patientClass: place, stay: stays[place][2],
        routes: [
          Route(chance: rehabilitation, to: 1, stay: stays[place][0]),
          Route(chance: early, to: nil, name: "early", stay: stays[place][1]),
          Route(chance: 1 - rehabilitation - early, to: nil, name: "other"),
        ])
    }
  }

  private static func rehabilitationJourneys() throws -> [Journey] {
    let stays = [
      try stay(28.4, 27.2), try stay(18.7, 23.5), try stay(27.6, 28.4), try stay(16.1, 14.1),
    ]
    let early = [0.4, 0, 0.09, 0.13]
    let earlyStroke = try stay(30.3, 23.1)
    return stays.indices.map { place in
      Journey(
        unit: 1, patientClass: place, stay: stays[place],
        routes: [
          Route(
            chance: early[place], to: nil, name: "early",
            stay: place == 0 ? earlyStroke : nil),
          Route(chance: 1 - early[place], to: nil, name: "other"),
        ])
    }
  }

  private static func stay(_ mean: Double, _ deviation: Double) throws -> StayTime {
    try .lognormal(mean: mean, standardDeviation: deviation)
  }
}

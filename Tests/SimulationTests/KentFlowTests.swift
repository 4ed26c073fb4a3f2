// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PatientFlow
import PlanPackage
import Simulation
import Testing

@Suite struct `The models of Kent and Medway` {
  private static let reading = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Plans/kent-and-medway").path()
    return try FlowReading(Assessment(PlanReader(folder: folder)))
  }

  private func means(_ id: String, _ variant: String? = nil, runs: Int) throws -> [String:
    UnitResult]
  {
    let model = try #require(try Self.reading.get().model(id, variant: variant))
    var kernel = FlowKernel(try FlowPlan(model.network, horizon: model.horizon), seed: 7)
    var sums: [String: UnitResult] = [:]
    for replication in 1...runs {
      for (unit, found) in zip(model.network.units, kernel.run(replication: replication).units) {
        var sum = sums[unit.id] ?? UnitResult()
        sum.meanOccupied += found.meanOccupied / Double(runs)
        sum.meanNeeded += found.meanNeeded / Double(runs)
        sum.meanBlocked += found.meanBlocked / Double(runs)
        sum.meanQueue += found.meanQueue / Double(runs)
        sum.meanWaitingElsewhere += found.meanWaitingElsewhere / Double(runs)
        sum.meanVisits += found.meanVisits / Double(runs)
        sum.meanStaffed += found.meanStaffed / Double(runs)
        sum.cancelled += found.cancelled
        sums[unit.id] = sum
      }
    }
    return sums
  }

  @Test func `calibration`() throws {
    for (id, variants) in [
      ("discharge", ["", "ten-beds", "visits", "beds-and-visits"]),
      ("winter", ["", "no-escalation", "community-beds", "open-on-holidays"]),
      ("stroke", ["", "planned-beds", "option-a", "stays-of-2016-a"]),
    ] {
      for variant in variants {
        let clock = ContinuousClock()
        var found: [String: UnitResult] = [:]
        let time = try clock.measure {
          found = try means(id, variant.isEmpty ? nil : variant, runs: 6)
        }
        print(id, variant, time)
        for (unit, value) in found.sorted(by: { $0.key < $1.key }) {
          print(
            "  ", unit, "occ", value.meanOccupied, "need", value.meanNeeded, "blocked",
            value.meanBlocked, "queue", value.meanQueue, "elsewhere", value.meanWaitingElsewhere,
            "visits", value.meanVisits, "staffed", value.meanStaffed, "cancelled", value.cancelled)
        }
      }
    }
  }
}

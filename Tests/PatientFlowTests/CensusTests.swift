// SPDX-License-Identifier: Apache-2.0

import Foundation
import PatientFlow
import TestKit
import Testing

@Suite struct `People who are there at the start` {
  @Test(arguments: [
    StayTime.fixed(10), .exponential(mean: 10), .lognormal(location: 1.5, scale: 1.263_7),
    .uniform(low: 5, high: 15), .observed([2, 4, 6, 28]),
  ])
  func `leave a ward as full as ever, when they are as many as it holds on average`(
    stay: StayTime
  ) throws {
    let people = Int((6 * stay.mean).rounded())
    let network = Networks.one(
      Networks.unlimited("ward"), perDay: Double(people) / stay.mean, stay: stay, people: people)
    let study = try Replications(network, length: 60, count: 100)
    for day in [1, 5, 15, 40] {
      let occupied = study.agree(with: Double(people)) { Double($0.units[0].dailyOccupied[day]) }
      #expect(occupied.holds, "day \(day): \(occupied)")
    }
  }

  @Test func `wait in their beds or outside, and move in the order of the queue`() throws {
    let network = FlowNetwork(
      classes: [PatientClass(id: "all", name: "All")],
      units: [Networks.ward("acute", beds: 3), Networks.ward("community", beds: 1)],
      arrivals: [],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .fixed(10), routes: Networks.leaving),
        Journey(unit: 1, patientClass: 0, stay: .fixed(1), routes: Networks.leaving),
      ],
      census: [
        CensusEntry(patientClass: 0, unit: 0, waitingFor: 1, people: 2),
        CensusEntry(patientClass: 0, unit: nil, waitingFor: 1, people: 1),
        CensusEntry(patientClass: 0, unit: nil, waitingFor: 0, people: 2),
      ])
    var kernel = FlowKernel(
      try FlowPlan(network, horizon: FlowHorizon(warmUp: 0, length: 4)), seed: 1)
    let result = kernel.run(replication: 1)
    // The first moves at once, the second after a day, the one outside after two.
    #expect(result.units[1].admissions == 3)
    #expect(result.units[1].daysWaited == 3)
    #expect(result.units[0].meanBlocked == 0.25)
    #expect(result.units[1].meanWaitingElsewhere == 0.25)
    #expect(result.units[1].meanQueue == 0.5)
    #expect(result.units[1].meanOccupied == 0.75)
    #expect(result.units[0].admissions == 2)
    #expect(result.units[0].meanQueue == 0)
    #expect(result.classes[0].completed == 3)
    #expect(kernel.presentAtEnd == 2)
  }

  @Test func `may be more than there are beds`() throws {
    let network = Networks.one(Networks.ward(beds: 2), perDay: 0, stay: .fixed(1), people: 5)
    var kernel = FlowKernel(
      try FlowPlan(network, horizon: FlowHorizon(warmUp: 0, length: 2)), seed: 1)
    let result = kernel.run(replication: 1)
    #expect(result.units[0].dailyOccupied == [5, 0])
    #expect(result.classes[0].completed == 5)
  }

  // MARK: Discharge to assess

  private struct Node: Decodable { var exact: [Double] }

  private static let nodes: [DischargeNode] = [
    .init(id: "P2_B", people: 97, waiting: 31, location: 3.5264, scale: 0.67815),
    .init(id: "P2_NS", people: 24, waiting: 15, location: 3.4965, scale: 0.54483),
    .init(id: "P2_SG", people: 68, waiting: 12, location: 3.4012, scale: 0.50384),
    .init(id: "P3_B", people: 77, waiting: 43, location: 3.9120, scale: 0.57975),
    .init(id: "P3_NS", people: 28, waiting: 12, location: 3.6636, scale: 0.53122),
    .init(id: "P3_SG", people: 33, waiting: 11, location: 3.3673, scale: 0.45618),
  ]

  /// The exact means of the published rule for the people of the first day.
  ///
  /// A difference of one person is allowed for, because the published model counts in whole
  /// days.
  @Test(.enabled(if: SharedData.isThere, "\(SharedData.absence)"), arguments: nodes)
  func `leave no ghosts in beds behind`(node: DischargeNode) throws {
    let folder = try #require(SharedData.folder)
    let data = try Data(contentsOf: folder.appending(path: "data/patient-flow/ipacs_exact.json"))
    let exact = try #require(try JSONDecoder().decode([String: Node].self, from: data)[node.id])
    let referrals = try SharedData.table("patient-flow/ipacs_arr.csv").map {
      try #require(Double($0[node.id] ?? ""))
    }
    let study = try Replications(node.network(referrals), length: 181, count: 100)
    for (place, day) in [30, 60, 90, 120, 150, 180].enumerated() {
      let present = study.agree(with: exact.exact[place], allowing: 1) {
        Double($0.units[0].dailyOccupied[day])
      }
      #expect(present.holds, "day \(day): \(present)")
    }
  }
}

/// A service after hospital, with the people of its first day.
struct DischargeNode: Sendable, CustomTestStringConvertible {
  var id: String
  var people: Int
  var waiting: Int
  var location: Double
  var scale: Double

  var testDescription: String { id }

  /// Beds for all who come.
  ///
  /// What is left of the stay of the people there is, in the published model,
  /// any time from a day to a whole stay.
  func network(_ referrals: [Double]) -> FlowNetwork {
    let stay = StayTime.lognormal(location: location, scale: scale)
    let rests = (0..<40).flatMap { whole in
      (0..<40).map { part in
        let longest = max(1, stay.quantile((Double(whole) + 0.5) / 40))
        return 1 + (longest - 1) * (Double(part) + 0.5) / 40
      }
    }
    return FlowNetwork(
      classes: [PatientClass(id: "new", name: "New"), PatientClass(id: "there", name: "There")],
      units: [Networks.ward(beds: 1_000)],
      arrivals: [
        ArrivalStream(
          id: id, patientClass: 0, unit: 0, perDay: 1, profile: ArrivalProfile(days: referrals))
      ],
      journeys: [
        Journey(unit: 0, patientClass: 0, stay: stay, routes: Networks.leaving),
        Journey(unit: 0, patientClass: 1, stay: .observed(rests), routes: Networks.leaving),
      ],
      census: [
        CensusEntry(patientClass: 1, unit: nil, waitingFor: 0, people: people),
        CensusEntry(patientClass: 0, unit: nil, waitingFor: 0, people: waiting),
      ])
  }
}

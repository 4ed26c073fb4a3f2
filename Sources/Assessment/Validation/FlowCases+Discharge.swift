// SPDX-License-Identifier: Apache-2.0

import PatientFlow

extension FlowCases {
  /// Six services of a published discharge-to-assess model with as many beds as are needed, on the last
  /// day of half a year: what is exact, and what the tool printed.
  static var discharge: [ValidationCase] {
    DischargeService.all.flatMap { service in
      let results = runs(service.network, warmUp: 180, days: 1, runs: 200, firstWeekday: 6)
      let found = estimate(results) { $0.units[0].meanOccupied }
      let words = "Discharge to assess, \(service.name): people on day 180 with beds for all"
      return [
        row(
          "flow-discharge-\(service.id)", "\(words) (\(band))",
          "Exact case: expected number by day, from referrals by weekday and the share still there",
          theirs: service.exact, ours: found.mean, "people", tolerance: 4 * found.error),
        row(
          "flow-discharge-\(service.id)-published", words,
          "IPACS version 1.0.0, results that come with the tool", theirs: service.published,
          ours: found.mean, "people", tolerance: 4 * found.error, because: ghosts),
      ]
    }
  }

  private static let ghosts =
    "the published tool starts with people who wait but keeps no record of them: beds that are free "
    + "early go to people who have not come yet, and each of those who waited leaves a bed that "
    + "stays occupied for good. Without people who wait at the start its own program gives the exact "
    + "numbers"
}

/// A service of IPACS version 1.0.0: its parameters and its results as published.
private struct DischargeService {
  let id: String
  let name: String
  /// Referrals a day, Monday first.
  let referrals: [Double]
  /// Location and scale of the lognormal stay.
  let stay: (location: Double, scale: Double)
  /// People in care and people waiting at the start.
  let start: (inCare: Int, waiting: Int)
  /// The exact expected number and the one that the tool printed for day 180.
  let exact: Double
  let published: Double

  /// Those who wait at the start are given a bed at once, because there is one for everybody, and are
  /// counted as being in care; half a year later that makes no difference.
  var network: FlowNetwork {
    FlowNetwork(
      classes: [PatientClass(id: "patient", name: "Patients")],
      units: [FlowUnit(id: "service", name: name, kind: .unlimited)],
      arrivals: [
        ArrivalStream(
          id: "referrals", patientClass: 0, unit: 0, perDay: 1,
          profile: ArrivalProfile(weekdays: referrals))
      ],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .lognormal(location: stay.location, scale: stay.scale),
          routes: [Route(chance: 1, to: nil, name: "out")])
      ],
      census: [
        CensusEntry(patientClass: 0, unit: 0, people: start.inCare + start.waiting)
      ])
  }

  static let all = [
    DischargeService(
      id: "p2-b", name: "short-term beds, Bristol",
      referrals: [1.8810, 2.5814, 4.1905, 3.1190, 3.7442, 4.4651, 1.5349],
      stay: (3.5264, 0.67815), start: (97, 31), exact: 130.9, published: 160),
    DischargeService(
      id: "p2-ns", name: "short-term beds, North Somerset",
      referrals: [0.2381, 2.0930, 3.7857, 3.1190, 3.1395, 3.1190, 0.9286],
      stay: (3.4965, 0.54483), start: (24, 15), exact: 90.5, published: 102),
    DischargeService(
      id: "p2-sg", name: "short-term beds, South Gloucestershire",
      referrals: [0.4524, 1.2791, 3.0000, 2.4524, 3.2326, 3.4884, 1.1163],
      stay: (3.4012, 0.50384), start: (68, 12), exact: 73.2, published: 80),
    DischargeService(
      id: "p3-b", name: "long-term beds, Bristol",
      referrals: [0.7381, 1.2791, 1.9286, 1.9048, 2.6279, 3.0000, 2.1860],
      stay: (3.9120, 0.57975), start: (77, 43), exact: 114.6, published: 157),
    DischargeService(
      id: "p3-ns", name: "long-term beds, North Somerset",
      referrals: [0.0238, 1.4419, 1.5476, 1.5476, 1.6047, 1.4286, 0.0714],
      stay: (3.6636, 0.53122), start: (28, 12), exact: 49.6, published: 60),
    DischargeService(
      id: "p3-sg", name: "long-term beds, South Gloucestershire",
      referrals: [0.7619, 1.7442, 3.1190, 2.8095, 3.1395, 3.2558, 1.4186],
      stay: (3.3673, 0.45618), start: (33, 11), exact: 75.0, published: 80),
  ]
}

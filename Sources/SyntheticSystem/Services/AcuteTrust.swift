// SPDX-License-Identifier: Apache-2.0

/// An acute trust and its sites; the names are real and the shares are made up.
struct AcuteTrust: Sendable {
  let id: String
  /// The end of the names of its services.
  let shortName: String
  let sites: [AcuteSite]

  static let all = [
    AcuteTrust(
      id: "trust-dartford-and-gravesham", shortName: "dartford-and-gravesham",
      sites: [
        AcuteSite(
          id: "darent-valley", emergency: 16, planned: 14, maternity: 18, outpatient: 15, major: 17,
          minor: 14)
      ]),
    AcuteTrust(
      id: "trust-medway", shortName: "medway",
      sites: [
        AcuteSite(
          id: "medway-maritime", emergency: 20, planned: 16, maternity: 18, outpatient: 18,
          major: 20, minor: 18)
      ]),
    AcuteTrust(
      id: "trust-east-kent-hospitals", shortName: "east-kent-hospitals",
      sites: [
        AcuteSite(
          id: "kent-and-canterbury", emergency: 5, planned: 13, maternity: 0, outpatient: 13,
          major: 4, minor: 12),
        AcuteSite(
          id: "queen-elizabeth-the-queen-mother", emergency: 17, planned: 12, maternity: 14,
          outpatient: 12, major: 17, minor: 14),
        AcuteSite(
          id: "william-harvey", emergency: 19, planned: 14, maternity: 21, outpatient: 15,
          major: 18, minor: 14),
      ]),
    AcuteTrust(
      id: "trust-maidstone-and-tunbridge-wells", shortName: "maidstone-and-tunbridge-wells",
      sites: [
        AcuteSite(
          id: "maidstone", emergency: 10, planned: 15, maternity: 0, outpatient: 14, major: 11,
          minor: 14),
        AcuteSite(
          id: "tunbridge-wells", emergency: 13, planned: 16, maternity: 29, outpatient: 13,
          major: 13, minor: 14),
      ]),
  ]

  /// Every acute site with its trust's place in `all`.
  static let sites: [(trust: Int, site: AcuteSite)] = all.enumerated().flatMap { index, trust in
    trust.sites.map { (index, $0) }
  }
}

/// A site of an acute trust and its weight in each kind of activity; the weights are made up.
struct AcuteSite: Sendable {
  let id: String
  let emergency: Double
  let planned: Double
  let maternity: Double
  let outpatient: Double
  let major: Double
  let minor: Double

  /// The weight of the site in a part of the activity.
  func weight(_ part: AcutePart) -> Double {
    switch part {
    case .emergency: emergency
    case .elective, .dayCase: planned
    case .maternity: maternity
    case .outpatientFirst, .outpatientFollowUp, .outpatientProcedure: outpatient
    case .major: major
    case .minor: minor
    }
  }
}

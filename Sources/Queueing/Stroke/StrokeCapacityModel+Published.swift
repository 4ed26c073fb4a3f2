// SPDX-License-Identifier: Apache-2.0

extension StrokeCapacityModel {
  static let neurological: String = "complex neurological"
  static let other: String = "other"

  /// The parameters of the paper: tables of its additional file 1.
  ///
  /// The share of “other” patients who leave rehabilitation adds up to 101% in print; both routes
  /// have one mean stay, so it makes no difference.
  static func published(_ reading: Reading) -> [PatientGroup] {
    [stroke(reading), transientAttack, complexNeurological, others]
  }

  private static func stroke(_ reading: Reading) -> PatientGroup {
    PatientGroup(
      name: "stroke", acuteInterval: 1.2,
      acuteRoutes: [
        Route(share: 0.24, meanStay: 7.4), Route(share: 0.13, meanStay: 4.6),
        Route(share: 0.63, meanStay: reading == .mortalityStay ? 7.0 : 7.4),
      ],
      shareToRehabilitation: 0.24, rehabilitationInterval: 21.8,
      rehabilitationRoutes: [
        Route(share: 0.4, meanStay: 30.3), Route(share: 0.6, meanStay: 28.4),
      ])
  }

  private static var transientAttack: PatientGroup {
    PatientGroup(
      name: "transient ischaemic attack", acuteInterval: 9.3,
      acuteRoutes: [Route(share: 1, meanStay: 1.8)], shareToRehabilitation: 0.01,
      rehabilitationInterval: nil, rehabilitationRoutes: [Route(share: 1, meanStay: 18.7)])
  }

  private static var complexNeurological: PatientGroup {
    PatientGroup(
      name: neurological, acuteInterval: 3.6, acuteRoutes: [Route(share: 1, meanStay: 4.0)],
      shareToRehabilitation: 0.11, rehabilitationInterval: 31.7,
      rehabilitationRoutes: [Route(share: 1, meanStay: 27.6)])
  }

  private static var others: PatientGroup {
    PatientGroup(
      name: other, acuteInterval: 3.2, acuteRoutes: [Route(share: 1, meanStay: 3.8)],
      shareToRehabilitation: 0.05, rehabilitationInterval: 28.6,
      rehabilitationRoutes: [Route(share: 1, meanStay: 16.1)])
  }
}

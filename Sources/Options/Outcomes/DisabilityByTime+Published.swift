// SPDX-License-Identifier: Apache-2.0

/// The distributions of the SAMueL stroke models, University of Exeter.
extension DisabilityByTime {
  /// Thrombolysis of a stroke without a large-vessel occlusion; no effect at 378 minutes.
  public static let otherVesselThrombolysis = DisabilityByTime(
    checked: DisabilityDistribution(
      checked: [0.197144, 0.46, 0.580032, 0.707768, 0.855677, 0.917702]),
    DisabilityDistribution(
      checked: [0.429808, 0.63, 0.738212, 0.848427, 0.929188, 0.956300]),
    DisabilityDistribution(
      checked: [0.197271, 0.46, 0.577583, 0.702252, 0.845244, 0.904454]),
    minutesToNoEffect: 378, latestMinutes: 270)

  /// Thrombolysis of a large-vessel occlusion; no effect at 378 minutes.
  public static let largeVesselThrombolysis = DisabilityByTime(
    checked: untreatedLargeVessel,
    DisabilityDistribution(
      checked: [0.112916, 0.20, 0.327377, 0.484757, 0.698212, 0.811443]),
    DisabilityDistribution(
      checked: [0.047898, 0.123576, 0.253858, 0.410962, 0.647576, 0.776900]),
    minutesToNoEffect: 378, latestMinutes: 270)

  /// Thrombectomy of a large-vessel occlusion; no effect at 480 minutes, not given after 360.
  public static let largeVesselThrombectomy = DisabilityByTime(
    checked: untreatedLargeVessel,
    DisabilityDistribution(
      checked: [0.314082, 0.436315, 0.554431, 0.712335, 0.853604, 0.916750]),
    DisabilityDistribution(
      checked: [0.047781, 0.123274, 0.253237, 0.409957, 0.645993, 0.775000]),
    minutesToNoEffect: 480, latestMinutes: 360)

  /// A large-vessel occlusion without treatment.
  private static let untreatedLargeVessel = DisabilityDistribution(
    checked: [0.05, 0.129, 0.265, 0.429, 0.676, 0.811])
}

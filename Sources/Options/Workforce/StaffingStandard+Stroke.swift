// SPDX-License-Identifier: Apache-2.0

/// The recommended staffing levels of the Royal College of Physicians for stroke units.
///
/// Nurses are for one bed, the others for five.
extension StaffingStandard {
  /// A hyper-acute stroke unit.
  public static let hyperAcuteStroke = StaffingStandard(
    checked: "hyper-acute stroke unit",
    [
      StaffingRatio(checked: "nurses", 2.9, per: 1),
      StaffingRatio(checked: "physiotherapists", 0.73, per: 5),
      StaffingRatio(checked: "occupational therapists", 0.68, per: 5),
      StaffingRatio(checked: "speech and language therapists", 0.34, per: 5),
      StaffingRatio(checked: "psychologists", 0.20, per: 5),
      StaffingRatio(checked: "dietitians", 0.15, per: 5),
    ])

  /// An acute stroke unit.
  public static let acuteStroke = StaffingStandard(
    checked: "acute stroke unit",
    [
      StaffingRatio(checked: "nurses", 1.35, per: 1),
      StaffingRatio(checked: "physiotherapists", 0.84, per: 5),
      StaffingRatio(checked: "occupational therapists", 0.81, per: 5),
      StaffingRatio(checked: "speech and language therapists", 0.40, per: 5),
      StaffingRatio(checked: "psychologists", 0.20, per: 5),
      StaffingRatio(checked: "dietitians", 0.15, per: 5),
    ])
}

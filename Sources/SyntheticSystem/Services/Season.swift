// SPDX-License-Identifier: Apache-2.0

/// How a year's activity is spread over its months; written by hand.
public enum Season: String, Sendable, CaseIterable, Hashable {
  /// More in winter: emergency admissions and urgent care at home.
  case winterPeak = "winter-peak"
  /// More in summer: attendances at A&E.
  case summerPeak = "summer-peak"
  /// By working days: planned care, with a dip in August and December.
  case workingDays = "working-days"
  /// By the days of the month.
  case level

  /// The weight of each month, January first, that is, twelve whole numbers in thousandths.
  ///
  /// They add up to 1000, so that shares are exact decimals.
  public var thousandths: [Int] {
    switch self {
    case .winterPeak: [92, 83, 87, 81, 81, 78, 79, 78, 79, 85, 87, 90]
    case .summerPeak: [80, 75, 86, 84, 88, 86, 88, 83, 83, 84, 81, 82]
    case .workingDays: [86, 82, 90, 78, 83, 88, 84, 79, 86, 87, 88, 69]
    case .level: [85, 77, 85, 82, 85, 82, 85, 85, 82, 85, 82, 85]
    }
  }

  /// The share of each month, January first.
  public var shares: [Double] { thousandths.map { Double($0) / 1000 } }
}

// SPDX-License-Identifier: Apache-2.0

/// A day of the calendar, by its parts, so that days compare as they follow each other.
public struct ShiftDay: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Such as 2016.
  public let year: Int
  /// From 1.
  public let month: Int
  /// From 1.
  public let day: Int

  /// A day by year, month and day of the month; the caller knows that there is such a day.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether one day is before another.
  public static func < (one: ShiftDay, other: ShiftDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  /// Such as "2016-04-01".
  public var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

/// The groups of staff that the national caps on agency rates tell apart.
public enum AgencyStaffGroup: String, Sendable, CaseIterable {
  /// Doctors in training grades.
  case juniorDoctors = "junior-doctors"
  /// Other doctors, nurses and other clinical staff.
  case otherClinical = "other-clinical"
  /// Everybody else.
  case nonClinical = "non-clinical"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .juniorDoctors: "Junior doctors"
    case .otherClinical: "Other medical and clinical staff"
    case .nonClinical: "Non-clinical staff"
    }
  }
}

/// Caps on what an agency may be paid, in per cent above basic pay, each from a day.
///
/// Source of the national ones: BMJ blogs, 4 April 2016, on the rules of Monitor and the NHS Trust
/// Development Authority.
public struct AgencyCapSchedule: Sendable, Equatable {
  /// Caps that hold from a day until the next ones.
  public struct Step: Sendable, Equatable {
    /// The first day.
    public let from: ShiftDay
    /// Per cent above basic pay, by group.
    public let percentAboveBasic: [AgencyStaffGroup: Double]

    /// Caps from a day.
    public init(from: ShiftDay, percentAboveBasic: [AgencyStaffGroup: Double]) {
      self.from = from
      self.percentAboveBasic = percentAboveBasic
    }
  }

  /// The steps, in the order of their days.
  public let steps: [Step]

  /// A schedule of steps, in any order.
  public init(_ steps: [Step]) { self.steps = steps.sorted { $0.from < $1.from } }

  /// The national caps, from 23 November 2015.
  public static let national = AgencyCapSchedule([
    Step(
      from: ShiftDay(2015, 11, 23),
      percentAboveBasic: [.juniorDoctors: 150, .otherClinical: 100, .nonClinical: 55]),
    Step(
      from: ShiftDay(2016, 2, 1),
      percentAboveBasic: [.juniorDoctors: 100, .otherClinical: 75, .nonClinical: 55]),
    Step(
      from: ShiftDay(2016, 4, 1),
      percentAboveBasic: [.juniorDoctors: 55, .otherClinical: 55, .nonClinical: 55]),
  ])

  /// The cap of a group on a day in per cent above basic pay; nil before the first.
  public func percent(_ group: AgencyStaffGroup, on day: ShiftDay) -> Double? {
    steps.last { $0.from <= day }?.percentAboveBasic[group]
  }

  /// The highest hourly rate: `basic × (1 + per cent / 100)`.
  public func rate(basic: Double, _ group: AgencyStaffGroup, on day: ShiftDay) -> Double? {
    percent(group, on: day).map { basic * (100 + $0) / 100 }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Something that a projection works out for each year of each run.
public struct ProjectionMeasure: Sendable, Hashable, Identifiable {
  /// The permanent name, such as `activity.emergency`, `beds.general` or `gap.system`.
  public let id: String
  /// What it is, in plain English.
  public let label: String
  /// A plural noun, or GBP million.
  public let unit: String
  /// What kind of measure it is.
  public let family: Family
  /// Whether a summary shows it.
  public let isHeadline: Bool
  /// Whether it rests on activity or resources that a program made up, which has to be said
  /// wherever it is shown.
  public let isSynthetic: Bool
  /// What there is of a resource; nil when it is not known, and for what is not a resource.
  public let available: Double?
  /// The organisation that it is about; nil when it is about several.
  public let organisation: String?

  /// The kinds of measure.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    /// Units of activity of a service.
    case activity
    /// Nights in hospital of a provider.
    case bedDays = "bed-days"
    /// Units of activity of one kind in one setting.
    case activityByKind = "activity-by-kind"
    /// Beds that are needed.
    case beds
    /// Theatres, rooms, spaces, machines, places and visits that are needed.
    case requirement
    /// Whole-time staff who are needed.
    case staff
    /// Money that an organisation spends.
    case cost
    /// Cost that stays although its activity has gone since the base year.
    case stranded
    /// Cost less funding and income.
    case gap
  }

  /// Whether it is an amount of money.
  public var isMoney: Bool { [.cost, .stranded, .gap].contains(family) }

  /// Digits after the decimal point that every run keeps: thousandths, or single pounds of millions.
  ///
  /// Every value is a whole number of these, so that files, sums and differences agree exactly.
  public var decimals: Int { isMoney ? 6 : 3 }
}

/// Which of two futures a value is of.
public enum ProjectionCase: Int, Sendable, Hashable, CaseIterable {
  /// Services go on as they are.
  case doNothing
  /// The plan works as it says.
  case withPlan

  /// The name of its column in files.
  public var name: String { self == .doNothing ? "do_nothing" : "with_plan" }
  /// The name for a reader.
  public var label: String { self == .doNothing ? "do nothing" : "with the plan" }
}

// SPDX-License-Identifier: Apache-2.0

/// Staff of one group for a number of beds.
public struct StaffingRatio: Equatable, Sendable {
  /// The group, such as nurses.
  public let staffGroup: String
  /// The whole-time equivalents wanted.
  public let wholeTimeEquivalents: Double
  /// The beds that they are for: 1 for staff per bed, 5 for staff per five beds.
  public let beds: Double

  /// States a ratio.
  ///
  /// - Throws: `WorkforceError.notZeroOrMore` or `.notPositive`.
  public init(
    staffGroup: String, wholeTimeEquivalents: Double, beds: Double
  ) throws(WorkforceError) {
    try WorkforceCheck.zeroOrMore("staff in group '\(staffGroup)'", wholeTimeEquivalents)
    guard beds > 0 && beds.isFinite else {
      throw .notPositive("the beds for group '\(staffGroup)'", beds)
    }
    self.init(checked: staffGroup, wholeTimeEquivalents, per: beds)
  }

  init(checked staffGroup: String, _ wholeTimeEquivalents: Double, per beds: Double) {
    self.staffGroup = staffGroup
    self.wholeTimeEquivalents = wholeTimeEquivalents
    self.beds = beds
  }
}

/// Staff of one group that some beds need.
public struct StaffNeed: Equatable, Sendable {
  /// The group.
  public let staffGroup: String
  /// The whole-time equivalents.
  public let wholeTimeEquivalents: Double
}

/// The staff that one kind of unit needs for its beds.
public struct StaffingStandard: Equatable, Sendable {
  /// The kind of unit.
  public let unit: String
  /// The ratios, one for each staff group.
  public let ratios: [StaffingRatio]

  /// Gathers ratios.
  ///
  /// - Throws: `WorkforceError.repeatedStaffGroup`.
  public init(unit: String, ratios: [StaffingRatio]) throws(WorkforceError) {
    var seen: Set<String> = []
    for ratio in ratios where !seen.insert(ratio.staffGroup).inserted {
      throw .repeatedStaffGroup(ratio.staffGroup)
    }
    self.init(checked: unit, ratios)
  }

  init(checked unit: String, _ ratios: [StaffingRatio]) {
    self.unit = unit
    self.ratios = ratios
  }

  /// The staff of each group for some beds, in the order of the ratios.
  ///
  /// - Throws: `WorkforceError.notZeroOrMore`.
  public func staff(beds: Double) throws(WorkforceError) -> [StaffNeed] {
    try WorkforceCheck.zeroOrMore("the beds of the \(unit)", beds)
    return ratios.map {
      StaffNeed(
        staffGroup: $0.staffGroup,
        wholeTimeEquivalents: beds / $0.beds * $0.wholeTimeEquivalents)
    }
  }
}

/// Some beds of one kind.
public struct StaffedBeds: Equatable, Sendable {
  /// The standard for their staff.
  public let standard: StaffingStandard
  /// How many there are.
  public let beds: Double

  /// States how many beds follow a standard.
  public init(_ standard: StaffingStandard, beds: Double) {
    self.standard = standard
    self.beds = beds
  }
}

extension [StaffedBeds] {
  /// The staff of each group for all these beds, groups in the order in which they first come.
  ///
  /// - Throws: `WorkforceError.notZeroOrMore`.
  public func staff() throws(WorkforceError) -> [StaffNeed] {
    var groups: [String] = []
    var totals: [String: Double] = [:]
    for unit in self {
      for need in try unit.standard.staff(beds: unit.beds) {
        if totals[need.staffGroup] == nil { groups.append(need.staffGroup) }
        totals[need.staffGroup, default: 0] += need.wholeTimeEquivalents
      }
    }
    return groups.map { StaffNeed(staffGroup: $0, wholeTimeEquivalents: totals[$0] ?? 0) }
  }
}

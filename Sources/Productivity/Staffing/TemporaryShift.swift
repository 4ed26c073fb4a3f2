// SPDX-License-Identifier: Apache-2.0

/// Work by somebody from an agency, at one rate.
public struct TemporaryShift: Sendable, Equatable {
  /// A name for it in the account, such as a row of a table.
  public var name: String
  /// The organisation that paid for it; may be empty.
  public var organisation: String
  /// The day.
  public var day: ShiftDay
  /// Who was needed.
  public var group: AgencyStaffGroup
  /// Basic pay for an hour, in pounds.
  public var basicRate: Double
  /// All that the agency charged for an hour, in pounds.
  public var agencyRate: Double
  /// Hours.
  public var hours: Double
  /// What the bank would have paid for an hour before employer on-costs, in pounds; nil when it is
  /// not known.
  public var bankRate: Double?
  /// Whether somebody approved it on exceptional safety grounds beforehand.
  public var hasBreakGlass: Bool

  /// A shift.
  public init(
    name: String, organisation: String = "", day: ShiftDay, group: AgencyStaffGroup,
    basicRate: Double, agencyRate: Double, hours: Double, bankRate: Double? = nil,
    hasBreakGlass: Bool = false
  ) {
    self.name = name
    self.organisation = organisation
    self.day = day
    self.group = group
    self.basicRate = basicRate
    self.agencyRate = agencyRate
    self.hours = hours
    self.bankRate = bankRate
    self.hasBreakGlass = hasBreakGlass
  }
}

/// What a partnership agreed about agency and bank.
public struct StaffingPolicy: Sendable, Equatable {
  /// The caps.
  public var caps: AgencyCapSchedule
  /// What an employer pays on top of bank pay, in per cent: insurance, pension, leave.
  public var bankOnCostPercent: Double
  /// What was added to the bank rate for an hour to fill these shifts, in pounds; bank rates in
  /// the table have it already.
  public var bankRateUplift: Double
  /// Bank hours that were worked anyway in the same time, and are now paid the uplift as well.
  public var existingBankHours: Double

  /// A policy.
  public init(
    caps: AgencyCapSchedule = .national, bankOnCostPercent: Double = 0, bankRateUplift: Double = 0,
    existingBankHours: Double = 0
  ) {
    self.caps = caps
    self.bankOnCostPercent = bankOnCostPercent
    self.bankRateUplift = bankRateUplift
    self.existingBankHours = existingBankHours
  }
}

/// One shift beside its cap and beside the bank.
public struct ShiftFinding: Sendable, Equatable {
  /// The shift.
  public let shift: TemporaryShift
  /// The highest hourly rate on that day, in pounds.
  public let cap: Double
  /// Pounds above the cap over the whole shift; nought when it is within.
  public let breach: Double
  /// What the bank would have cost less than the agency over the shift, in pounds, employer
  /// on-costs included; below 0 when the bank is dearer, nil without a bank rate.
  public let bankSaving: Double?

  /// Whether the rate is above the cap.
  public var isBreach: Bool { breach > 0 }
  /// Whether it is above the cap and nobody approved it.
  public var isUnapprovedBreach: Bool { isBreach && !shift.hasBreakGlass }
}

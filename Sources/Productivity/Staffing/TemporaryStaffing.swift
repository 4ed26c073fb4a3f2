// SPDX-License-Identifier: Apache-2.0

/// Agency shifts judged by the caps and set beside the bank.
///
/// `breach = hours × (agency rate − cap)` where that is above 0. Moving shifts to the bank saves
/// `hours × (agency rate − bank rate × (1 + on-cost))`, less what existing bank hours cost more:
/// `existing hours × uplift × (1 + on-cost)`. Leaving the second term out is the usual mistake: a
/// bank rate that is bid up is paid to everybody on the bank.
public struct TemporaryStaffing: Sendable {
  /// What was agreed.
  public let policy: StaffingPolicy
  /// Shifts that could be judged, in the order of the table.
  public let findings: [ShiftFinding]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// Judges shifts.
  ///
  /// - Throws: `ProductivityError`.
  public init(_ shifts: [TemporaryShift], _ policy: StaffingPolicy) throws(ProductivityError) {
    let settings = [
      ("the on-cost of bank pay in per cent", policy.bankOnCostPercent),
      ("the uplift of the bank rate", policy.bankRateUplift),
      ("the existing bank hours", policy.existingBankHours),
    ]
    for (what, found) in settings where !(found >= 0) {
      throw .outOfRange(what: what, found: found, expected: "a number from 0")
    }
    var findings: [ShiftFinding] = []
    var excluded: [ExcludedInput] = []
    for shift in shifts {
      if let reason = Self.reason(against: shift) {
        excluded.append(ExcludedInput(shift.name, reason))
      } else if let cap = policy.caps.rate(basic: shift.basicRate, shift.group, on: shift.day) {
        findings.append(Self.finding(shift, cap, policy))
      } else {
        let first = policy.caps.steps.first.map { "\($0.from)" } ?? "any day"
        excluded.append(ExcludedInput(shift.name, "\(shift.day) is before the first cap, \(first)"))
      }
    }
    if findings.isEmpty { throw .nothingLeft(of: "shifts", excluded: excluded) }
    self.policy = policy
    self.findings = findings
    self.excluded = excluded
  }

  private static func reason(against shift: TemporaryShift) -> String? {
    if !(shift.hours > 0) { return "its hours are not above 0" }
    if !(shift.basicRate > 0) { return "its basic rate is not above 0" }
    if !(shift.agencyRate > 0) { return "its agency rate is not above 0" }
    return nil
  }

  private static func finding(
    _ shift: TemporaryShift, _ cap: Double, _ policy: StaffingPolicy
  ) -> ShiftFinding {
    let allIn = shift.bankRate.map { $0 * (100 + policy.bankOnCostPercent) / 100 }
    // A rate at the cap to the penny is within it, whatever binary makes of 31.00.
    let above = shift.agencyRate - cap
    return ShiftFinding(
      shift: shift, cap: cap, breach: above > 0.000_001 ? above * shift.hours : 0,
      bankSaving: allIn.map { shift.hours * (shift.agencyRate - $0) })
  }
}

extension TemporaryStaffing {
  /// Pounds above the caps.
  public var breachCost: Double { findings.reduce(0) { $0 + $1.breach } }
  /// Shifts above the caps.
  public var breaches: Int { findings.count(where: \.isBreach) }
  /// Shifts above the caps that nobody approved.
  public var unapproved: Int { findings.count(where: \.isUnapprovedBreach) }
  /// What the agencies charged, in pounds.
  public var agencyCost: Double {
    findings.reduce(0) { $0 + $1.shift.agencyRate * $1.shift.hours }
  }
  /// Agency cost less bank cost of the shifts that have a bank rate, in pounds, dearer ones
  /// included.
  public var bankSavingBeforeUplift: Double {
    findings.reduce(0) { $0 + ($1.bankSaving ?? 0) }
  }
  /// What the uplift costs on hours that the bank worked anyway, on-costs included, in pounds.
  public var upliftOnExistingHours: Double {
    policy.existingBankHours * policy.bankRateUplift * (100 + policy.bankOnCostPercent) / 100
  }
  /// What is left of the saving.
  public var netBankSaving: Double { bankSavingBeforeUplift - upliftOnExistingHours }
  /// Existing bank hours at which the saving is gone; nil without an uplift.
  public var breakEvenHours: Double? {
    guard policy.bankRateUplift > 0 else { return nil }
    let hourly = policy.bankRateUplift * (100 + policy.bankOnCostPercent) / 100
    return max(0, bankSavingBeforeUplift) / hourly
  }
}

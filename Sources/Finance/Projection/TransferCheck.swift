// SPDX-License-Identifier: Apache-2.0

/// The two ends of what one member pays another in one year.
///
/// A mismatch is money that one books say is owed and the other don't: it is in the sum of the
/// members' gaps and not in the system's, so it must be reported and never dropped.
public struct TransferCheck: Hashable, Sendable {
  /// The largest mismatch that counts as rounding, a tenth of a penny.
  public static let tolerance: MillionPounds = 1e-9

  /// The member that pays.
  public let payer: OrganisationID
  /// The member that is paid.
  public let receiver: OrganisationID
  /// The year.
  public let year: Year
  /// What the payer's cost lines to the receiver come to; nil when it has none.
  public let paidLines: MillionPounds?
  /// What the receiver's income lines from the payer come to; nil when it has none.
  public let receivedLines: MillionPounds?

  /// What two ends of a transfer say about each other.
  public enum Verdict: Hashable, Sendable {
    /// The ends are equal, so the transfer is nothing to the system.
    case cancels
    /// Both ends are recorded, with different amounts.
    case amountsDiffer
    /// The payer records a cost that the receiver doesn't record as income.
    case noIncomeLine
    /// The receiver records income that the payer doesn't record as a cost.
    case noCostLine
  }

  /// What the payer records, zero when it has no such line.
  public var paid: MillionPounds { paidLines ?? 0 }
  /// What the receiver records, zero when it has no such line.
  public var received: MillionPounds { receivedLines ?? 0 }
  /// Paid less received.
  public var mismatch: MillionPounds { paid - received }
  /// Whether the ends are equal to within ``tolerance``.
  public var cancels: Bool { mismatch.magnitude <= Self.tolerance }

  /// Whether the ends cancel, and if not, why.
  public var verdict: Verdict {
    if cancels { return .cancels }
    if receivedLines == nil { return .noIncomeLine }
    return paidLines == nil ? .noCostLine : .amountsDiffer
  }
}

// SPDX-License-Identifier: Apache-2.0

/// That two members' books disagree about what one pays the other.
///
/// Money that one member calls owed and the other does not is in the sum of members' gaps and not
/// in the system's, so it is named and never dropped.
public struct TransferMismatch: Hashable, Sendable {
  /// What disagrees.
  public enum Reason: Hashable, Sendable {
    /// No line at the receiver says that it is paid.
    case noIncomeLine
    /// No line at the payer says that it pays.
    case noCostLine
    /// The base year's amounts differ.
    case baselinesDiffer(paid: Double, received: Double)
    /// The base year agrees, but the two follow different drivers, prices or steps, so that they
    /// part as activity or prices move.
    case moveDifferently
  }

  /// The member that pays.
  public let payer: String
  /// The member that is paid.
  public let receiver: String
  /// The payer's lines, by id.
  public let costLines: [String]
  /// The receiver's lines, by id.
  public let incomeLines: [String]
  /// What disagrees.
  public let reason: Reason
}

extension TransferMismatch: CustomStringConvertible {
  /// The disagreement in a sentence that names the lines of both.
  public var description: String {
    let paid = Self.names(costLines)
    let received = Self.names(incomeLines)
    return switch reason {
    case .noIncomeLine: "'\(payer)' pays '\(receiver)' (\(paid)), which has no income line for it"
    case .noCostLine:
      "'\(receiver)' earns from '\(payer)' (\(received)), which has no cost line for it"
    case .baselinesDiffer(let one, let other):
      "'\(payer)' pays '\(receiver)' £\(one.plain)m (\(paid)), which books £\(other.plain)m "
        + "(\(received))"
    case .moveDifferently:
      "'\(payer)' pays '\(receiver)' by \(paid), which books it as \(received): the two follow "
        + "different drivers or prices"
    }
  }

  private static func names(_ lines: [String]) -> String {
    lines.map { "line '\($0)'" }.joined(separator: ", ")
  }
}

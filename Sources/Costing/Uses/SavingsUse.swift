// SPDX-License-Identifier: Apache-2.0

/// A row that says what the saving of a scheme is used for.
public struct SavingsUse: Hashable, Sendable {
  /// What a saving can be used for.
  public enum Purpose: Hashable, Sendable {
    /// To close the gap.
    case gap
    /// To pay for something else, such as local care.
    case investment
  }

  /// The id of the row.
  public var id: String
  /// The scheme that saves.
  public var scheme: String
  /// What the saving is used for.
  public var purpose: Purpose
  /// What that is, in the plan's words.
  public var label: String
  /// £ million a year at full delivery, zero or more.
  public var amount: Double

  /// Describes a use.
  public init(id: String, scheme: String, purpose: Purpose, label: String, amount: Double) {
    self.id = id
    self.scheme = scheme
    self.purpose = purpose
    self.label = label
    self.amount = amount
  }
}

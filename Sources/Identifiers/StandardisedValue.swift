// SPDX-License-Identifier: Apache-2.0

/// What became of one value when it was standardised.
public struct StandardisedValue: Sendable, Hashable {
  /// What was found.
  public enum Status: String, Sendable, Hashable, CaseIterable, Codable {
    /// The value was good as it was, but for capitals, spaces and signs.
    case kept
    /// Something was wrong and its meaning is plain.
    case repaired
    /// Nothing was given, or something that stands for nothing, such as `not known`.
    case missing
    /// Something was given that cannot be right.
    case invalid
  }

  /// What was found.
  public let status: Status
  /// The standard form; nil where it is missing or invalid.
  public let value: String?
  /// What may still be compared with other records: the standard form, or an invalid value tidied up.
  ///
  /// A date or number with a slip of the pen is wrong and yet says much about whose record it is.
  public let comparable: String?
  /// What was repaired or what is wrong, in a few words; nil where a value was kept.
  public let reason: String?

  /// A good value.
  public static func kept(_ value: String) -> Self {
    Self(status: .kept, value: value, comparable: value, reason: nil)
  }

  /// A value put right.
  public static func repaired(_ value: String, _ reason: String) -> Self {
    Self(status: .repaired, value: value, comparable: value, reason: reason)
  }

  /// Nothing there, or something that stands for nothing.
  public static func missing(_ reason: String? = nil) -> Self {
    Self(status: .missing, value: nil, comparable: nil, reason: reason)
  }

  /// A value that cannot be right.
  public static func invalid(_ reason: String, comparable: String? = nil) -> Self {
    Self(status: .invalid, value: nil, comparable: comparable, reason: reason)
  }
}

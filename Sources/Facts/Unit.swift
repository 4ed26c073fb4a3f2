// SPDX-License-Identifier: Apache-2.0

/// What a number counts: a plural noun, a percentage or an amount of money.
///
/// Money has a scale, because public papers print millions and billions and the printed form
/// is what a reader must be able to recognise.
public struct Unit: Hashable, Sendable, CustomStringConvertible {
  /// The unit as written in a plan: `GBP million`, `%`, `patients`.
  public let name: String

  /// Names a unit; any non-empty text is a unit, since plans count many different things.
  public init(_ name: String) { self.name = name }

  /// The value as it is written.
  public var description: String { name }

  /// Whether amounts in this unit are money, and so need a price base.
  public var isMoney: Bool { name == "GBP" || name.hasPrefix("GBP ") }

  /// Whether the unit is a share of a hundred.
  public var isPercentage: Bool { name == "%" }

  /// How many pounds one of this unit is, or nil when it is not money.
  public var pounds: Int? {
    switch name {
    case "GBP": 1
    case "GBP million": 1_000_000
    case "GBP billion": 1_000_000_000
    default: nil
    }
  }

  /// The unit in words for a reader: `millions of pounds`, `percent`, `patients`.
  public var plainEnglish: String {
    switch name {
    case "GBP": "pounds"
    case "GBP million": "millions of pounds"
    case "GBP billion": "billions of pounds"
    case "%": "percent"
    default: name
    }
  }

  /// Pounds sterling.
  public static let pounds = Unit("GBP")
  /// Millions of pounds sterling.
  public static let millionPounds = Unit("GBP million")
  /// Percent.
  public static let percent = Unit("%")
}

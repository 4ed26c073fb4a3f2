// SPDX-License-Identifier: Apache-2.0

/// A number of hundredths: `Percent(2)` is two per cent.
public struct Percent: Hashable, Sendable {
  /// The number before the per cent sign.
  public let value: Double

  /// Creates `value` per cent.
  public init(_ value: Double) { self.value = value }

  /// The factor by which a quantity that grows by this much is multiplied: 1.02 for two per cent.
  var growthFactor: Double { 1 + value / 100 }
}

extension Percent: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a percentage from a literal such as `3.3`.
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates a percentage from a literal such as `2`.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

/// A part of a whole, from 0 to 1.
///
/// The initialiser takes any number, so that a model can report every bad share at once;
/// ``FinanceModel`` and its bridge refuse a share outside 0 to 1.
public struct Share: Hashable, Sendable {
  /// The part, where 1 is the whole.
  public let value: Double

  /// Creates a share of `value`, where 1 is the whole.
  public init(_ value: Double) { self.value = value }

  /// Whether the share lies from 0 to 1.
  var isPartOfOne: Bool { value >= 0 && value <= 1 }
}

extension Share: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a share from a literal such as `0.5`.
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates a share from the literal `0` or `1`.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

// SPDX-License-Identifier: Apache-2.0

/// An amount of money in millions of pounds sterling.
///
/// It doesn't say in which year's prices: inside a projection every amount is in the prices of
/// its own year. See ``CashAmount`` and ``RealAmount`` where the price base is part of the type.
public struct MillionPounds: Hashable, Sendable {
  /// The amount in millions of pounds.
  public let value: Double

  /// Creates an amount of `value` million pounds.
  public init(_ value: Double) { self.value = value }

  /// The amount without its sign.
  public var magnitude: Self { Self(value.magnitude) }
}

extension MillionPounds: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates an amount from a literal such as `1.2`.
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates an amount from a literal such as `486`.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

extension MillionPounds: AdditiveArithmetic, Comparable {
  /// No money.
  public static var zero: Self { Self(0) }

  /// Adds two amounts.
  public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }

  /// Takes the right amount from the left one.
  public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }

  /// Multiplies an amount by a pure number.
  public static func * (left: Self, right: Double) -> Self { Self(left.value * right) }

  /// Whether the left amount is below the right one.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

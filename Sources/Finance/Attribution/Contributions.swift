// SPDX-License-Identifier: Apache-2.0

/// A change in money split by its causes.
public struct Contributions: Hashable, Sendable {
  /// From more people, or older people.
  public internal(set) var demographic: MillionPounds = 0
  /// From more care for the same people.
  public internal(set) var nonDemographic: MillionPounds = 0
  /// From dearer care.
  public internal(set) var price: MillionPounds = 0
  /// From other pressures stated as percentages.
  public internal(set) var other: MillionPounds = 0
  /// From pressures stated in pounds.
  public internal(set) var additive: MillionPounds = 0

  /// The whole change: the five parts together.
  public var total: MillionPounds { demographic + nonDemographic + price + other + additive }

  /// The part of one multiplicative driver.
  public subscript(driver: Driver) -> MillionPounds {
    switch driver {
    case .demographic: demographic
    case .nonDemographic: nonDemographic
    case .price: price
    case .other: other
    }
  }
}

extension Contributions: AdditiveArithmetic {
  /// No change.
  public static var zero: Self { Self() }

  /// Adds two changes cause by cause.
  public static func + (left: Self, right: Self) -> Self {
    Self(
      demographic: left.demographic + right.demographic,
      nonDemographic: left.nonDemographic + right.nonDemographic,
      price: left.price + right.price, other: left.other + right.other,
      additive: left.additive + right.additive)
  }

  /// Takes the right change from the left one cause by cause.
  public static func - (left: Self, right: Self) -> Self {
    Self(
      demographic: left.demographic - right.demographic,
      nonDemographic: left.nonDemographic - right.nonDemographic,
      price: left.price - right.price, other: left.other - right.other,
      additive: left.additive - right.additive)
  }
}

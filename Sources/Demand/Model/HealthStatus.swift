// SPDX-License-Identifier: Apache-2.0

/// The grid on which health status is tabulated.
///
/// Rates are known at whole ages and interpolated on straight lines between them, so an amount of
/// activity is a piecewise linear function of the years of age gained with its corners at whole
/// years. A table at whole years, interpolated, is therefore exact and not an approximation.
enum HealthStatus {
  /// The most years of age that can be gained or lost.
  static let limit = 15.0
  /// Whole years from −15 to 15.
  static let knots = 31
  /// The ages that are adjusted where a scope does not say.
  static let ages = 55...90

  /// The knot at or below a number of years, never the last, and the way from it to the next.
  @inline(__always)
  static func position(_ years: Double) -> (knot: Int, part: Double) {
    let place = min(max(years, -limit), limit) + limit
    let knot = min(Int(place), knots - 2)
    return (knot, place - Double(knot))
  }
}

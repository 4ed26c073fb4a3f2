// SPDX-License-Identifier: Apache-2.0

/// Amounts on a grid of 2⁻³⁰ million pounds, about a tenth of a penny.
///
/// Numbers on a binary grid add and subtract without rounding, in any order, while sums stay below
/// 2²³ million pounds. So organisations add up to the system and a bridge arrives at its end
/// exactly, not nearly.
enum MoneyGrid {
  /// The most that all amounts of a year may come to, in millions of pounds, half of 2²³: more
  /// than a country spends, and a mistake of units in a plan.
  static let limit = 4_194_304.0
  private static let cells = 1_073_741_824.0

  /// The nearest amount on the grid.
  @inline(__always)
  static func nearest(_ amount: Double) -> Double { (amount * cells).rounded() / cells }

  /// The nearest amount on the grid that is not above.
  @inline(__always)
  static func below(_ amount: Double) -> Double { (amount * cells).rounded(.down) / cells }
}

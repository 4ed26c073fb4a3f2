// SPDX-License-Identifier: Apache-2.0

/// How chance spreads a duration between its three estimates.
public enum DurationShape: String, Sendable, CaseIterable {
  /// A triangle over low, likely and high: mean (low + likely + high) / 3.
  case triangular
  /// The beta distribution of PERT: mean (low + 4 likely + high) / 6.
  ///
  /// Malcolm, Roseboom, Clark and Fazar (1959), "Application of a technique for research and
  /// development program evaluation", Operations Research 7(5); its two exponents as in Vose (2008),
  /// "Risk Analysis": 1 + 4 (likely - low) / (high - low) and 1 + 4 (high - likely) / (high - low).
  case pert
}

/// Durations of many items from even numbers between 0 and 1, by the inverse of each distribution
/// function.
struct DurationSampler: Sendable {
  /// The items whose duration is not certain.
  let chancy: [Int]
  private let lows: [Double]
  private let spreads: [Double]
  /// Where the likely value lies between low and high, as a share.
  private let modes: [Double]
  private let shape: DurationShape
  private var tables = QuantileTables()
  private var tablePlaces: [Int] = []

  /// Samples the ranges for which `isOpen` says that chance still has a part.
  init(_ ranges: [DurationRange], _ shape: DurationShape, isOpen: (Int) -> Bool) {
    self.shape = shape
    chancy = ranges.indices.filter { !ranges[$0].isCertain && isOpen($0) }
    lows = chancy.map { ranges[$0].low }
    spreads = chancy.map { ranges[$0].high - ranges[$0].low }
    modes = chancy.map { (ranges[$0].likely - ranges[$0].low) / (ranges[$0].high - ranges[$0].low) }
    guard shape == .pert else { return }
    for mode in modes {
      tablePlaces.append(tables.place(alpha: 1 + 4 * mode, beta: 5 - 4 * mode))
    }
  }

  /// Draws the durations of one schedule into their places.
  func draw(_ draws: CounterDraws, schedule: Int, into durations: inout [Double]) {
    for number in chancy.indices {
      let unit = draws.unit(schedule: schedule, item: chancy[number])
      let share =
        switch shape {
        case .pert: tables.value(unit, tablePlaces[number])
        case .triangular: Self.triangle(unit, modes[number])
        }
      durations[chancy[number]] = lows[number] + spreads[number] * share
    }
  }

  /// The value below which a share of a triangle between 0 and 1 lies.
  private static func triangle(_ unit: Double, _ mode: Double) -> Double {
    unit < mode ? (unit * mode).squareRoot() : 1 - ((1 - unit) * (1 - mode)).squareRoot()
  }
}

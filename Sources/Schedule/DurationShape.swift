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

/// Durations from even numbers between 0 and 1, by the inverse of the distribution function.
struct DurationSampler: Sendable {
  private enum Way: Sendable {
    case fixed
    case triangle(mode: Double)
    case table(QuantileTable)
  }

  private let low: Double
  private let spread: Double
  private let way: Way

  init(_ range: DurationRange, _ shape: DurationShape) {
    low = range.low
    spread = range.high - range.low
    let mode = spread > 0 ? (range.likely - range.low) / spread : 0
    switch shape {
    case _ where spread <= 0: way = .fixed
    case .triangular: way = .triangle(mode: mode)
    case .pert: way = .table(QuantileTable(alpha: 1 + 4 * mode, beta: 5 - 4 * mode))
    }
  }

  var isFixed: Bool { spread <= 0 }

  /// The duration of which a share `unit` of all are shorter.
  func days(_ unit: Double) -> Double {
    switch way {
    case .fixed: low
    case .triangle(let mode):
      low + spread
        * (unit < mode
          ? (unit * mode).squareRoot() : 1 - ((1 - unit) * (1 - mode)).squareRoot())
    case .table(let table): low + spread * table.value(unit)
    }
  }
}

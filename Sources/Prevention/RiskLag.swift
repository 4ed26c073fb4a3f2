// SPDX-License-Identifier: Apache-2.0

/// How an extra risk fades after somebody changes, such as the risk of heart disease after the last
/// cigarette.
public struct RiskLag: Sendable, Hashable {
  private let years: [Int]
  private let left: [Double]

  /// Makes a lag from years since the change and the share of the extra risk that is left then.
  ///
  /// - Throws: `PreventionError` when years do not rise from 1 or a share is not within 0 to 1.
  public init(_ points: [(years: Int, left: Double)]) throws(PreventionError) {
    var before = 0
    for point in points {
      guard point.years > before else { throw .lagOutOfOrder }
      before = point.years
      try Check.share(point.left, "a share of the extra risk")
    }
    years = points.map(\.years)
    left = points.map(\.left)
  }

  /// The share of the extra risk that is left after so many years, along straight lines.
  ///
  /// All of it at 0 years; after the last year of the table, what was left then.
  public func left(after time: Double) -> Double {
    var (from, share) = (0.0, 1.0)
    for (year, next) in zip(years, left) {
      if time < Double(year) {
        return share + (next - share) * max(0, time - from) / (Double(year) - from)
      }
      (from, share) = (Double(year), next)
    }
    return share
  }
}

// SPDX-License-Identifier: Apache-2.0

/// By how much the capital cost of a kind of project has tended to exceed its early estimate.
public struct OptimismBias: Equatable, Sendable {
  /// The uplift for a project whose risks are all managed, such as 0.02.
  public let lower: Double
  /// The uplift for a project whose risks are not managed at all, such as 0.24.
  public let upper: Double

  /// States two uplifts.
  ///
  /// - Throws: `ValueError.impossibleUplift` or `.boundsUpsideDown`.
  public init(lower: Double, upper: Double) throws(ValueError) {
    for uplift in [lower, upper] where !(uplift > -1 && uplift.isFinite) {
      throw .impossibleUplift(uplift)
    }
    guard lower <= upper else { throw .boundsUpsideDown(lower: lower, upper: upper) }
    self.init(checked: lower, upper)
  }

  private init(checked lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Capital of standard buildings: 2% to 24% (Mott MacDonald, table 2).
  public static let standardBuildings = OptimismBias(checked: 0.02, 0.24)
  /// Capital of non-standard buildings: 4% to 51% (Mott MacDonald, table 2).
  public static let nonStandardBuildings = OptimismBias(checked: 0.04, 0.51)
  /// Capital of standard civil engineering: 3% to 44% (Mott MacDonald, table 2).
  public static let standardCivilEngineering = OptimismBias(checked: 0.03, 0.44)
  /// Capital of non-standard civil engineering: 6% to 66% (Mott MacDonald, table 2).
  public static let nonStandardCivilEngineering = OptimismBias(checked: 0.06, 0.66)
  /// Capital of equipment and development: 10% to 200% (Mott MacDonald, table 2).
  public static let equipment = OptimismBias(checked: 0.10, 2.00)

  /// The uplift when a share of the upper bound's risk has been managed away; never below the lower.
  ///
  /// - Throws: `ValueError.shareOutsideZeroToOne`.
  public func uplift(mitigated share: Double) throws(ValueError) -> Double {
    guard share >= 0 && share <= 1 else { throw .shareOutsideZeroToOne(share) }
    return max(lower, (1 - share) * upper)
  }

  /// The uplifts of a project of several kinds, weighted by the capital of each.
  ///
  /// - Throws: `ValueError.impossibleWeights`.
  public static func combined(
    _ parts: [(bias: OptimismBias, capital: Double)]
  ) throws(ValueError) -> OptimismBias {
    let whole = parts.reduce(0.0) { $0 + $1.capital }
    guard whole > 0 && whole.isFinite && parts.allSatisfy({ $0.capital >= 0 }) else {
      throw .impossibleWeights
    }
    return OptimismBias(
      checked: parts.reduce(0.0) { $0 + $1.bias.lower * $1.capital } / whole,
      parts.reduce(0.0) { $0 + $1.bias.upper * $1.capital } / whole)
  }
}

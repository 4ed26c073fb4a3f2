// SPDX-License-Identifier: Apache-2.0

/// The share of cases of a condition that would not be there without a cause.
public enum AttributableFraction {
  /// People at one level of exposure.
  public struct Level: Sendable, Hashable {
    /// Their share of all people, 0 to 1.
    public let share: Double
    /// How many times as likely they are to have the condition as the unexposed.
    public let relativeRisk: Double

    /// Makes a level.
    public init(share: Double, relativeRisk: Double) {
      self.share = share
      self.relativeRisk = relativeRisk
    }
  }

  /// Levin (1953): `p (RR - 1) / (1 + p (RR - 1))`.
  ///
  /// It is biased when the relative risk was adjusted for other causes; `amongCases` is not.
  /// - Throws: `PreventionError` for a share or a risk out of range.
  public static func levin(
    share: Double, relativeRisk: Double
  ) throws(PreventionError) -> Double {
    try levels([Level(share: share, relativeRisk: relativeRisk)])
  }

  /// The same for several levels, such as people who smoke and people who used to:
  /// `sum p (RR - 1) / (1 + sum p (RR - 1))`.
  ///
  /// - Throws: `PreventionError` for shares or risks out of range.
  public static func levels(_ levels: [Level]) throws(PreventionError) -> Double {
    try check(levels)
    let excess = excess(levels)
    return excess / (1 + excess)
  }

  /// Miettinen (1974), for a relative risk that was adjusted for other causes:
  /// `p (RR - 1) / RR`, with the share of *cases* that are exposed.
  ///
  /// - Throws: `PreventionError` for a share or a risk out of range.
  public static func amongCases(
    exposedShare: Double, relativeRisk: Double
  ) throws(PreventionError) -> Double {
    try Check.share(exposedShare, "an exposed share of cases")
    try Check.risk(relativeRisk)
    return exposedShare * (relativeRisk - 1) / relativeRisk
  }

  /// The potential impact fraction: the share of cases that would not be there if exposure were as
  /// in another set of levels (Morgenstern and Bursic, 1982).
  ///
  /// Below 0 when the other levels are worse. With nobody exposed it is the attributable fraction.
  /// - Throws: `PreventionError` for shares or risks out of range.
  public static func impact(
    of levels: [Level], against counterfactual: [Level]
  ) throws(PreventionError) -> Double {
    try check(levels)
    try check(counterfactual)
    let now = excess(levels)
    return (now - excess(counterfactual)) / (1 + now)
  }

  /// Causes together: `1 - product of (1 - fraction)`, never their sum (Miettinen, 1974).
  ///
  /// It is exact for causes that are independent of each other and multiply each other's risk.
  /// - Throws: `PreventionError` for a fraction outside 0 to 1.
  public static func joint(_ fractions: [Double]) throws(PreventionError) -> Double {
    var without = 1.0
    for fraction in fractions {
      try Check.share(fraction, "an attributable fraction")
      without *= 1 - fraction
    }
    return 1 - without
  }

  private static func excess(_ levels: [Level]) -> Double {
    levels.reduce(0) { $0 + $1.share * ($1.relativeRisk - 1) }
  }

  private static func check(_ levels: [Level]) throws(PreventionError) {
    for level in levels {
      try Check.share(level.share, "an exposed share")
      try Check.risk(level.relativeRisk)
    }
    let sum = levels.reduce(0) { $0 + $1.share }
    guard sum <= 1 + 1e-12 else { throw .sharesAboveOne(sum) }
  }
}

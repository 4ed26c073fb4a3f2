// SPDX-License-Identifier: Apache-2.0

/// That older people of a later year are as healthy as somewhat younger people are now.
///
/// A person of age `a` uses care like one of age `a - h d(a)`: `d` is the change in life expectancy
/// at that age from the base year to the last year, and `h` the share of the added years that is
/// spent without disability. The factor is the rate of activity at the adjusted age over that at
/// the age, by linear interpolation, and never below 0. This is the adjustment of the demand model
/// of the New Hospital Programme (The Strategy Unit, nhp_model, MIT licence).
public struct HealthStatus: Sendable, Hashable {
  /// A rate of activity for each age from 0.
  public struct Curve: Sendable, Hashable {
    /// The value of the column in rows.
    public var group: String
    /// The sex.
    public var sex: Sex
    /// Rates by age from 0, in any unit.
    public var rates: [Double]

    /// A curve.
    public init(group: String, sex: Sex, rates: [Double]) {
      self.group = group
      self.sex = sex
      self.rates = rates
    }
  }

  /// The column of rows that chooses a curve; rows without a curve are left as they are.
  public var column: String
  /// The curves.
  public var curves: [Curve]
  /// Change in life expectancy in years, by sex and age; ages without one are left as they are.
  public var addedYears: [Sex: [Int: Double]]
  /// `h` by sex.
  public var healthyShare: [Sex: ParameterValue]

  /// An adjustment.
  public init(
    column: String, curves: [Curve], addedYears: [Sex: [Int: Double]],
    healthyShare: [Sex: ParameterValue]
  ) {
    self.column = column
    self.curves = curves
    self.addedYears = addedYears
    self.healthyShare = healthyShare
  }
}

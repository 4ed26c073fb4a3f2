// SPDX-License-Identifier: Apache-2.0

/// A change of a measure, divided among its causes so that the parts add up exactly.
public struct ProjectionAttribution: Sendable, Hashable {
  /// One cause with its share of the change.
  public struct Part: Sendable, Hashable, Identifiable {
    /// `population`, `births`, `new-services`, `prices`, the id of a growth factor, a mitigator or a
    /// scheme, or `rest`.
    public let id: String
    /// The cause in plain English.
    public let label: String
    /// What kind of cause it is.
    public let kind: Kind
    /// Its share of the change, in the unit of the measure.
    public let amount: Double
  }

  /// The kinds of cause.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// More, fewer, older or younger people, or births.
    case population
    /// Need that grows for other reasons.
    case growth
    /// A service that is new.
    case newService = "new-service"
    /// What the plan does about activity.
    case mitigator
    /// Pay, prices and funding.
    case price
    /// A scheme that saves money.
    case scheme
    /// What does not move in proportion: whole beds, pooling, steps and delays of cost.
    case rest
  }

  /// The measure.
  public let measure: String
  /// The financial year, by its first calendar year.
  public let year: Int
  /// The value in the base year.
  public let base: Double
  /// The value in the year if nothing is done.
  public let doNothing: Double
  /// The value in the year with the plan.
  public let withPlan: Double
  /// The causes: first those that are there if nothing is done, then those of the plan.
  ///
  /// All together are `withPlan − base`; those that are not of the plan are `doNothing − base`.
  public let parts: [Part]
  /// How the change was divided, in plain English.
  public let method: String
}

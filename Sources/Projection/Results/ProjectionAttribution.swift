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
    /// What causes do together beyond what each does alone.
    case interaction
    /// What does not move in proportion: whole beds, pooling, steps and delays of cost.
    case rest
  }

  /// The measure.
  public let measure: String
  /// The financial year, by its first calendar year.
  public let year: Int
  /// Which future was explained.
  public let future: ProjectionCase
  /// The value in the base year.
  public let base: Double
  /// The value in the year if nothing is done.
  public let doNothing: Double
  /// The value in the year with the plan.
  public let withPlan: Double
  /// The causes in the order of the plan; all together are `value − base`.
  public let parts: [Part]
  /// How the change was divided.
  public let method: Method

  /// The value that was explained.
  public var value: Double { future == .doNothing ? doNothing : withPlan }
  /// What the parts add up to.
  public var change: Double { value - base }

  /// How a change is divided when causes act together.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Each cause has its fair share of what they do together, in no order (Shapley, 1953).
    case shapley
    /// Each cause has what it adds to those before it, in the order of the plan's tables.
    case inOrder = "in-order"
    /// Each cause has what it would do alone; what they do together is the interaction, shown apart.
    case alone

    /// The method in plain English.
    public var plainEnglish: String {
      switch self {
      case .shapley: "each cause has its fair share, in no order (Shapley, 1953)"
      case .inOrder: "each cause has what it adds to those before it, in the order of the plan"
      case .alone: "each cause has what it would do alone, and the interaction is shown apart"
      }
    }
  }
}

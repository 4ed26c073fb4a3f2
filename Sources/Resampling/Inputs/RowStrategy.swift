// SPDX-License-Identifier: Apache-2.0

/// Something done on purpose that avoids activity, shortens stays or moves care elsewhere.
///
/// Its value is what remains: with 0.9, one in ten of what it reaches is avoided, shortened or moved.
public struct RowStrategy: Sendable, Hashable {
  /// What it does to a row.
  public enum Effect: Sendable, Hashable {
    /// Each spell or attendance happens with the probability of the value.
    case avoidance
    /// Each night of a stay remains with the probability of the value.
    case lengthOfStay
    /// Stays are shorter by this many nights, but not below 0, with probability 1 - value.
    case preOperativeDays(Int)
    /// The spell becomes a day case at this point of delivery, without a night.
    case dayCase(pod: String)
    /// The spell becomes an outpatient attendance at this point of delivery.
    case outpatient(pod: String)
    /// The spell becomes same-day emergency care, an arrival at this point of delivery.
    case sameDay(pod: String)
    /// An attendance in person becomes a remote one.
    case remote
  }

  /// Its name, unique among strategies of a kind of activity.
  public var id: String
  /// The kind of activity.
  public var kind: ActivityKind
  /// What it does.
  public var effect: Effect
  /// What remains, from 0 to 1.
  public var value: ParameterValue
  /// The rows that it reaches by their columns; nil when a list of rows says which (assignments).
  public var scope: RowScope?
  /// Whether it reaches only rows that no other strategy but avoidance reaches.
  public var isOtherwise: Bool

  /// A strategy.
  public init(
    id: String, kind: ActivityKind, effect: Effect, value: ParameterValue, scope: RowScope? = nil,
    isOtherwise: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.effect = effect
    self.value = value
    self.scope = scope
    self.isOtherwise = isOtherwise
  }

  var isAvoidance: Bool { effect == .avoidance }
}

/// That a strategy reaches a row.
public struct StrategyAssignment: Sendable, Hashable {
  /// The kind of activity.
  public var kind: ActivityKind
  /// The place of the row, from 0.
  public var row: Int
  /// The place of the strategy in `ResamplingInputs.strategies`.
  public var strategy: Int
  /// The share of runs in which an avoidance reaches the row, from 0 to 1.
  ///
  /// Such as the fraction of a disease that is due to alcohol. Other strategies take no notice.
  public var rate: Double

  /// An assignment.
  public init(kind: ActivityKind, row: Int, strategy: Int, rate: Double = 1) {
    self.kind = kind
    self.row = row
    self.strategy = strategy
    self.rate = rate
  }
}

// SPDX-License-Identifier: Apache-2.0

/// One stream of money of one organisation, and how it moves.
///
/// The amount of financial year `t` is
///
///     amount(t) = baseline x factor x mean over its months of response x PRICE(t) + STEPS(t)
///
/// where the response of a month is the sum over ``parts`` of share x what that part does, and 1
/// in an unchanged year; PRICE is the product of the yearly growth of all ``prices`` to `t`.
public struct CostLine: Hashable, Sendable {
  /// The id of the line, unique in the model.
  public var id: String
  /// The member whose money it is.
  public var organisation: String
  /// Which way the money goes.
  public var flow: MoneyFlow
  /// £ million of the base year, in its prices, zero or more.
  public var baseline: Double
  /// Ids of series that multiply the amount; none for an amount whose price never changes.
  public var prices: [String] = []
  /// The driver of parts that name none, and of what no part names; nil if nothing moves it.
  public var driver: String?
  /// How the line moves with its drivers; what is left of 1 stays as it is.
  public var parts: [CostPart] = []
  /// Amounts that start in a year and are of no part.
  public var steps: [CostStep] = []

  /// Describes a line that stays as it is; set the rest afterwards.
  public init(id: String, organisation: String, flow: MoneyFlow, baseline: Double) {
    self.id = id
    self.organisation = organisation
    self.flow = flow
    self.baseline = baseline
  }
}

/// A share of a line's baseline that behaves in one way.
///
/// A bed, a ward and a site are three parts of one line: each with its share of the cost, the size
/// of its step and the months before it closes.
public struct CostPart: Hashable, Sendable {
  /// What a share of cost does when its driver moves.
  public enum Behaviour: Hashable, Sendable {
    /// It follows at once and in proportion.
    case variable
    /// It moves in whole steps of `step` units of the driver: up in the month that needs one more,
    /// down when it has not been needed for `delay` whole months.
    case semiFixed(step: Double, delay: Int)
    /// It stays.
    case fixed
  }

  /// The share of the baseline, from 0 to 1.
  public var share: Double
  /// What it does.
  public var behaviour: Behaviour
  /// What it follows, or, for what is fixed, what it would follow if it could; nil for the
  /// driver of the line.
  public var driver: String?

  /// Describes a part.
  public init(share: Double, behaviour: Behaviour, driver: String? = nil) {
    self.share = share
    self.behaviour = behaviour
    self.driver = driver
  }
}

/// Money that starts in a year, in that year's prices.
public struct CostStep: Hashable, Sendable {
  /// The first financial year.
  public var year: Int
  /// £ million a year; below zero for less.
  public var amount: Double
  /// Whether it stays in later years; what does not recur drops out the next year.
  public var recurrent: Bool

  /// Describes a step.
  public init(year: Int, amount: Double, recurrent: Bool) {
    self.year = year
    self.amount = amount
    self.recurrent = recurrent
  }
}

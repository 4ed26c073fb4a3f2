// SPDX-License-Identifier: Apache-2.0

/// A record of the inputs, by its kind and id.
public enum CostingRecord: Hashable, Sendable {
  /// A member of the system.
  case organisation(String)
  /// A driver of cost.
  case driver(String)
  /// A series of inflation.
  case price(String)
  /// A line of money.
  case line(String)
  /// A scheme.
  case scheme(String)
  /// A pool of cost.
  case pool(String)
  /// A use of savings.
  case use(String)
  /// A mitigator of demand that delivers a scheme.
  case mitigator(String)
  /// An item of a stack.
  case item(String)
  /// The years of the model.
  case horizon
  /// What a run draws.
  case draw
  /// A stack as a whole.
  case stack
}

/// Where in the inputs a mistake is.
public struct CostingPlace: Hashable, Sendable {
  /// The record with the mistake.
  public let record: CostingRecord
  /// The field of that record.
  public let field: Field
  /// The position within a field that has several values, counted from zero.
  public let index: Int?

  /// Points at a field of a record.
  public init(_ record: CostingRecord, _ field: Field, index: Int? = nil) {
    self.record = record
    self.field = field
    self.index = index
  }

  /// A field of a record.
  public enum Field: String, Hashable, Sendable {
    /// The id.
    case id
    /// The organisation it belongs to.
    case organisation
    /// The member at the other end.
    case counterparty
    /// The amount of the base year.
    case baseline
    /// What it follows.
    case driver
    /// The amount that baselines pay for.
    case reference
    /// Series of inflation.
    case prices
    /// The weight of a component of inflation.
    case weight
    /// Rates of inflation.
    case growth
    /// A share of the baseline.
    case share
    /// The size of a step.
    case step
    /// Months before a step closes.
    case delay
    /// Amounts that start in a year.
    case steps
    /// The saving of a full year.
    case fullYearEffect = "full-year effect"
    /// The start of a saving.
    case start
    /// Shares delivered by year.
    case ramp
    /// The confidence in a scheme.
    case confidence
    /// The pool that a scheme draws on.
    case pool
    /// The member that a transfer goes to.
    case effect
    /// Revenue that a scheme needs.
    case investments
    /// Capital that a scheme needs.
    case capital
    /// The size of a pool.
    case size
    /// How claims on a pool combine.
    case rule
    /// The scheme that it is about.
    case scheme
    /// An amount of money.
    case amount
    /// Where an amount comes from.
    case source
    /// Series of drivers when nobody does anything.
    case doNothing = "do-nothing series"
    /// Series of drivers with the plan.
    case withPlan = "with-plan series"
    /// Random numbers of schemes.
    case uniforms
    /// Factors on full-year effects.
    case effects
    /// Factors on baselines.
    case baselines
    /// Years.
    case years
  }
}

/// What a number has to be.
public enum NumberRule: Hashable, Sendable {
  /// A finite number.
  case finite
  /// A finite number of zero or more.
  case zeroOrMore
  /// A finite number above zero.
  case aboveZero
  /// A number from 0 to 1.
  case share
  /// A number from 0 to below 1.
  case uniform
  /// A finite rate above -100%.
  case rate
  /// A whole number in this range.
  case whole(ClosedRange<Int>)

  /// Whether a number is what it has to be.
  func admits(_ number: Double) -> Bool {
    switch self {
    case .finite: number.isFinite
    case .zeroOrMore: number.isFinite && number >= 0
    case .aboveZero: number.isFinite && number > 0
    case .share: number >= 0 && number <= 1
    case .uniform: number >= 0 && number < 1
    case .rate: number.isFinite && number > -100
    case .whole(let range):
      number.isFinite && number.rounded() == number
        && number >= Double(range.lowerBound) && number <= Double(range.upperBound)
    }
  }
}

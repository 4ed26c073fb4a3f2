// SPDX-License-Identifier: Apache-2.0

/// Something the plan does to narrow the gap.
///
/// The saving of financial year `t`, before confidence and overlaps, is
///
///     saving(t) = fullYearEffect x effect x PRICE(t) x ramp(t) x months(t) / 12
///
/// with the months left from the start in the first year and 12 after it, the NHS convention for
/// cost improvement programmes. What does not recur is saved in the first year only.
public struct CostingScheme: Hashable, Sendable {
  /// What a saving does to the system.
  public enum Effect: Hashable, Sendable {
    /// Cost leaves the system.
    case cashReleasing
    /// The scheme's organisation pays this member less, whose cost stays: nothing to the system.
    case transfer(to: String)
  }

  /// The id of the scheme, unique in the model.
  public var id: String
  /// The member whose cost falls, and who pays for what it needs.
  public var organisation: String
  /// £ million a year at full delivery, zero or more; zero for a scheme that saves through demand
  /// alone and is here for what it costs.
  public var fullYearEffect: Double
  /// The month of the first saving.
  public var start: StartOfSaving
  /// Shares delivered in the first financial year, the second and so on; the last one stays.
  public var ramp: [Double] = [1]
  /// Whether the saving comes again every year.
  public var recurrent = true
  /// Ids of series that the saving grows with from the base year; none for an amount in cash.
  public var prices: [String] = []
  /// The chance that it delivers, or the share expected, from 0 to 1; spending is never weighed.
  public var confidence: Double = 1
  /// The pool it draws on; nil when nothing else could save the same pound.
  public var pool: String?
  /// Whether the saving leaves the system.
  public var effect: Effect = .cashReleasing
  /// Revenue that it needs, zero or more, outside the system.
  public var investments: [CostStep] = []
  /// Capital that it needs.
  public var capital: [CapitalSpend] = []

  /// Describes a certain, recurrent, cash-releasing scheme; set the rest afterwards.
  public init(id: String, organisation: String, fullYearEffect: Double, start: StartOfSaving) {
    self.id = id
    self.organisation = organisation
    self.fullYearEffect = fullYearEffect
    self.start = start
  }
}

/// The month in which a saving starts, on its first day.
public struct StartOfSaving: Hashable, Sendable {
  /// The financial year, by the calendar year it starts in.
  public var year: Int
  /// The month of that financial year: 1 for April, 12 for March.
  public var month: Int

  /// Names a month of a financial year.
  public init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }
}

/// Capital and what it costs in revenue.
///
/// Depreciation is a straight line over the life from the year of use. The charge (in the NHS the
/// public dividend capital dividend) is a percentage of the mean of the year's opening and closing
/// book value from that year on. Both are the plan's; this engine has no rate of its own.
public struct CapitalSpend: Hashable, Sendable {
  /// £ million, zero or more.
  public var amount: Double
  /// The financial year in which it is spent.
  public var year: Int
  /// The first financial year of use, not before it is spent.
  public var inUse: Int
  /// Years of use, one or more.
  public var life: Int
  /// Per cent a year of the mean book value; zero for none.
  public var charge: Double

  /// Describes capital.
  public init(amount: Double, year: Int, inUse: Int, life: Int, charge: Double) {
    self.amount = amount
    self.year = year
    self.inUse = inUse
    self.life = life
    self.charge = charge
  }
}

/// That a mitigator of demand is how a scheme saves.
///
/// Its saving is then in the activity that drivers carry, and a full-year effect beside it would
/// count it twice: see ``CostingError/savedTwice(scheme:mitigator:)``.
public struct DemandDelivery: Hashable, Sendable {
  /// The id of the mitigator in the demand model.
  public var mitigator: String
  /// The id of the scheme.
  public var scheme: String

  /// Joins a mitigator and its scheme.
  public init(mitigator: String, scheme: String) {
    self.mitigator = mitigator
    self.scheme = scheme
  }
}

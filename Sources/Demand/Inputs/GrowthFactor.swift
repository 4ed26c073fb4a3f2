// SPDX-License-Identifier: Apache-2.0

/// A change of need or of activity that no plan of the system brings about.
///
/// The amount of a factor is a change as a share: 0.02 is 2% more. `perYear` compounds from year to
/// year, `once` applies as a whole. For health status the amount is years of age, see
/// ``Kind/healthStatus``.
public struct GrowthFactor: Sendable, Hashable {
  /// What kind of change it is; the raw values are those of plan tables.
  public enum Kind: String, CaseIterable, Sendable, Hashable {
    /// Growth beyond what people and their ages explain: new treatments, expectations, referrals.
    case nonDemographic = "non-demographic"
    /// People of an age are as ill as younger people were: the rate of activity at an age becomes the
    /// rate at that age less the amount, by linear interpolation of the service's own rates by single
    /// year of age, over the rate at the age itself.
    ///
    /// The amount is years of age gained (each year, or in all), or the share of
    /// ``GrowthFactor/lifeExpectancyGain`` that is spent in good health. It applies at ages 55 to 90
    /// (the last age of the population stands for all above it) unless its scope says otherwise.
    case healthStatus = "health-status"
    /// Activity that clears a waiting list, or that a list defers.
    case waitingList = "waiting-list"
    /// Activity that comes back from elsewhere: 0 or more.
    case repatriation
    /// Activity that goes elsewhere, out of the system: 0 or less. Within it, use a move.
    case expatriation
    /// Levelling of use between groups of people, up or down.
    case inequalities
    /// A correction of the baseline itself. Unless it says otherwise it applies from the base year.
    case baseline
    /// Anything else.
    case other
  }

  /// How an amount works over time.
  public enum Timing: String, CaseIterable, Sendable, Hashable {
    /// It compounds: once more in each year from `from` to `to`, and what has grown stays.
    case perYear = "year"
    /// It applies as a whole in each year from `from` to `to`, in the shares of `ramp`, and ends.
    case once
  }

  /// Its name in tables and in the shares of a change.
  public var id: String
  /// What kind of change it is.
  public var kind: Kind
  /// The activity that it is about.
  public var scope: ActivityScope
  /// How much: a share, or years of age for health status.
  public var amount: Parameter
  /// How it works over time.
  public var timing: Timing
  /// The first year; nil means the one after the base year, or the base year for a baseline.
  ///
  /// Growth per year begins after the base year, whose own growth is in its activity already.
  public var from: Int?
  /// The last year; nil means no end.
  public var to: Int?
  /// For `once`: shares of the amount by year from `from`.
  ///
  /// The last goes on; empty means whole at once.
  public var ramp: [Double]
  /// For health status: years of life expectancy gained since the base year, by year from it.
  ///
  /// The amount is then the share of them that counts, and `timing`, `from` and `to` are not asked.
  public var lifeExpectancyGain: [Double]?

  /// Describes a factor.
  public init(
    id: String, kind: Kind = .nonDemographic, scope: ActivityScope = ActivityScope(),
    amount: Parameter, timing: Timing = .perYear, from: Int? = nil, to: Int? = nil,
    ramp: [Double] = [], lifeExpectancyGain: [Double]? = nil
  ) {
    self.id = id
    self.kind = kind
    self.scope = scope
    self.amount = amount
    self.timing = timing
    self.from = from
    self.to = to
    self.ramp = ramp
    self.lifeExpectancyGain = lifeExpectancyGain
  }

  /// The range that a drawn amount is held to, and a stated one must be in.
  ///
  /// A year can halve or double at most; a single change can take all away or bring five times as
  /// much. Health status: 5 years of age a year, 15 in all, or from −1 to 2 times the gain.
  public var range: ClosedRange<Double> {
    switch (kind, timing) {
    case (.healthStatus, _) where lifeExpectancyGain != nil: -1...2
    case (.healthStatus, .perYear): -5...5
    case (.healthStatus, .once): -HealthStatus.limit...HealthStatus.limit
    case (.repatriation, .perYear): 0...1
    case (.repatriation, .once): 0...4
    case (.expatriation, .perYear): -0.5...0
    case (.expatriation, .once): -1...0
    case (_, .perYear): -0.5...1
    case (_, .once): -1...4
    }
  }
}

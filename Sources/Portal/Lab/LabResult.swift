// SPDX-License-Identifier: Apache-2.0

public import Pictures

/// Something that the lab works out, and how it is printed.
public struct LabMeasure: Sendable, Hashable {
  /// The permanent name, such as "gap.system".
  public var id: String
  /// What it is, for a reader: "Gap of the system".
  public var label: String
  /// The unit in words: "£ million, cash" or "beds".
  public var unit: String
  /// How numbers are printed.
  public var numbers: NumberStyle
  /// Whether less of it is better.
  public var isBetterLow: Bool

  /// How numbers are printed in drawings, which name the unit once: "£391m", "2,828".
  var short: NumberStyle {
    NumberStyle(
      prefix: numbers.prefix, suffix: numbers.prefix == "£" ? "m" : "", decimals: numbers.decimals)
  }

  /// A measure.
  public init(
    id: String, label: String, unit: String, numbers: NumberStyle, isBetterLow: Bool = true
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.numbers = numbers
    self.isBetterLow = isBetterLow
  }
}

/// Everything that a page of the lab shows of one state, as values.
public struct LabResult: Sendable {
  /// Percentiles of the runs.
  public typealias Spread = FanChart.Spread

  /// One measure year by year.
  public struct Fan: Sendable {
    /// What is measured.
    public var measure: LabMeasure
    /// By year, when nothing is done.
    public var doNothing: [Spread]
    /// By year, with the plan.
    public var withPlan: [Spread]
    /// By year, with the plan before anything was changed; nil when nothing is changed.
    public var before: [Spread]?
    /// What was promised for the last year, when something was.
    public var promise: FanChart.Promise?

    /// A measure year by year.
    public init(
      measure: LabMeasure, doNothing: [Spread], withPlan: [Spread], before: [Spread]? = nil,
      promise: FanChart.Promise? = nil
    ) {
      self.measure = measure
      self.doNothing = doNothing
      self.withPlan = withPlan
      self.before = before
      self.promise = promise
    }
  }

  /// A part of a change, on average over the runs.
  public struct Share: Sendable {
    /// What the part comes from.
    public var label: String
    /// How much, in the unit of the headline's measure.
    public var amount: Double

    /// A part of a change.
    public init(_ label: String, _ amount: Double) {
      self.label = label
      self.amount = amount
    }
  }

  /// A change from one average to another; the shares add up to it.
  public struct Account: Sendable {
    /// The average before.
    public var from: Double
    /// What the average before is: "Gap in 2016-17".
    public var fromLabel: String
    /// The parts.
    public var shares: [Share]
    /// The average after.
    public var to: Double
    /// What the average after is.
    public var toLabel: String

    /// A change with its parts.
    public init(from: Double, fromLabel: String, shares: [Share], to: Double, toLabel: String) {
      self.from = from
      self.fromLabel = fromLabel
      self.shares = shares
      self.to = to
      self.toLabel = toLabel
    }
  }

  /// A promise and how likely it is kept.
  public struct Promise: Sendable {
    /// What was promised, for a reader, with its year and unit.
    public var label: String
    /// The share of the runs in which it is kept.
    public var chance: Double
    /// The 95% interval of the chance, which narrows with more runs.
    public var interval: ClosedRange<Double>
    /// The share before anything was changed; nil when nothing is changed.
    public var before: Double?

    /// A promise.
    public init(
      label: String, chance: Double, interval: ClosedRange<Double>, before: Double? = nil
    ) {
      self.label = label
      self.chance = chance
      self.interval = interval
      self.before = before
    }
  }

  /// How the result moves with one assumption.
  public struct Swing: Sendable {
    /// The id of the assumption.
    public var input: String
    /// The result at the low end of its range.
    public var atLow: Double
    /// The result at the high end of its range.
    public var atHigh: Double

    /// The two results of an assumption.
    public init(input: String, atLow: Double, atHigh: Double) {
      self.input = input
      self.atLow = atLow
      self.atHigh = atHigh
    }
  }

  /// What it would be worth to know one assumption exactly, before deciding.
  public struct Knowing: Sendable {
    /// The id of the assumption.
    public var input: String
    /// The expected value of knowing it (EVPPI), £ million.
    public var worth: Double

    /// What knowing an assumption is worth.
    public init(input: String, worth: Double) {
      self.input = input
      self.worth = worth
    }
  }

  /// What would be gained by knowing more, for a decision that is named.
  public struct Information: Sendable {
    /// The decision in words: "whether to go ahead with the plan".
    public var decision: String
    /// The value of knowing everything (EVPI), £ million.
    public var all: Double
    /// The value of knowing each assumption, the most first.
    public var each: [Knowing]

    /// What would be gained.
    public init(decision: String, all: Double, each: [Knowing]) {
      self.decision = decision
      self.all = all
      self.each = each
    }
  }

  /// The years as they are printed, the base year first.
  public var years: [String]
  /// The measures, the headline first.
  public var fans: [Fan]
  /// The headline's measure in the last year, a value for each run, with the plan.
  public var runValues: [Double]
  /// From the first year to the last with the plan, on average.
  public var makeup: Account?
  /// From the plan as it stands to what was set, on average; nil when nothing is changed.
  public var change: Account?
  /// The promises.
  public var promises: [Promise]
  /// The headline with every assumption in its middle.
  public var centre: Double
  /// The assumptions that move the headline.
  public var swings: [Swing]
  /// The share of the headline's variance that the assumption that matters most accounts for.
  public var variance: (input: String, share: Double)?
  /// What knowing more would be worth; nil where no decision turns on it.
  public var information: Information?
  /// Warnings of claims outside their evidence, and others.
  public var warnings: [String]
  /// How many runs.
  public var runs: Int
  /// The seed.
  public var seed: UInt64

  /// A result; parts that a plan has not are empty.
  public init(
    years: [String], fans: [Fan], runValues: [Double], makeup: Account? = nil,
    change: Account? = nil, promises: [Promise] = [], centre: Double = .nan, swings: [Swing] = [],
    variance: (input: String, share: Double)? = nil, information: Information? = nil,
    warnings: [String] = [], runs: Int, seed: UInt64
  ) {
    self.years = years
    self.fans = fans
    self.runValues = runValues
    self.makeup = makeup
    self.change = change
    self.promises = promises
    self.centre = centre
    self.swings = swings
    self.variance = variance
    self.information = information
    self.warnings = warnings
    self.runs = runs
    self.seed = seed
  }
}

/// Several states with the same luck, side by side.
public struct LabComparison: Sendable {
  /// One state.
  public struct Side: Sendable {
    /// The measures in the last year.
    public var measures: [(measure: LabMeasure, spread: FanChart.Spread)]
    /// The share of the runs in which each promise is kept, in the order of the promises.
    public var promises: [Double]
    /// The headline less that of the first state, run by run; zeros for the first.
    public var difference: FanChart.Spread
    /// The share of the runs in which the headline is better than that of the first.
    public var betterThanFirst: Double
    /// The share of the runs in which the headline is the best of all.
    public var best: Double

    /// A state's side.
    public init(
      measures: [(measure: LabMeasure, spread: FanChart.Spread)], promises: [Double],
      difference: FanChart.Spread, betterThanFirst: Double, best: Double
    ) {
      self.measures = measures
      self.promises = promises
      self.difference = difference
      self.betterThanFirst = betterThanFirst
      self.best = best
    }
  }

  /// The last year as it is printed.
  public var year: String
  /// What the promises are.
  public var promises: [String]
  /// In the order that was asked for; the first is what the others are compared with.
  public var sides: [Side]
  /// What knowing more would be worth before choosing between them.
  public var information: LabResult.Information?
  /// How many runs each had.
  public var runs: Int
  /// The seed that all had.
  public var seed: UInt64

  /// A comparison.
  public init(
    year: String, promises: [String], sides: [Side], information: LabResult.Information?,
    runs: Int, seed: UInt64
  ) {
    self.year = year
    self.promises = promises
    self.sides = sides
    self.information = information
    self.runs = runs
    self.seed = seed
  }
}

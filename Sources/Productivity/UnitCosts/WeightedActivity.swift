// SPDX-License-Identifier: Apache-2.0

/// Activity of one kind at one organisation, with what it cost and what it costs on average.
public struct CaseMixLine: Sendable, Equatable {
  /// The organisation.
  public var organisation: String
  /// The currency of the activity, such as a healthcare resource group.
  public var currency: String
  /// How many.
  public var activity: Double
  /// The national average cost of one, in pounds; nil when none was collected.
  public var nationalUnitCost: Double?
  /// What the organisation spent on them, in pounds.
  public var actualCost: Double
  /// Why the line is to be left out, such as a service that is contracted out; nil when it is not.
  public var exclusion: String?

  /// A line of activity.
  public init(
    organisation: String, currency: String, activity: Double, nationalUnitCost: Double?,
    actualCost: Double, exclusion: String? = nil
  ) {
    self.organisation = organisation
    self.currency = currency
    self.activity = activity
    self.nationalUnitCost = nationalUnitCost
    self.actualCost = actualCost
    self.exclusion = exclusion
  }
}

/// How cost per weighted activity unit is worked out.
///
/// Source: Model Hospital, article 1824067 (constants, 2014/15 to 2018/19).
public struct WeightedActivityMethod: Sendable, Equatable {
  /// Pounds of expected cost to one weighted activity unit.
  public var constant: Double
  /// The market forces factor of an organisation; 1 where none is given.
  public var marketForcesFactors: [String: Double]
  /// The national market forces factor.
  public var nationalFactor: Double

  /// A method with a constant and, for regional prices, the factors of the organisations.
  public init(
    constant: Double, marketForcesFactors: [String: Double] = [:], nationalFactor: Double = 1
  ) {
    self.constant = constant
    self.marketForcesFactors = marketForcesFactors
    self.nationalFactor = nationalFactor
  }

  /// The national constant of the financial year that starts in a year.
  public static func constant(ofYearFrom year: Int) -> Double? { constants[year] }

  /// The years that have a national constant.
  public static var years: [Int] { constants.keys.sorted() }

  /// Activity that the national definition leaves out by its code: no valid group.
  public static let excludedCurrencies: Set<String> = ["UZ01Z"]

  private static let constants: [Int: Double] = [
    2014: 3517.45, 2015: 3512.58, 2016: 3514.55, 2017: 3516.01, 2018: 3513.60,
  ]
}

/// What an organisation's own mix of cases costs there and on average.
public struct WeightedActivity: Sendable, Equatable {
  /// The organisation.
  public let organisation: String
  /// How many lines count.
  public let lines: Int
  /// Own activity at national average costs, in pounds.
  public let expectedCost: Double
  /// What was spent, in pounds.
  public let actualCost: Double
  /// What was spent, divided by (own market forces factor / national factor).
  public let adjustedCost: Double
  /// Expected cost / constant.
  public let units: Double
  /// Adjusted cost / units, in pounds; equals constant × index / 100.
  public let costPerUnit: Double
  /// 100 × adjusted cost / expected cost: 100 is the national average, 110 is a tenth dearer.
  public let referenceCostIndex: Double
  /// Adjusted cost above expected cost, in pounds; nought when it is below.
  public let aboveExpected: Double
}

/// The weighted activity of several organisations.
public struct WeightedActivityReport: Sendable {
  /// By organisation, in the order in which they first appear.
  public let results: [WeightedActivity]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// Works out cost per weighted activity unit and the reference cost index.
  ///
  /// - Throws: `ProductivityError`.
  public init(
    _ lines: [CaseMixLine], _ method: WeightedActivityMethod
  ) throws(ProductivityError) {
    guard method.constant > 0 else {
      throw .outOfRange(
        what: "the cost of one weighted activity unit", found: method.constant,
        expected: "pounds above 0")
    }
    let factors = Array(method.marketForcesFactors.values) + [method.nationalFactor]
    if let wrong = factors.first(where: { !($0 > 0) }) {
      throw .outOfRange(
        what: "a market forces factor", found: wrong, expected: "a number above 0, near 1")
    }
    var order: [String] = []
    var kept: [String: [CaseMixLine]] = [:]
    var excluded: [ExcludedInput] = []
    for line in lines {
      if let reason = Self.reason(against: line) {
        excluded.append(ExcludedInput("\(line.organisation), \(line.currency)", reason))
      } else {
        if kept[line.organisation] == nil { order.append(line.organisation) }
        kept[line.organisation, default: []].append(line)
      }
    }
    results = order.compactMap { name in kept[name].flatMap { Self.result(name, $0, method) } }
    self.excluded = excluded
    if results.isEmpty { throw .nothingLeft(of: "activity", excluded: excluded) }
  }

  private static func reason(against line: CaseMixLine) -> String? {
    if let reason = line.exclusion { return reason }
    if WeightedActivityMethod.excludedCurrencies.contains(line.currency) {
      return "the national definition leaves this code out"
    }
    guard let national = line.nationalUnitCost else {
      return "there is no national average cost, so its own cost of £\(Int(line.actualCost)) is "
        + "left out too"
    }
    if !(national > 0) { return "the national average cost is not above 0" }
    if !(line.activity > 0) { return "the activity is not above 0" }
    return line.actualCost < 0 ? "the actual cost is below 0" : nil
  }

  private static func result(
    _ name: String, _ lines: [CaseMixLine], _ method: WeightedActivityMethod
  ) -> WeightedActivity? {
    let expected = lines.reduce(0) { $0 + $1.activity * ($1.nationalUnitCost ?? 0) }
    guard expected > 0 else { return nil }
    let actual = lines.reduce(0) { $0 + $1.actualCost }
    let factor = (method.marketForcesFactors[name] ?? 1) / method.nationalFactor
    let adjusted = actual / factor
    let units = expected / method.constant
    return WeightedActivity(
      organisation: name, lines: lines.count, expectedCost: expected, actualCost: actual,
      adjustedCost: adjusted, units: units, costPerUnit: adjusted / units,
      referenceCostIndex: 100 * adjusted / expected, aboveExpected: max(0, adjusted - expected))
  }
}

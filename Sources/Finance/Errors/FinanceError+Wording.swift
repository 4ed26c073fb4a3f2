// SPDX-License-Identifier: Apache-2.0

extension FinanceError: CustomStringConvertible {
  /// The mistake as a sentence that says where it is; the edges may word it their own way.
  ///
  /// Longer than other functions because it has one line for each case and no default: a new case
  /// does not compile without its words.
  public var description: String {
    switch self {
    case .blankIdentifier(let place): "\(place): an id has at least one visible character"
    case .duplicateOrganisation(let id): "organisation '\(id)' is defined twice"
    case .duplicateLine(let id): "line '\(id)' is defined twice"
    case .duplicateScheme(let id): "scheme '\(id)' is defined twice"
    case .duplicatePool(let id): "cost pool '\(id)' is defined twice"
    case .unknownOrganisation(let id, let place): "\(place): there is no organisation '\(id)'"
    case .unknownLine(let id, let place): "\(place): there is no line '\(id)'"
    case .unknownPool(let id, let place): "\(place): there is no cost pool '\(id)'"
    case .yearNotFourDigits(let year): "\(year.start) is not a year of four digits"
    case .horizonEndsBeforeBase(let base, let last):
      "the last year \(last) comes before the base year \(base)"
    case .horizonTooLong(let base, let last, let limit):
      "\(base) to \(last) is more than \(limit) years"
    case .yearOutsideHorizon(let year, let place): "\(place): \(year) is not a year it applies to"
    case .missingRate(let year, let place): "\(place): there is no rate for \(year)"
    case .missingIndex(let year): "the deflator has no index for \(year)"
    case .rateNotFinite(let place): "\(place): a rate is a finite number"
    case .rateNotAboveMinus100(let place): "\(place): a rate is above -100%"
    case .shareOutsideZeroToOne(let place): "\(place): a share lies from 0 to 1"
    case .amountNotFinite(let place): "\(place): an amount is a finite number"
    case .negativeAmount(let place): "\(place): the amount is below zero"
    case .indexNotPositive(let year): "the index for \(year) is not above zero"
    case .negativeWeight(let component): "the weight of \(component) is not zero or more"
    case .weightsDoNotSumTo100(let sum): "the weights sum to \(sum)%, not 100%"
    case .tradesWithItself(let id):
      "line '\(id)' has its own organisation at the other end"
    case .transfersToItself(let id): "scheme '\(id)' moves its saving to its own organisation"
    case .transferDrawsOnPool(let id, let pool):
      "scheme '\(id)' only moves money, so it can't draw on cost pool '\(pool)'"
    case .emptyRamp(let id): "scheme '\(id)' has a ramp without shares"
    case .poolNotPositive(let id): "cost pool '\(id)' has no cost to save"
    case .poolLineIsNotOutsideCost(let line, let pool):
      "cost pool '\(pool)': line '\(line)' is not a cost outside the system"
    case .lineInTwoPools(let line, let first, let second):
      "line '\(line)' is counted in cost pool '\(first)' and again in '\(second)'"
    case .schemeOutsidePool(let id, let pool):
      "cost pool '\(pool)' holds no cost of the organisation of scheme '\(id)'"
    case .claimExceedsPool(let id, let pool, let year):
      "scheme '\(id)' would save more than all of cost pool '\(pool)' in \(year)"
    }
  }
}

extension FinanceErrors: CustomStringConvertible {
  /// Every mistake on a line of its own.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

extension Place: CustomStringConvertible {
  /// The record and the field, such as `line 'drugs', baseline`.
  public var description: String { "\(record), \(field)" }
}

extension Place.Record: CustomStringConvertible {
  /// The kind of record and its id.
  public var description: String {
    switch self {
    case .organisation(let id): "organisation '\(id)'"
    case .line(let id): "line '\(id)'"
    case .scheme(let id): "scheme '\(id)'"
    case .pool(let id): "cost pool '\(id)'"
    case .solutions: "solutions"
    case .inflation: "weighted inflation"
    case .tariff: "tariff"
    case .deflator: "deflator"
    }
  }
}

extension Place.Field: CustomStringConvertible {
  /// The name of the field in words.
  public var description: String {
    switch self {
    case .growth(let driver): "\(driver.words) growth"
    case .year(let year): "amount in \(year)"
    case .component(let component): "rate of \(component)"
    case .variableShare: "variable share"
    case .additive: "additive pressures"
    case .fullYearEffect: "full-year effect"
    case .recurrentInvestment: "recurrent investment"
    case .nonRecurrentInvestment: "non-recurrent investment"
    case .claimedGap: "claimed gap"
    case .id: "id"
    case .organisation: "organisation"
    case .counterparty: "counterparty"
    case .baseline: "baseline"
    case .inflation: "inflation"
    case .efficiency: "efficiency"
    case .lines: "lines"
    case .pool: "cost pool"
    case .effect: "effect"
    case .start: "start"
    case .ramp: "ramp"
    case .confidence: "confidence"
    }
  }
}

extension Driver {
  /// The driver in words.
  var words: String {
    switch self {
    case .demographic: "demographic"
    case .nonDemographic: "non-demographic"
    case .price: "price"
    case .other: "other"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension CostingError: CustomStringConvertible {
  /// The mistake as a sentence: what was found, what was expected, what to do.
  ///
  /// Longer than other functions because it has one line for each case and no default: a new case
  /// does not compile without its words.
  public var description: String {
    switch self {
    case .blankIdentifier(let record, let index):
      "\(record.kind) \(index): an id has at least one visible character"
    case .duplicate(let record): "\(record) is defined twice"
    case .unknown(let record, let place): "\(place): there is no \(record)"
    case .horizonEndsBeforeBase(let base, let last):
      "the last year \(last) comes before the base year \(base)"
    case .horizonOutOfRange(let base, let last, let limit):
      "\(base) to \(last): a model takes years of four digits, and at most \(limit) of them"
    case .yearOutsideHorizon(let year, let place): "\(place): \(year) is not a year of the model"
    case .number(let found, let place, let rule): "\(place): \(found) is not \(rule)"
    case .wrongCount(let found, let place, let expected):
      "\(place): \(found) values where \(expected) are expected"
    case .weightsDoNotSumToOne(let price, let sum):
      "price '\(price)': the weights sum to \(sum), not to 1"
    case .sharesAboveOne(let line, let sum):
      "line '\(line)': its parts sum to \(sum) of it, more than all"
    case .amountTooLarge(let record, let year):
      "\(record): with it the amounts of \(year) pass £4 million million; are they in millions?"
    case .partWithoutDriver(let line, let part):
      "line '\(line)', part \(part): name the driver that it follows"
    case .driverIsZeroInBaseYear(let driver, let line):
      "line '\(line)' follows driver '\(driver)', which is zero in the base year: state the "
        + "amount that the baseline pays for as the driver's reference"
    case .tradesWithItself(let line): "line '\(line)' has its own organisation at the other end"
    case .transferMismatch(let mismatch): mismatch.description
    case .transfersToItself(let scheme):
      "scheme '\(scheme)' moves its saving to its own organisation"
    case .transferDrawsOnPool(let scheme, let pool):
      "scheme '\(scheme)' only moves money, so it cannot draw on pool '\(pool)'"
    case .poolLineIsNotOutsideCost(let line, let pool):
      "pool '\(pool)': line '\(line)' is not a cost outside the system"
    case .lineInTwoPools(let line, let first, let second):
      "double use of a pool: line '\(line)' is in pool '\(first)' and again in '\(second)'"
    case .claimExceedsPool(let scheme, let pool, let year, let claim, let size):
      "scheme '\(scheme)' would save £\(claim)m of pool '\(pool)' in \(year), which is £\(size)m"
    case .schemeOutsidePool(let scheme, let pool):
      "pool '\(pool)' holds no cost of the organisation of scheme '\(scheme)'"
    case .savedTwice(let scheme, let mitigator):
      "double use of a pool: the saving of scheme '\(scheme)' comes through the demand mitigator "
        + "'\(mitigator)' and again as its full-year effect: keep one of the two"
    case .savingUsedTwice(let use): use.description
    case .amountWithoutSource(let item):
      "item '\(item)': an amount without a source is not known; call it unknown"
    }
  }
}

extension CostingErrors: CustomStringConvertible {
  /// Every mistake on a line of its own.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

extension CostingPlace: CustomStringConvertible {
  /// The record and the field, such as `line 'drugs', baseline`.
  public var description: String {
    "\(record), \(field.rawValue)" + (index.map { " (position \($0))" } ?? "")
  }
}

extension CostingRecord: CustomStringConvertible {
  /// The kind of record and its id.
  public var description: String {
    switch self {
    case .organisation(let id), .driver(let id), .price(let id), .line(let id), .scheme(let id),
      .pool(let id), .use(let id), .mitigator(let id), .item(let id):
      "\(kind) '\(id)'"
    case .horizon, .draw, .stack: kind
    }
  }

  /// The kind of record in words.
  var kind: String {
    switch self {
    case .organisation: "organisation"
    case .driver: "driver"
    case .price: "price"
    case .line: "line"
    case .scheme: "scheme"
    case .pool: "pool"
    case .use: "use"
    case .mitigator: "mitigator"
    case .item: "item"
    case .horizon: "the horizon"
    case .draw: "the draw"
    case .stack: "the stack"
    }
  }
}

extension NumberRule: CustomStringConvertible {
  /// What a number has to be, in words.
  public var description: String {
    switch self {
    case .finite: "a finite number"
    case .zeroOrMore: "a finite number of zero or more"
    case .aboveZero: "a finite number above zero"
    case .share: "a share from 0 to 1"
    case .uniform: "a number from 0 to below 1"
    case .rate: "a rate in per cent above -100"
    case .whole(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

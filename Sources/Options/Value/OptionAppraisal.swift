// SPDX-License-Identifier: Apache-2.0

/// The costs and benefits of one option over some years, at present value.
///
/// The economic case: prices of year 0, without inflation, value added tax or capital charges.
public struct OptionAppraisal: Equatable, Sendable {
  /// The lines, with capital as estimated.
  public let lines: [AppraisalLine]
  /// The discount rates.
  public let schedule: DiscountSchedule
  /// The uplift on capital for optimism, as a share of it; 0 for none.
  public let capitalUplift: Double
  /// The discount factor of each year from year 0.
  public let factors: [Double]

  /// Sets out an option.
  ///
  /// - Parameters:
  ///   - lines: the money, each with one amount for every year from 0; names are unique.
  ///   - years: the number of years, with year 0.
  ///   - schedule: the discount rates.
  ///   - capitalUplift: what is added to every capital line for optimism: 0.24 adds 24%.
  /// - Throws: `ValueError` when a line, the years or the uplift can't be right.
  public init(
    lines: [AppraisalLine], years: Int, schedule: DiscountSchedule, capitalUplift: Double
  ) throws(ValueError) {
    let allowed = 1...(DiscountSchedule.mostYears + 1)
    guard allowed.contains(years) else { throw .impossibleYears(years, allowed: allowed) }
    guard capitalUplift > -1 && capitalUplift.isFinite else {
      throw .impossibleUplift(capitalUplift)
    }
    var names: Set<String> = []
    for line in lines {
      guard names.insert(line.name).inserted else { throw .repeatedLine(line.name) }
      guard line.amounts.count == years else {
        throw .wrongNumberOfYears(
          line: line.name, found: line.amounts.count, expected: years)
      }
      for (year, amount) in line.amounts.enumerated() where !amount.isFinite {
        throw .amountNotFinite(line: line.name, year: year)
      }
    }
    self.lines = lines
    self.schedule = schedule
    self.capitalUplift = capitalUplift
    factors = try schedule.factors(to: years - 1)
  }

  /// The number of years, with year 0.
  public var years: Int { factors.count }

  /// The lines with capital raised for optimism.
  public var upliftedLines: [AppraisalLine] {
    lines.map { $0.kind == .capital ? $0.scaled(by: 1 + capitalUplift) : $0 }
  }

  /// The present value of a line, with the uplift when it is capital.
  public func presentValue(of line: AppraisalLine) -> Double {
    let uplift = line.kind == .capital ? 1 + capitalUplift : 1
    return zip(line.amounts, factors).reduce(0.0) { $0 + $1.0 * uplift * $1.1 }
  }

  /// The present value of all lines of a kind; negative for a cost.
  public func presentValue(_ kind: AppraisalLine.Kind) -> Double {
    lines.filter { $0.kind == kind }.reduce(0.0) { $0 + presentValue(of: $1) }
  }

  /// The present value of everything: above zero when the option is worth more than it costs.
  public var netPresentValue: Double { lines.reduce(0.0) { $0 + presentValue(of: $1) } }

  /// The net amount of each year, with the uplift, not discounted.
  public var netFlows: [Double] {
    let uplifted = upliftedLines
    return factors.indices.map { year in uplifted.reduce(0.0) { $0 + $1.amounts[year] } }
  }

  /// What the option costs a year, as an equal amount from year 1 on; negative when it gains.
  ///
  /// - Throws: `ValueError.impossibleYears` when there is only year 0.
  public func equivalentAnnualCost() throws(ValueError) -> Double {
    try schedule.equivalentAnnualCost(of: -netPresentValue, to: years - 1)
  }
}

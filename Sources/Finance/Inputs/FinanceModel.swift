// SPDX-License-Identifier: Apache-2.0

/// A system of organisations and their money, checked once so that everything after is total.
///
/// The functions on a model can't fail: ``project()``, ``attribute()`` and
/// ``switchingGrowth(toReach:in:)``. They read no clock and no file, and use only `+ - * /` on
/// `Double` in the order of the ids, so a model gives the same bits on every machine, whatever
/// the order of its inputs.
public struct FinanceModel: Hashable, Sendable {
  /// The most years a model projects; a longer horizon is a mistake rather than a plan.
  public static let longestHorizon = 100

  /// The base year and every year projected.
  public let years: ClosedRange<Year>
  /// The members of the system, in the order of their ids.
  public let organisations: [Organisation]
  /// The money of the members, in the order of the line ids.
  public let lines: [Line]

  /// Checks the inputs and keeps them in order.
  ///
  /// - Throws: every mistake found, in the order of the inputs. A bad horizon is reported alone,
  ///   because no year can be judged without it.
  public init(_ inputs: FinanceInputs) throws(FinanceErrors) {
    try inputs.checkHorizon()
    let years = inputs.baseYear...inputs.lastYear
    try inputs.checkRecords(over: years)
    self.years = years
    organisations = inputs.organisations.sorted { $0.id < $1.id }
    lines = inputs.lines.sorted { $0.id < $1.id }
  }

  /// The years after the base year, which are the years that have rates.
  var projectedYears: Range<Year> { years.projected }
}

extension ClosedRange<Year> {
  /// The years after the first.
  var projected: Range<Year> { lowerBound.advanced(by: 1)..<upperBound.advanced(by: 1) }
}

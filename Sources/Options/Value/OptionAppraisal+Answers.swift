// SPDX-License-Identifier: Apache-2.0

/// Whether later years count for less when years are added up.
public enum TimeValue: Hashable, Sendable {
  /// Every year counts in full.
  case undiscounted
  /// Each year is multiplied by its discount factor.
  case discounted
}

/// By how much some lines would have to change for an option to be worth exactly what it costs.
public struct SwitchingValue: Equatable, Sendable {
  /// The present value of the lines that change.
  public let presentValue: Double
  /// The change as a share of those lines: 0.47 means that they would be 47% larger, in their own
  /// direction, so that a cost would cost more; below -1 they would have to change sign.
  public let change: Double
}

extension OptionAppraisal {
  /// The running total of the net amounts at the end of each year.
  public func runningTotals(_ timeValue: TimeValue) -> [Double] {
    var total = 0.0
    return zip(netFlows, factors).map { flow, factor in
      total += timeValue == .discounted ? flow * factor : flow
      return total
    }
  }

  /// The first year at whose end the option has paid back all it cost; nil when it never does.
  ///
  /// An option that costs nothing at first has paid back in year 0, even if later years lose.
  public func paybackYear(_ timeValue: TimeValue) -> Int? {
    runningTotals(timeValue).firstIndex { $0 >= 0 }
  }

  /// By how much all lines of a kind would have to change for the net present value to be nil.
  ///
  /// - Returns: nil when the lines of that kind are worth nothing, so no change of them would do.
  public func switchingValue(_ kind: AppraisalLine.Kind) -> SwitchingValue? {
    switchingValue(presentValue(kind))
  }

  /// By how much one line would have to change for the net present value to be nil.
  ///
  /// - Returns: nil when there is no such line, or it is worth nothing.
  public func switchingValue(line name: String) -> SwitchingValue? {
    lines.first { $0.name == name }.flatMap { switchingValue(presentValue(of: $0)) }
  }

  private func switchingValue(_ value: Double) -> SwitchingValue? {
    guard value != 0 else { return nil }
    return SwitchingValue(presentValue: value, change: -netPresentValue / value)
  }

  /// Compares the option with doing the minimum.
  ///
  /// - Throws: `ValueError.appraisalsDiffer` when their years or discount rates do.
  public func compared(
    withDoMinimum doMinimum: OptionAppraisal
  ) throws(ValueError) -> IncrementalValue {
    guard years == doMinimum.years && schedule == doMinimum.schedule else {
      throw .appraisalsDiffer
    }
    return IncrementalValue(option: self, doMinimum: doMinimum)
  }
}

/// What an option is worth beyond doing the minimum.
public struct IncrementalValue: Equatable, Sendable {
  /// The option.
  public let option: OptionAppraisal
  /// What would be done anyway.
  public let doMinimum: OptionAppraisal

  /// The present value of a kind of money beyond the minimum's.
  public func presentValue(_ kind: AppraisalLine.Kind) -> Double {
    option.presentValue(kind) - doMinimum.presentValue(kind)
  }

  /// The net present value beyond the minimum's: the sum of those of all kinds.
  public var netPresentValue: Double { option.netPresentValue - doMinimum.netPresentValue }

  /// The net amount of each year beyond the minimum's, not discounted.
  public var netFlows: [Double] { zip(option.netFlows, doMinimum.netFlows).map { $0.0 - $0.1 } }

  /// By how much all the option's lines of a kind would have to change for it to be worth no more
  /// than the minimum.
  ///
  /// - Returns: nil when the option's lines of that kind are worth nothing.
  public func switchingValue(_ kind: AppraisalLine.Kind) -> SwitchingValue? {
    let value = option.presentValue(kind)
    guard value != 0 else { return nil }
    return SwitchingValue(presentValue: value, change: -netPresentValue / value)
  }

  /// The first year at whose end the option has gained on the minimum; nil when it never does.
  public func paybackYear(_ timeValue: TimeValue) -> Int? {
    zip(option.runningTotals(timeValue), doMinimum.runningTotals(timeValue))
      .enumerated().first { $0.element.0 >= $0.element.1 }?.offset
  }
}

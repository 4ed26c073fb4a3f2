// SPDX-License-Identifier: Apache-2.0

/// A cost or benefit of an option, year by year.
public struct AppraisalLine: Equatable, Sendable {
  /// What kind of money it is; the kinds are never added up without being shown apart.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Building and equipment.
    case capital
    /// The cost of the change itself, such as double running.
    case transitional
    /// The cost of running the service.
    case recurrent
    /// What the option gains or saves.
    case benefit
  }

  /// The name of the line, unique in an appraisal.
  public let name: String
  /// What kind of money it is.
  public let kind: Kind
  /// The amount of each year from year 0 in the prices of year 0: negative for a cost.
  public let amounts: [Double]

  /// States a line; ``OptionAppraisal`` checks it.
  public init(name: String, kind: Kind, amounts: [Double]) {
    self.name = name
    self.kind = kind
    self.amounts = amounts
  }

  /// The line with every amount multiplied by a factor.
  func scaled(by factor: Double) -> AppraisalLine {
    AppraisalLine(name: name, kind: kind, amounts: amounts.map { $0 * factor })
  }
}

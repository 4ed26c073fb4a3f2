// SPDX-License-Identifier: Apache-2.0

/// How two coders compare on one code that each comment either has or has not.
public struct BinaryAgreement: Sendable, Equatable {
  /// Comments both gave the code.
  public let both: Int
  /// Comments only the first coder gave the code.
  public let firstOnly: Int
  /// Comments only the second coder gave the code.
  public let secondOnly: Int
  /// Comments neither gave the code.
  public let neither: Int

  /// Makes a comparison from its four counts; counts below nought are taken as nought.
  public init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    self.both = max(0, both)
    self.firstOnly = max(0, firstOnly)
    self.secondOnly = max(0, secondOnly)
    self.neither = max(0, neither)
  }

  /// How many comments were compared.
  public var items: Int { both + firstOnly + secondOnly + neither }

  /// The share of comments on which they agree, from 0 to 1; nil when there are none.
  public var observedAgreement: Double? { share(of: both + neither) }

  /// How far one answer outnumbers the other where they agree, from -1 to 1 (Byrt, Bishop and
  /// Carlin, 1993).
  ///
  /// Far from 0, kappa is low however well the coders agree.
  public var prevalenceIndex: Double? { share(of: both - neither) }

  /// How much oftener the first coder uses the code, from -1 to 1 (Byrt, Bishop and Carlin, 1993).
  public var biasIndex: Double? { share(of: firstOnly - secondOnly) }

  /// Kappa as it would be without prevalence and bias (Byrt, Bishop and Carlin, 1993).
  public var adjustedKappa: Double? { observedAgreement.map { 2 * $0 - 1 } }

  /// Cohen's kappa, or the reason there is none.
  public var kappa: Result<KappaEstimate, KappaUndefined> {
    AgreementTable(counts: [[both, firstOnly], [secondOnly, neither]])?.kappa
      ?? .failure(.nothingCompared)
  }

  private func share(of count: Int) -> Double? {
    items > 0 ? Double(count) / Double(items) : nil
  }

  static func + (left: BinaryAgreement, right: BinaryAgreement) -> BinaryAgreement {
    BinaryAgreement(
      both: left.both + right.both, firstOnly: left.firstOnly + right.firstOnly,
      secondOnly: left.secondOnly + right.secondOnly, neither: left.neither + right.neither)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A system's money, checked once so that a run can fail on its draw alone.
///
/// ``run(_:)`` reads no clock and no file and uses no chance of its own, so that a draw gives the
/// same bits wherever it runs.
public struct CostingModel: Sendable {
  /// The most years a model takes, the base year included.
  public static let longestHorizon = 100

  /// What the model was made of.
  public let inputs: CostingInputs
  /// What is wrong without making the model unusable, in the order of the inputs.
  public let findings: [CostingFinding]
  /// The number of years, the base year included.
  public let yearCount: Int

  /// How each line moves, in the order of the inputs; likewise below.
  let lines: [CompiledLine]
  let schemes: [CompiledScheme]
  let pools: [CompiledPool]
  let responses: [Response]
  /// The cumulative factors of each price in each year; those of drawn series hold 1.
  let priceFactors: [[Double]]
  /// The components of each price that a draw gives, or nil for one that is the same in each run.
  let drawnPrices: [[PriceComponent]?]
  /// How many drawn series of inflation a draw has to have.
  let drawnSeriesCount: Int
  /// For each driver, the first line that needs it not to be zero in the base year.
  let needsBase: [Int?]

  /// Checks the inputs and works out what is the same in every run.
  ///
  /// - Throws: every mistake found, in the order of the inputs; a bad horizon alone, because no
  ///   year can be judged without it, and mistakes of sense only when names and numbers are sound.
  public init(_ inputs: CostingInputs) throws(CostingErrors) {
    try inputs.checkHorizon()
    try inputs.checkRecords()
    var mistakes = CostingMistakes()
    inputs.checkSense(&mistakes)
    let compiled = CompiledInputs(inputs)
    let mismatches = TransferComparison(inputs, compiled).mismatches()
    if inputs.transfers == .refuse {
      for mismatch in mismatches { mistakes.report(.transferMismatch(mismatch)) }
    }
    let demandUses = inputs.usesOfDemandSavings().map {
      CostingFinding.useOfDemandSaving(use: $0.id, scheme: $0.scheme)
    }
    schemes = compiled.schemes(inputs, &mistakes)
    try mistakes.throwIfAny()
    pools = compiled.pools(inputs)
    self.inputs = inputs
    findings = mismatches.map(CostingFinding.transferMismatch) + demandUses
    yearCount = inputs.yearCount
    lines = compiled.lines
    responses = compiled.responses
    priceFactors = compiled.priceFactors
    drawnPrices = compiled.drawnPrices
    drawnSeriesCount = compiled.drawnSeriesCount
    needsBase = compiled.needsBase
    try checkClaims()
  }
}

/// Something that a reader of the results should know.
public enum CostingFinding: Hashable, Sendable {
  /// Two members' books disagree, and the model was told to report it.
  case transferMismatch(TransferMismatch)
  /// A use of a saving that comes through demand: its amount is not known here, so the use cannot
  /// be held against it.
  case useOfDemandSaving(use: String, scheme: String)
}

extension CostingFinding: CustomStringConvertible {
  /// The finding as a sentence.
  public var description: String {
    switch self {
    case .transferMismatch(let mismatch): mismatch.description
    case .useOfDemandSaving(let use, let scheme):
      "use '\(use)': the saving of scheme '\(scheme)' comes through demand, so what it is used for "
        + "cannot be held against an amount"
    }
  }
}

extension CostingInputs {
  /// The number of years, the base year included.
  var yearCount: Int { lastYear - baseYear + 1 }

  /// Uses of schemes whose saving is in the activity and so has no amount here.
  func usesOfDemandSavings() -> [SavingsUse] {
    let delivered = Set(demandDeliveries.map(\.scheme))
    return uses.filter { delivered.contains($0.scheme) }
  }
}

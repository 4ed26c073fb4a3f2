// SPDX-License-Identifier: Apache-2.0

/// A checked table of options by criteria, ready to answer questions.
///
/// ```swift
/// let model = try AppraisalModel(inputs)
/// let result = model.appraise()
/// let claim = try model.conditionsToLead("C", measuring: .total, within: .all)
/// ```
public struct AppraisalModel: Hashable, Sendable {
  /// The inputs, all of whose cells have a score.
  public let inputs: AppraisalInputs
  /// The value of every cell, one row for each option.
  let valuations: [[Valuation]]
  /// The same values as plain numbers.
  let table: ValueTable
  /// The share of each criterion, summing to one.
  let weights: [Double]

  /// Checks inputs.
  /// - Throws: every mistake found; a cell without a score is one. ``IntervalAppraisal`` takes
  ///   inputs with missing scores.
  public init(_ inputs: AppraisalInputs) throws(AppraisalErrors) {
    var mistakes = MistakeList()
    inputs.checkStructure(&mistakes)
    let rows = inputs.valuations(&mistakes)
    for cell in inputs.missingCells() { mistakes.report(.missingScore(cell)) }
    try mistakes.throwIfAny()
    self.inputs = inputs
    valuations = rows.map { $0.compactMap(\.self) }
    table = ValueTable(rows: valuations.map { $0.map(\.value) })
    weights = inputs.weightShares()?.overall ?? []
  }

  /// The ids of the options, in the order of the inputs.
  var optionIDs: [OptionID] { inputs.options.map(\.id) }
  /// The ids of the criteria, in the order of the inputs.
  var criterionIDs: [CriterionID] { inputs.criteria.map(\.id) }
  /// The total of each option.
  var totals: [Double] { table.totals(weights) }
}

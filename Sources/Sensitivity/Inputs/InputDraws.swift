// SPDX-License-Identifier: Apache-2.0

/// The values of one input in each run.
public struct InputDraws: Hashable, Sendable {
  /// The name of the input.
  public let id: String
  /// Its value in each run.
  public let values: [Double]

  /// The values of an input; what they may be is checked by `DrawnInputs`.
  public init(id: String, values: [Double]) {
    self.id = id
    self.values = values
  }
}

/// The values of all inputs in each run, made ready for asking which of them matter.
///
/// Made once for an ensemble and asked for many measures: ranks and smooth functions of each input
/// are worked out here.
public struct DrawnInputs: Sendable {
  /// The number of runs.
  public let runs: Int
  /// The names of the inputs.
  public let ids: [String]

  let columns: [[Double]]
  let bases: [SplineBasis]
  /// Nil for an input that never varies.
  let ranks: [[Double]?]

  /// The draws of inputs, all of the same runs.
  /// - Throws: `SensitivityError` for two inputs of one name, for other numbers of runs than the
  ///   first has, for no runs, and for values that are no numbers.
  public init(_ inputs: [InputDraws]) throws(SensitivityError) {
    var names: Set<String> = []
    for input in inputs {
      guard names.insert(input.id).inserted else { throw .inputTwice(input.id) }
      try RunValues.check(input.values, "“\(input.id)”", runs: inputs[0].values.count)
    }
    runs = inputs.first?.values.count ?? 0
    ids = inputs.map(\.id)
    columns = inputs.map(\.values)
    bases = columns.map(SplineBasis.init)
    ranks = zip(columns, bases).map { StandardisedRanks.of($0, in: $1.order) }
  }

  /// Checks that a measure has as many runs as the inputs, if there are any.
  func check(_ measure: [Double], _ name: String) throws(SensitivityError) {
    try RunValues.check(measure, name, runs: ids.isEmpty ? nil : runs)
  }
}

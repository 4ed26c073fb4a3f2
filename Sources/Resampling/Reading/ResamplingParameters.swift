// SPDX-License-Identifier: Apache-2.0

public import Sampling

/// What a file of parameters says.
public struct ResamplingParameters: Sendable {
  /// The year of the rows.
  public var baseYear = 0
  /// The year to model.
  public var lastYear = 0
  /// What chance depends on.
  public var seed: UInt64 = 1
  /// Days in bed beyond the nights of a stay.
  public var daysBeyondStay = 1
  /// The column that says what a row grows with.
  public var growsWithColumn = "grows_with"
  /// The variants of the population with their probabilities.
  public var variants: [(id: String, probability: Double)] = []
  /// The column and the shares of the adjustment for health, if it is wanted.
  public var health: (column: String, shares: [Sex: ParameterValue])?
  /// Factors.
  public var factors: [RowFactor] = []
  /// Strategies.
  public var strategies: [RowStrategy] = []
  /// Uncertain numbers.
  public var inputs: [UncertainInput] = []
  /// How they go together.
  public var correlations: [RankCorrelation] = []

  /// Reads parameters.
  /// - Parameters:
  ///   - tree: what the file holds.
  ///   - file: its name, for messages.
  /// - Throws: `ResamplingError` with everything that is wrong.
  public init(_ tree: ParameterTree, file: String) throws(ResamplingError) {
    var reader = ParameterReader(file: file)
    self = reader.parameters(tree)
    guard reader.problems.isEmpty else { throw ResamplingError(reader.problems) }
  }

  init() {}

  /// The columns that scopes name.
  public var columns: Set<String> {
    var names: Set<String> = [growsWithColumn]
    for factor in factors { names.formUnion(factor.scope.texts.keys) }
    for strategy in strategies { names.formUnion((strategy.scope?.texts ?? [:]).keys) }
    if let health { names.insert(health.column) }
    return names
  }
}

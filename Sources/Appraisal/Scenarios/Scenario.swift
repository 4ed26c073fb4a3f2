// SPDX-License-Identifier: Apache-2.0

/// Another set of scores that may turn out to be right, such as a demand year or a travel matrix.
public struct Scenario: Hashable, Sendable {
  /// The id results refer to.
  public let id: ScenarioID
  /// The name a reader sees.
  public let label: String
  /// How likely it is, from 0 to 1; the probabilities of all scenarios sum to one.
  public let probability: Double
  /// The cells whose scores differ; all others are as in the inputs.
  public let scores: [ScoreEntry]

  /// Creates a scenario.
  public init(id: ScenarioID, label: String, probability: Double, scores: [ScoreEntry]) {
    self.id = id
    self.label = label
    self.probability = probability
    self.scores = scores
  }
}

/// The values of all options in one scenario.
struct ScenarioTable {
  let scenario: ScenarioID
  let probability: Double
  let table: ValueTable
}

extension AppraisalModel {
  /// The tables of all scenarios, checked.
  func tables(of scenarios: [Scenario]) throws(AppraisalErrors) -> [ScenarioTable] {
    var mistakes = MistakeList()
    mistakes.report(.noScenarios, unless: !scenarios.isEmpty)
    mistakes.requireIdentifiers(scenarios.map(\.id), of: "scenario") { .duplicateScenario($0) }
    for scenario in scenarios {
      let isShare = scenario.probability >= 0 && scenario.probability <= 1
      mistakes.report(.probabilityOutsideZeroToOne(scenario.id), unless: isShare)
    }
    try mistakes.throwIfAny()
    let sum = scenarios.reduce(0) { $0 + $1.probability }
    mistakes.report(
      .probabilitiesDoNotSumToOne(sum: sum), unless: (sum - 1).magnitude <= tieTolerance)
    let tables = scenarios.map { scenario in
      ScenarioTable(
        scenario: scenario.id, probability: scenario.probability,
        table: table(of: scenario, &mistakes))
    }
    try mistakes.throwIfAny()
    return tables
  }

  private func table(of scenario: Scenario, _ mistakes: inout MistakeList) -> ValueTable {
    var changed = inputs
    changed.scores = scenario.scores
    var found = MistakeList()
    let overrides = changed.valuations(&found)
    for error in found.errors { mistakes.report(.inScenario(scenario.id, error)) }
    let rows = zip(table.rows, overrides).map { base, row in
      zip(base, row).map { $1?.value ?? $0 }
    }
    return ValueTable(rows: rows)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// How options fare over a set of scenarios.
public struct ScenarioComparison: Hashable, Sendable {
  /// Each scenario, in the order given.
  public let scenarios: [ScenarioOutcome]
  /// Each option over all scenarios, in the order of the inputs.
  public let options: [OptionOverScenarios]

  /// The options whose largest regret is smallest (the minimax regret choice).
  public var minimaxRegretChoice: [OptionID] { best { -$0.largestRegret } }

  /// The options with the highest expected total, which are also those with the lowest expected
  /// regret.
  public var expectedValueChoice: [OptionID] { best { $0.expectedTotal } }

  private func best(_ worth: (OptionOverScenarios) -> Double) -> [OptionID] {
    leaders(of: options.map(worth)).map { options[$0].option }
  }
}

/// One scenario.
public struct ScenarioOutcome: Hashable, Sendable {
  /// The scenario.
  public let scenario: ScenarioID
  /// How likely it is.
  public let probability: Double
  /// Who leads.
  public let leaders: [OptionID]
  /// Each option, in the order of the inputs.
  public let options: [RegretCell]
}

/// One option in one scenario.
public struct RegretCell: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// Its total in the scenario.
  public let total: Double
  /// Its rank in the scenario.
  public let rank: Int
  /// The best total of the scenario less its own: what is lost by having chosen it.
  public let regret: Double
}

/// One option over all scenarios.
public struct OptionOverScenarios: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The totals of the scenarios weighted by their probabilities.
  public let expectedTotal: Double
  /// The regrets of the scenarios weighted by their probabilities.
  public let expectedRegret: Double
  /// The largest regret in any scenario, however unlikely; probabilities play no part.
  public let largestRegret: Double
  /// The scenarios with that regret.
  public let largestRegretIn: [ScenarioID]
  /// The scenarios in which it leads, alone or jointly.
  public let leadsIn: [ScenarioID]
}

extension AppraisalModel {
  /// Compares options over scenarios: totals, regrets, leaders, and the cautious and the average
  /// choice.
  ///
  ///     regret(option, scenario) = best total(scenario) - total(option, scenario)
  ///
  /// The minimax regret choice can change when an option that nobody wants is added or removed;
  /// the regret table shows why. Reference: L. J. Savage, "The theory of statistical decision",
  /// Journal of the American Statistical Association 46 (1951).
  /// - Throws: scenarios with mistakes; see ``AppraisalError/noScenarios`` and those after it.
  /// - Complexity: O(scenarios x options x (options + criteria)).
  public func compare(over scenarios: [Scenario]) throws(AppraisalErrors) -> ScenarioComparison {
    let outcomes = try tables(of: scenarios).map { outcome(of: $0) }
    let options = optionIDs.indices.map { overScenarios($0, outcomes) }
    return ScenarioComparison(scenarios: outcomes, options: options)
  }

  private func outcome(of scenario: ScenarioTable) -> ScenarioOutcome {
    let totals = scenario.table.totals(weights)
    let (best, ranks) = (totals.max() ?? 0, ranks(of: totals))
    return ScenarioOutcome(
      scenario: scenario.scenario, probability: scenario.probability,
      leaders: leaders(of: totals).map { optionIDs[$0] },
      options: optionIDs.indices.map {
        RegretCell(
          option: optionIDs[$0], total: totals[$0], rank: ranks[$0], regret: best - totals[$0])
      })
  }

  private func overScenarios(
    _ row: Int, _ outcomes: [ScenarioOutcome]
  ) -> OptionOverScenarios {
    let largest = outcomes.map { $0.options[row].regret }.max() ?? 0
    let atLargest = outcomes.filter { $0.options[row].regret >= largest - tieTolerance }
    return OptionOverScenarios(
      option: optionIDs[row],
      expectedTotal: outcomes.reduce(0) { $0 + $1.probability * $1.options[row].total },
      expectedRegret: outcomes.reduce(0) { $0 + $1.probability * $1.options[row].regret },
      largestRegret: largest, largestRegretIn: atLargest.map(\.scenario),
      leadsIn: outcomes.filter { $0.options[row].rank == 1 }.map(\.scenario))
  }
}

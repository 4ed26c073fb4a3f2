// SPDX-License-Identifier: Apache-2.0

public import Sensitivity
import Sampling

extension Ensemble {
  /// In how many runs a promise is kept; nil for a measure or year that is not there.
  public func chance(
    of promise: ProjectionPromise, _ future: ProjectionCase = .withPlan
  ) -> PromiseChance? {
    let values = values(promise.measure, promise.year, future)
    guard
      let chance = try? Promise(promise.isAtMost ? .atMost : .atLeast, promise.target)
        .chance(in: values)
    else { return nil }
    return PromiseChance(
      promise: promise, kept: chance.count, runs: chance.runs, low: chance.low, high: chance.high)
  }

  /// The draws of the assumptions that vary, ready to be held against any measure; nil when none does.
  ///
  /// The population variant is among them as `population`, where there are several.
  public func drawnInputs() -> DrawnInputs? {
    var columns = inputs.indices.map { place in
      InputDraws(id: inputs[place].id, values: draws.dropFirst().map { $0[place] })
    }
    if Set(variants).count > 1 {
      columns.append(
        InputDraws(id: "population", values: variants.dropFirst().map(Double.init)))
    }
    columns.removeAll { column in column.values.allSatisfy { $0 == column.values.first } }
    return columns.isEmpty ? nil : try? DrawnInputs(columns)
  }

  /// How much each assumption that varies moves a measure, most first.
  public func influences(
    _ measure: String, _ year: Int, _ future: ProjectionCase = .withPlan
  ) -> [InputInfluence] {
    drawnInputs().map { influences(measure, year, future, among: $0) } ?? []
  }

  /// The same, with draws that were made ready before.
  public func influences(
    _ measure: String, _ year: Int, _ future: ProjectionCase = .withPlan,
    among drawn: DrawnInputs
  ) -> [InputInfluence] {
    let values = values(measure, year, future)
    guard let importance = try? Importance(drawn, measure: values) else { return [] }
    return importance.parts.map { part in
      let input = inputs.first { $0.id == part.input }
      return InputInfluence(
        id: part.input, label: input?.label ?? "Which projection of the population comes true",
        rankCorrelation: rankCorrelation(part.input, values),
        shareOfVariance: part.share, low: part.low, high: part.high, atLow: part.atLow,
        atHigh: part.atHigh)
    }
  }

  private func rankCorrelation(_ input: String, _ values: [Double]) -> Double? {
    let column = draws(input)
    guard column.count == values.count else { return nil }
    return (try? Ranks.correlation(column, values)) ?? nil
  }
}

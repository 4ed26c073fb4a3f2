// SPDX-License-Identifier: Apache-2.0

import Pictures
import Projection
import Sensitivity

/// Works states out with a projection, one at a time, and keeps the last few.
///
/// Ensembles are large and few are kept; results are small and many are. Whoever asks while another
/// answer is worked out waits for it.
actor LabBench {
  let model: ProjectionModel
  let inputs: [LabInput]
  private var ensembles: LabKept<LabState, Ensemble>
  private var results: LabKept<LabState, LabResult>
  private var accounts: LabKept<LabState, ProjectionAttribution>

  /// An account divides each run among its causes, which takes longer than the run; the average of
  /// so many runs is near enough, and the page says that it is of these.
  static let accountRuns = 200

  init(_ model: ProjectionModel, _ inputs: [LabInput]) {
    self.model = model
    self.inputs = inputs
    ensembles = LabKept(room: 4)
    results = LabKept(room: 100)
    accounts = LabKept(room: 100)
  }

  /// A state, worked out now unless it is kept.
  func result(_ state: LabState) throws -> LabResult {
    if let kept = results.value(state) { return kept }
    let before = state.settings.isEmpty ? nil : try ensemble(state.unchanged)
    let result = try LabReckoning(
      model: model, inputs: inputs, state: state, ensemble: try ensemble(state), before: before,
      account: try account(state),
      accountBefore: before == nil ? nil : try account(state.unchanged)
    ).result()
    results.keep(result, state)
    return result
  }

  /// States with the same luck, compared run by run.
  func comparison(_ states: [LabState]) throws -> LabComparison {
    try LabComparing(
      model: model, inputs: inputs, ensembles: try states.map { try ensemble($0) }
    ).comparison()
  }

  /// Every measure by future and year, with a header row.
  func rows(_ state: LabState) throws -> [[String]] { LabRows(try ensemble(state)).rows }

  private func ensemble(_ state: LabState) throws -> Ensemble {
    if let kept = ensembles.value(state) { return kept }
    let ensemble = try model.ensemble(
      runs: state.runs, seed: state.seed, settings: Self.settings(state, inputs))
    ensembles.keep(ensemble, state)
    return ensemble
  }

  /// What moves the headline on average over the first runs; nil for a plan without measures.
  private func account(_ state: LabState) throws -> ProjectionAttribution? {
    let key = LabState(
      settings: state.settings, runs: min(state.runs, Self.accountRuns), seed: state.seed)
    if let kept = accounts.value(key) { return kept }
    guard let headline = LabReckoning.shown(model).first, let year = model.years.last else {
      return nil
    }
    let few = try model.ensemble(
      runs: key.runs, seed: key.seed, settings: Self.settings(key, inputs))
    let account = try model.attribution(headline.id, year: year, mean: few)
    accounts.keep(account, key)
    return account
  }

  /// What a state sets, in the terms of the projection.
  static func settings(_ state: LabState, _ inputs: [LabInput]) -> LabSettings {
    var changes: [String: LabSettings.Change] = [:]
    for input in inputs {
      if let value = state.settings[input.id]?.value(of: input) {
        changes[input.id] = .fixed(value)
      }
    }
    return LabSettings(changes)
  }
}

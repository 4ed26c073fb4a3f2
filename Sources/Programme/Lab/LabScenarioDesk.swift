// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which scenarios of the lab are kept.
public struct LabScenarioDesk: Sendable {
  let data: DataFolder
  let plan: LabPlan
  let clock: @Sendable () -> Date

  /// The most scenarios that are offered at a time: a list that nobody can read helps nobody.
  public static let mostOffered = 200

  /// The rules over a data folder, for the assumptions of a plan.
  public init(
    _ data: DataFolder, plan: LabPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// Keeps a scenario under an id that is made of its title.
  ///
  /// - Returns: the id.
  /// - Throws: `EventRefusal`, with everything that is wrong at once.
  @discardableResult
  public func save(
    title: String, reason: String, settings: [String: String], seed: UInt64, runs: Int,
    finding: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    let state = try data.keeper.state(LabScenarioState.self)
    let id = id(for: title, state)
    let scenario = LabScenario(
      id: id, title: title, reason: reason, settings: settings, seed: seed, runs: runs,
      finding: String(finding.prefix(1000)))
    guard try !data.keeper.isRepeat(token) else {
      return state.kept.last { $0.scenario.title == title }?.scenario.id ?? id
    }
    let faults = faults(scenario, state)
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(LabScenarioEvent.saved(scenario), id, by: author, token: token)
    return id
  }

  /// Offers a scenario no more; it stays in the record with the reason.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try data.keeper.state(LabScenarioState.self)
    guard let kept = state.scenario(id) else { throw .notFound }
    if try data.keeper.isRepeat(token) { return }
    if kept.withdrawal != nil { throw .notNow("This scenario is withdrawn already.") }
    let faults = FieldFault.words(reason, "reason", "Say why it is withdrawn.")
    guard faults.isEmpty else { throw .faults(faults) }
    try await data.keeper.append(
      LabScenarioEvent.withdrawn(reason: reason), id, by: author, token: token)
  }

  private func faults(_ scenario: LabScenario, _ state: LabScenarioState) -> [FieldFault] {
    var faults: [FieldFault] = []
    faults.demand("title", scenario.title, "Enter a name, such as Half of the shift.", upTo: 100)
    faults += FieldFault.words(scenario.reason, "reason", "Say why anybody would look at it.")
    faults.demand(
      !scenario.settings.isEmpty, "settings",
      "Nothing is changed yet: change an assumption in the lab first.")
    let known = Set(plan.assumptions.map(\.id))
    for (name, value) in scenario.settings.sorted(by: { $0.key < $1.key }) {
      faults.demand(
        known.contains(name), "settings", "The plan has no assumption “\(name.prefix(80))”.")
      faults.demand(
        LabPlan.isSetting(value), "settings",
        "“\(value.prefix(40))” is no setting: use low, central, high, evidence or a number.")
    }
    faults.demand(scenario.runs > 0, "settings", "Work it out in the lab before you save it.")
    let sameName = state.offered.contains {
      $0.scenario.title.lowercased() == scenario.title.lowercased()
    }
    faults.demand(!sameName, "title", "There is a scenario of this name already.")
    faults.demand(
      state.offered.count < Self.mostOffered, "title",
      "There are \(Self.mostOffered) scenarios: withdraw one first.")
    return faults
  }

  /// Letters and digits of the title with hyphens between, and a number when that is taken.
  private func id(for title: String, _ state: LabScenarioState) -> String {
    let letters = title.lowercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    let parts = String(letters).split(separator: "-").joined(separator: "-").prefix(60)
    let start = parts.isEmpty ? "scenario" : String(parts)
    let taken = plan.takenIDs.union(state.kept.map(\.scenario.id))
    guard taken.contains(start) else { return start }
    return (2...).lazy.map { "\(start)-\($0)" }.first { !taken.contains($0) } ?? start
  }
}

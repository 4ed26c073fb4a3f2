// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every scenario that was kept, in the order in which they were saved.
public struct LabScenarioState: Fold {
  /// The events of this state.
  public typealias Event = LabScenarioEvent

  /// A scenario as it stands.
  public struct Kept: Sendable, Equatable {
    /// What was saved.
    public let scenario: LabScenario
    /// When it was saved.
    public let time: Date
    /// The role of whoever saved it.
    public let role: String
    /// The entry of the ledger that saved it.
    public let sequence: Int64
    /// Why it is no longer offered; nil while it is.
    public var withdrawal: String?
  }

  /// In the order in which they were saved, withdrawn ones too.
  public private(set) var kept: [Kept] = []

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: LabScenarioEvent, _ entry: Entry) {
    switch event {
    case .saved(let scenario):
      // An id is given once: a second scenario under it would change what links mean.
      guard self.scenario(scenario.id) == nil else { return }
      kept.append(
        Kept(
          scenario: scenario, time: entry.time, role: entry.author.role, sequence: entry.sequence))
    case .withdrawn(let reason):
      guard let place = kept.firstIndex(where: { $0.scenario.id == entry.subject }) else { return }
      kept[place].withdrawal = reason
    }
  }

  /// The scenario with an id, withdrawn or not.
  public func scenario(_ id: String) -> Kept? { kept.first { $0.scenario.id == id } }

  /// What is offered, in the order in which it was saved.
  public var offered: [Kept] { kept.filter { $0.withdrawal == nil } }
}

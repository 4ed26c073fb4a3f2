// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// Every request, what there is of each role, and what was decided.
public struct ResourceState: Fold {
  /// The events of this state.
  public typealias Event = ResourceEvent

  /// A request as it stands.
  public struct Request: Sendable, Equatable {
    /// What is asked for.
    public var demand: ResourceDemand
    /// Whether it was withdrawn.
    public var isWithdrawn = false
    /// The entry of the ledger that last changed it.
    public var sequence: Int64
    /// What happened to it, in order.
    public var history: [Note]
  }

  /// One thing that happened.
  public struct Note: Sendable, Equatable {
    /// What, in words.
    public let text: String
    /// When it was recorded.
    public let time: Date
    /// The entry of the ledger.
    public let sequence: Int64
  }

  /// What there is of a role from a month on.
  public struct Capacity: Sendable, Equatable {
    /// The first month.
    public let from: CivilDay
    /// Person-days a month.
    public let days: Double
    /// Why.
    public let reason: String
    /// The entry of the ledger.
    public let sequence: Int64
  }

  /// A decision and when it was recorded.
  public struct Decided: Sendable, Equatable {
    /// What was decided.
    public let decision: ResourceDecision
    /// When it was recorded.
    public let time: Date
    /// The entry of the ledger.
    public let sequence: Int64
  }

  /// In the order in which they were asked for.
  public private(set) var requests: [Request] = []
  /// By role; a later one for the same month takes the place of an earlier one.
  public private(set) var capacities: [String: [Capacity]] = [:]
  /// Decisions in order.
  public private(set) var decisions: [Decided] = []

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ResourceEvent, _ entry: Entry) {
    switch event {
    case .requested(let demand):
      guard request(demand.id) == nil else { return }
      requests.append(
        Request(
          demand: demand, sequence: entry.sequence, history: [Self.note("Asked for", entry)]))
    case .amended(let demand, let reason):
      change(entry.subject) {
        $0.demand = demand
        $0.isWithdrawn = false
        $0.history.append(Self.note("Changed: \(reason)", entry))
        $0.sequence = entry.sequence
      }
    case .withdrawn(let reason):
      change(entry.subject) {
        $0.isWithdrawn = true
        $0.history.append(Self.note("Withdrawn: \(reason)", entry))
        $0.sequence = entry.sequence
      }
    case .capacitySet(let from, let days, let reason):
      capacities[entry.subject, default: []].removeAll { $0.from == from }
      capacities[entry.subject, default: []].append(
        Capacity(from: from, days: days, reason: reason, sequence: entry.sequence))
    case .decided(let decision):
      decisions.append(
        Decided(decision: decision, time: entry.time, sequence: entry.sequence))
    }
  }

  /// The request with an id.
  public func request(_ id: String) -> Request? { requests.first { $0.demand.id == id } }

  /// What there is of a role in a month; nil when nothing was set for it yet.
  public func capacity(of role: String, in month: CivilDay) -> Capacity? {
    (capacities[role] ?? []).filter { $0.from <= month }.max { $0.from < $1.from }
  }

  private static func note(_ text: String, _ entry: Entry) -> Note {
    Note(text: text, time: entry.time, sequence: entry.sequence)
  }

  private mutating func change(_ id: String, _ act: (inout Request) -> Void) {
    if let place = requests.firstIndex(where: { $0.demand.id == id }) { act(&requests[place]) }
  }
}

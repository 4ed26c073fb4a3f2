// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// What has happened at the gates of every change so far.
public struct GateState: Fold {
  /// The events of this state.
  public typealias Event = GateEvent
  /// By the id of the change.
  public private(set) var records: [String: GateRecord] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: GateEvent, _ entry: Entry) {
    records[entry.subject, default: GateRecord()].apply(event, entry)
  }

  /// The record of a change, empty when nothing has happened to it.
  public func record(_ change: String) -> GateRecord { records[change] ?? GateRecord() }
}

/// Something recorded, with the entry that recorded it.
public struct GateKept<What: Sendable & Equatable>: Sendable, Equatable {
  /// What was recorded.
  public var what: What
  /// The number of the entry.
  public let sequence: Int64
  /// When it was recorded.
  public let on: Date
  /// Who recorded it.
  public let by: Author

  init(_ what: What, _ entry: Entry) {
    self.what = what
    sequence = entry.sequence
    on = entry.time
    by = entry.author
  }

  /// The day on which it was recorded.
  public var day: CivilDay { LondonTime.day(on) }
}

/// What has happened at the gates of one change so far.
public struct GateRecord: Sendable, Equatable {
  /// Evidence that was attached, in order.
  public private(set) var attachments: [GateKept<GateAttachment>] = []
  /// Why evidence was taken away again, by its id.
  public private(set) var detached: [String: GateKept<String>] = [:]
  /// Verdicts, in order.
  public private(set) var judgements: [GateKept<GateJudgement>] = []
  /// Passings, in order.
  public private(set) var passages: [GateKept<GatePassage>] = []
  /// Gates that were opened again, in order.
  public private(set) var reopenings: [GateKept<Reopening>] = []
  /// Holds that were placed, in order.
  public private(set) var holds: [GateKept<GateHoldPlaced>] = []
  /// How holds ended, by their id.
  public private(set) var liftings: [String: GateKept<Lifting>] = [:]
  /// Steps that were planned, in order.
  public private(set) var steps: [GateKept<GateStepPlan>] = []
  /// The days on which steps were begun, by the id of the step.
  public private(set) var begun: [String: GateKept<CivilDay>] = [:]
  /// Refusals to begin a step, in order.
  public private(set) var refusals: [GateKept<Refusal>] = []

  /// A gate opened again.
  public struct Reopening: Sendable, Equatable {
    /// The gate.
    public let gate: String
    /// The first day on which it is not passed any more.
    public let on: CivilDay
    /// Why.
    public let reason: String
  }

  /// The end of a hold.
  public struct Lifting: Sendable, Equatable {
    /// The last day of the hold.
    public let on: CivilDay
    /// What came of it.
    public let outcome: String
  }

  /// A refusal to begin a step.
  public struct Refusal: Sendable, Equatable {
    /// The step.
    public let step: String
    /// The day.
    public let on: CivilDay
    /// Why, in sentences.
    public let reasons: [String]
  }

  /// Evidence for a criterion that was not taken away.
  public func evidence(_ gate: String, _ criterion: String) -> [GateKept<GateAttachment>] {
    attachments.filter {
      $0.what.gate == gate && $0.what.criterion == criterion && detached[$0.what.id] == nil
    }
  }

  /// The last verdict on a criterion.
  public func judgement(_ gate: String, _ criterion: String) -> GateKept<GateJudgement>? {
    judgements.last { $0.what.gate == gate && $0.what.criterion == criterion }
  }

  mutating func apply(_ event: GateEvent, _ entry: Entry) {
    switch event {
    case .attached(let attachment): attachments.append(GateKept(attachment, entry))
    case .detached(let id, let reason): detached[id] = GateKept(reason, entry)
    case .judged(let judgement): judgements.append(GateKept(judgement, entry))
    case .passed(let passage): passages.append(GateKept(passage, entry))
    case .reopened(let gate, let on, let reason):
      reopenings.append(GateKept(Reopening(gate: gate, on: on, reason: reason), entry))
    case .held(let hold): holds.append(GateKept(hold, entry))
    case .lifted(let hold, let on, let outcome):
      liftings[hold] = GateKept(Lifting(on: on, outcome: outcome), entry)
    case .stepPlanned(let step): steps.append(GateKept(step, entry))
    case .stepBegun(let step, let on): begun[step] = GateKept(on, entry)
    case .stepRefused(let step, let on, let reasons):
      refusals.append(GateKept(Refusal(step: step, on: on, reasons: reasons), entry))
    }
  }
}

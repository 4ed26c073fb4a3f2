// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// Every measure so far.
public struct MeasureState: Fold {
  /// The events of this state.
  public typealias Event = MeasureEvent
  /// By the id of the measure.
  public private(set) var records: [String: MeasureRecord] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: MeasureEvent, _ entry: Entry) {
    records[entry.subject, default: MeasureRecord()].apply(event, entry)
  }

  /// The record of a measure, empty when nothing was recorded for it.
  public func record(_ measure: String) -> MeasureRecord { records[measure] ?? MeasureRecord() }
}

/// One measure so far.
public struct MeasureRecord: Sendable, Equatable {
  /// A value of a month.
  public struct Value: Sendable, Equatable {
    /// The value, in the unit of the measure.
    public let value: Double
    /// The entry of the ledger that last set it.
    public let sequence: Int64
    /// Whether it was corrected.
    public let isCorrected: Bool
  }

  /// A recorded decision about the chart.
  public struct Decision: Sendable, Equatable {
    /// What was decided.
    public enum Kind: String, Sendable { case target, rebase, exclusion, inclusion, correction }

    /// What was decided.
    public let kind: Kind
    /// The month that it is about; nil for a target.
    public let month: CivilDay?
    /// The new value or target, if there is one.
    public let value: Double?
    /// Why.
    public let reason: String
    /// The body or role that decided; empty for a correction.
    public let decidedBy: String
    /// When it was recorded.
    public let time: Date
    /// The entry of the ledger.
    public let sequence: Int64
  }

  /// Values by month.
  public private(set) var values: [CivilDay: Value] = [:]
  /// The months at which limits start anew, with the entry that says so.
  public private(set) var rebases: [CivilDay: Int64] = [:]
  /// The months that are left out, with the entry that says so.
  public private(set) var exclusions: [CivilDay: Int64] = [:]
  /// The target that was recorded last: nil when none was, a target of nil when it was taken away.
  public private(set) var target: Decision?
  /// Everything that was decided, in order.
  public private(set) var decisions: [Decision] = []

  init() {}

  mutating func apply(_ event: MeasureEvent, _ entry: Entry) {
    let sequence = entry.sequence
    switch event {
    case .recorded(let month, let value):
      if values[month] == nil {
        values[month] = Value(value: value, sequence: sequence, isCorrected: false)
      }
    case .corrected(let month, let value, let reason):
      values[month] = value.map { Value(value: $0, sequence: sequence, isCorrected: true) }
      note(.correction, month, value, reason, "", entry)
    case .retargeted(let value, let reason, let body):
      note(.target, nil, value, reason, body, entry)
      target = decisions.last
    case .rebased(let month, let reason, let body):
      rebases[month] = sequence
      note(.rebase, month, nil, reason, body, entry)
    case .excluded(let month, let reason, let body):
      exclusions[month] = sequence
      note(.exclusion, month, nil, reason, body, entry)
    case .included(let month, let reason, let body):
      exclusions[month] = nil
      note(.inclusion, month, nil, reason, body, entry)
    }
  }

  private mutating func note(
    _ kind: Decision.Kind, _ month: CivilDay?, _ value: Double?, _ reason: String,
    _ body: String, _ entry: Entry
  ) {
    decisions.append(
      Decision(
        kind: kind, month: month, value: value, reason: reason, decidedBy: body, time: entry.time,
        sequence: entry.sequence))
  }
}

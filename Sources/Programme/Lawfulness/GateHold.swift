// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
import PlanPackage

/// A hold on a change: from the published record, or placed here.
public struct GateHold: Sendable, Equatable {
  /// The permanent name.
  public let id: String
  /// What it is.
  public let kind: LegalHoldKind
  /// What it is called.
  public let name: String
  /// When it began, as exactly as is known.
  public let begins: GateWindow
  /// When it ended; nil while nothing says that it has.
  public let ends: GateWindow?
  /// What it rests on.
  public let ground: String
  /// What came of it, once it has ended.
  public let outcome: String?
  /// Where its beginning and its end are stated; empty when it was placed here.
  public let citations: [GateCitation]
  /// The entry that placed it; nil when it comes from the published record.
  public let sequence: Int64?

  /// Whether it is in force on a day.
  public func force(on day: CivilDay) -> LegalHoldForce { legal?.force(on: day.number) ?? .none }

  /// What came of it, as far as it was known at the end of a day.
  public func outcome(knownOn day: CivilDay) -> String? {
    guard let ends, ends.last <= day else { return nil }
    return outcome
  }

  /// The hold in the terms of the engine; nil when it would end before it began.
  var legal: LegalHold? {
    guard let from = begins.engine else { return nil }
    return try? LegalHold(id: id, kind: kind, begins: from, ends: ends.flatMap(\.engine))
  }
}

/// A day that is known exactly, or only to lie between two days.
public struct GateWindow: Sendable, Equatable {
  /// The first day that it can be.
  public let first: CivilDay
  /// The last day that it can be.
  public let last: CivilDay

  /// A day between two days, or one day.
  public init(_ first: CivilDay, _ last: CivilDay? = nil) {
    self.first = first
    self.last = max(first, last ?? first)
  }

  /// Such as "4 November 2021", or "on a day from 1 March 2019 to 31 May 2019 that is not known".
  public var words: String {
    first == last
      ? "on \(first.text)" : "on a day from \(first.text) to \(last.text) that is not known"
  }

  var engine: DayWindow? { try? DayWindow(from: first.number, through: last.number) }
}

/// Every hold on a change, and what they block.
public struct GateHolds: Sendable {
  /// The holds of the published record, then those placed here.
  public let all: [GateHold]

  /// The holds on a change.
  public init(_ change: GateChange, _ record: GateRecord) {
    let ends = Dictionary(
      change.record.filter { $0.kind == .holdEnds }.compactMap { event in
        event.hold.map { ($0, event) }
      }, uniquingKeysWith: { first, _ in first })
    let published = change.record.filter { $0.kind == .holdBegins }.map { begin in
      Self.published(begin, begin.hold.flatMap { ends[$0] })
    }
    all = published + record.holds.map { Self.placed($0, record.liftings[$0.what.id]) }
  }

  /// What they block on which day.
  public var calendar: HoldCalendar { HoldCalendar(all.compactMap(\.legal)) }

  /// A hold by its id.
  public func hold(_ id: String) -> GateHold? { all.first { $0.id == id } }

  /// What is blocked on a day, and by which holds.
  public func block(on day: CivilDay) -> HoldBlock { calendar.block(on: day.number) }

  /// The first day on which something may be blocked, and the last day of the record of holds:
  /// the end of the last hold, or of the last beginning where one has no end.
  public var extent: ClosedRange<CivilDay>? {
    guard let first = all.map(\.begins.first).min() else { return nil }
    let last = all.map { $0.ends?.last ?? $0.begins.last }.max() ?? first
    return first...max(first, last)
  }

  private static func published(_ begin: GateRecordedEvent, _ end: GateRecordedEvent?) -> GateHold {
    GateHold(
      id: begin.hold ?? begin.id, kind: begin.holdKind ?? .notice,
      name: begin.holdName.isEmpty ? begin.text : begin.holdName,
      begins: GateWindow(begin.first, begin.last),
      ends: end.map { GateWindow($0.first, $0.last) },
      ground: [begin.text, begin.note].filter { !$0.isEmpty }.joined(separator: " "),
      outcome: end.map { [$0.text, $0.note].filter { !$0.isEmpty }.joined(separator: " ") },
      citations: [begin.citation, end?.citation].compactMap(\.self), sequence: nil)
  }

  private static func placed(
    _ kept: GateKept<GateHoldPlaced>, _ lifting: GateKept<GateRecord.Lifting>?
  ) -> GateHold {
    GateHold(
      id: kept.what.id, kind: kept.what.kind, name: kept.what.name,
      begins: GateWindow(kept.what.earliest, kept.what.latest),
      ends: lifting.map { GateWindow($0.what.on) }, ground: kept.what.ground,
      outcome: lifting?.what.outcome, citations: [], sequence: kept.sequence)
  }
}

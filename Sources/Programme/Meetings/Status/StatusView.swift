// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Ledger

/// How the workstreams do on a day, for pages and papers.
public struct StatusView: Sendable {
  /// A line for each workstream, in the order of the plan.
  public let lines: [Line]
  /// The day that is shown.
  public let day: CivilDay
  /// The latest month that is frozen, or nil.
  public let frozen: ReportingMonth?

  /// How a workstream does.
  public struct Line: Sendable {
    /// The workstream.
    public let workstream: ReportingWorkstream
    /// What the record says of it on the day.
    public let evidence: StatusEvidence
    /// The status that the rules make of that.
    public let computed: StatusLevel
    /// Why, in words.
    public let reasons: [String]
    /// The last report, or nil.
    public let last: StatusState.Filed?
    /// The report before the last, or nil.
    public let previous: StatusState.Filed?
    /// What the last report says was achieved; empty without one.
    public let achieved: String
    /// What it says comes next.
    public let next: String
    /// What it asks of the board; empty when nothing.
    public let ask: String
    /// The status that somebody set against what is computed, while it counts.
    public let override: StatusOverride?
    /// Why it was set; empty without one.
    public let overrideReason: String

    /// The status that counts: an override while it lasts, else what is computed.
    public var level: StatusLevel { override?.level ?? computed }

    /// What the last report said and the one before, when that differs.
    public var change: (from: StatusLevel, to: StatusLevel)? {
      guard let last, let previous else { return nil }
      let from = previous.level(on: previous.day)
      let to = last.level(on: last.day)
      return from == to ? nil : (from, to)
    }

    /// Whether a report for a month is there.
    public func hasReported(_ period: ReportingMonth) -> Bool {
      last.map { period <= $0.report.period } ?? false
    }
  }

  /// How workstreams do by their reports and by actions and risks, all as of a day.
  ///
  /// `lateWork`: work of a workstream that is late, in words, such as from the timeline.
  public init(
    plan: MeetingsPlan, state: StatusState, actions: ActionState, risks: RiskState,
    texts: RecordTexts, day: CivilDay, lateWork: (_ workstream: String) -> [String] = { _ in [] }
  ) {
    self.day = day
    frozen = state.frozen.keys.max()
    lines = plan.workstreams.map { workstream in
      var evidence = StatusEvidence(workstream.id, actions, risks, day: day)
      evidence.lateWork = lateWork(workstream.id)
      let (computed, reasons) = StatusRule.status(evidence)
      let reports = state.reports(workstream.id)
      let report = reports.last?.report
      let override = report?.override.flatMap { day <= $0.until ? $0 : nil }
      return Line(
        workstream: workstream, evidence: evidence, computed: computed, reasons: reasons,
        last: reports.last, previous: reports.dropLast().last, achieved: texts[report?.achieved],
        next: texts[report?.next], ask: texts[report?.ask], override: override,
        overrideReason: texts[override?.reason])
    }
  }

  /// The line of a workstream, or nil.
  public subscript(workstream: String) -> Line? { lines.first { $0.workstream.id == workstream } }

  /// The workstreams that have not reported for a month.
  public func missing(_ period: ReportingMonth, _ state: StatusState) -> [ReportingWorkstream] {
    lines.map(\.workstream).filter { state.report($0.id, period) == nil }
  }

  /// What changed since the view of an earlier day: statuses that moved, and new reports.
  public func changes(since earlier: StatusView) -> [Change] {
    lines.compactMap { line in
      let before = earlier[line.workstream.id]
      let isNewReport = line.last?.entry != before?.last?.entry
      guard isNewReport || before?.level != line.level else { return nil }
      return Change(
        workstream: line.workstream, from: before?.level, to: line.level,
        report: isNewReport ? line.last : nil)
    }
  }

  /// What changed in a workstream.
  public struct Change: Sendable {
    /// The workstream.
    public let workstream: ReportingWorkstream
    /// The status before; nil when there was none.
    public let from: StatusLevel?
    /// The status now.
    public let to: StatusLevel
    /// The report that came in between, if one did.
    public let report: StatusState.Filed?
  }
}

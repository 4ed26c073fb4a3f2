// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which workstreams report, month by month.
public struct StatusDesk: Sendable {
  let keeper: RecordKeeper
  let plan: MeetingsPlan
  let clock: @Sendable () -> Date
  /// Work of a workstream that is late on a day, as another part of the record has it.
  var lateWork: @Sendable (_ workstream: String, _ day: CivilDay) -> [String] = { _, _ in [] }

  /// The subject of what concerns all workstreams.
  static let programme = "programme"
  /// The most days for which a status can be set against what is computed.
  public static let longestOverride = 92

  /// The rules over a ledger, for the workstreams of a plan.
  ///
  /// `lateWork`: work of a workstream that is late on a day, in words, such as from the timeline.
  public init(
    _ ledger: Ledger, plan: MeetingsPlan, clock: @escaping @Sendable () -> Date = { Date() },
    lateWork: (@Sendable (_ workstream: String, _ day: CivilDay) -> [String])? = nil
  ) {
    keeper = RecordKeeper(ledger: ledger)
    self.plan = plan
    self.clock = clock
    if let lateWork { self.lateWork = lateWork }
  }

  /// What a workstream says in a report: three texts, and a status of its own when it disagrees.
  public struct Words: Sendable, Equatable {
    /// What was achieved.
    public var achieved: String
    /// What comes next.
    public var next: String
    /// What it asks of the board; may be empty.
    public var ask = ""
    /// A status against what is computed; nil when it agrees.
    public var level: StatusLevel?
    /// Why it disagrees.
    public var reason = ""
    /// The last day on which its own status counts.
    public var until: CivilDay?

    /// A report that agrees with what is computed.
    public init(achieved: String, next: String, ask: String = "") {
      self.achieved = achieved
      self.next = next
      self.ask = ask
    }
  }

  /// Every report so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> StatusState { try keeper.state(StatusState.self) }

  /// What the record says of a workstream today.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func evidence(_ workstream: String) throws(EventRefusal) -> StatusEvidence {
    let today = LondonTime.day(clock())
    var evidence = StatusEvidence(
      workstream, try keeper.state(ActionState.self), try keeper.state(RiskState.self), day: today)
    evidence.lateWork = lateWork(workstream, today)
    return evidence
  }

  /// Reports for a month; what is computed is taken from the record as it is now.
  ///
  /// - Throws: `EventRefusal`; a report that is frozen is not changed.
  public func report(
    _ workstream: String, _ period: ReportingMonth, _ words: Words, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    guard plan.workstream(workstream) != nil else { throw .notFound }
    let state = try state()
    if state.frozen[period] != nil, state.report(workstream, period) != nil {
      throw .notNow(
        "The reports for \(period.text) are frozen. Say what has changed in the next report.")
    }
    let (level, reasons) = StatusRule.status(try evidence(workstream))
    var texts = TypedTexts()
    texts.faults.demand(
      period.first <= LondonTime.day(clock()), "period", "This month has not begun.")
    var report = StatusReport(
      period: period, computed: level, reasons: reasons,
      achieved: texts.take("achieved", words.achieved, "Say what was achieved."),
      next: texts.take("next", words.next, "Say what comes next."))
    report.ask = texts.takeAny("ask", words.ask)
    if let own = words.level, own != level { report.override = check(own, words, &texts) }
    try texts.refuse()
    try await keeper.append(
      StatusEvent.reported(report), workstream, by: author, token: token, texts.contents)
  }

  private func check(
    _ level: StatusLevel, _ words: Words, _ texts: inout TypedTexts
  ) -> StatusOverride {
    let reason = texts.take(
      "reason", words.reason, "Say why the status differs from what the record says.")
    let today = LondonTime.day(clock())
    let last = today.adding(Self.longestOverride)
    let until = words.until ?? today
    texts.faults.demand(
      words.until != nil && today < until && until <= last, "until",
      "Enter the day until which this counts: after today, and by \(last.text).")
    return StatusOverride(level: level, reason: reason, until: until)
  }

  /// Freezes a month, once; a report for it that comes later is marked as late.
  ///
  /// - Throws: `EventRefusal.notNow` when it is frozen or has not begun.
  public func freeze(
    _ period: ReportingMonth, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    if state.frozen[period] != nil {
      throw .notNow("The reports for \(period.text) are frozen already.")
    }
    if LondonTime.day(clock()) < period.first { throw .notNow("\(period.text) has not begun.") }
    let missing = plan.workstreams.map(\.id).filter { state.report($0, period) == nil }
    try await keeper.append(
      StatusEvent.frozen(period: period, missing: missing), Self.programme, by: author,
      token: token)
  }
}

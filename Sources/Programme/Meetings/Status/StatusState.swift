// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Every report of every workstream so far.
public struct StatusState: Fold {
  /// The events of this state.
  public typealias Event = StatusEvent
  /// Months that are frozen, with the workstreams that had not reported.
  public private(set) var frozen: [ReportingMonth: Recorded<[String]>] = [:]
  private var reports: [String: [ReportingMonth: Filed]] = [:]

  /// A report as it was filed.
  public struct Filed: Sendable, Equatable {
    /// The id of the workstream.
    public let workstream: String
    /// What it says.
    public let report: StatusReport
    /// The sequence number of the entry.
    public let entry: Int64
    /// The day on which it was filed.
    public let day: CivilDay
    /// Whether its month was frozen already.
    public let isLate: Bool

    /// The status that counts on a day: the override while it lasts, else what was computed.
    public func level(on day: CivilDay) -> StatusLevel {
      if let override = report.override, day <= override.until { return override.level }
      return report.computed
    }
  }

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: StatusEvent, _ entry: Entry) {
    switch event {
    case .frozen(let period, let missing):
      if frozen[period] == nil { frozen[period] = Recorded(missing, entry) }
    case .reported(let report):
      let isLate = frozen[report.period] != nil
      // A frozen report stays as it was; the desk refuses this, and the fold keeps the first.
      if isLate, reports[entry.subject]?[report.period] != nil { return }
      reports[entry.subject, default: [:]][report.period] = Filed(
        workstream: entry.subject, report: report, entry: entry.sequence,
        day: LondonTime.day(entry.time), isLate: isLate)
    }
  }

  /// The report of a workstream for a month, or nil.
  public func report(_ workstream: String, _ period: ReportingMonth) -> Filed? {
    reports[workstream]?[period]
  }

  /// The reports of a workstream, oldest month first.
  public func reports(_ workstream: String) -> [Filed] {
    (reports[workstream] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  /// The latest report of a workstream, or nil.
  public func last(_ workstream: String) -> Filed? { reports(workstream).last }
}

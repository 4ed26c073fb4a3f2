// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Schedule

/// When an activity starts and finishes, as far as is known.
public struct ActivityForecast: Sendable, Hashable {
  /// What it is.
  public let activity: TimelineActivity
  /// Three estimates of its length in force, in days: low, likely and high.
  public let days: [Int]
  /// The day on which it starts or did.
  public let start: CivilDay
  /// The day on which it finishes or did, with likely lengths.
  public let finish: CivilDay
  /// The finish with everything at its shortest.
  public let earliest: CivilDay
  /// The finish with everything at its longest.
  public let latest: CivilDay
  /// Whether it has started.
  public let isStarted: Bool
  /// Whether it is done.
  public let isDone: Bool
  /// How much is done, from 0 to 100, when somebody said so.
  public let percent: Int?
  /// Its dates in the baseline.
  public let baseline: TimelineBaseline.Dates?
  /// The entries of the ledger on which these dates rest.
  public let sequences: [Int64]

  /// The permanent id.
  public var id: String { activity.id }

  init?(
    _ activity: TimelineActivity, _ network: TimelineNetwork, _ state: TimelineState,
    _ schedule: WorkSchedule, _ ranges: [FinishRange], _ baseline: RecordedBaseline?
  ) {
    guard let place = try? schedule.network.place(of: activity.id) else { return nil }
    let item = schedule.items[place]
    let length = network.length(activity)
    self.activity = activity
    days = [length.low, length.likely, length.high].map { Int($0) }
    start = timelineDay(item.earlyStart)
    finish = timelineDay(item.earlyFinish)
    earliest = timelineDay(ranges[place].earliest)
    latest = timelineDay(ranges[place].latest)
    isDone = item.isDone
    isStarted = network.started(activity) != nil || item.isDone
    percent = state.progress[activity.id]?.percent
    self.baseline = baseline?.dates(of: activity.id)
    sequences =
      (state.progress[activity.id]?.sequences ?? [])
      + [
        state.lengths[activity.id]?.sequence,
        state.added.first { $0.activity.id == activity.id }?.sequence,
      ].compactMap { $0 }
  }
}

/// Whether a gate is where it was promised.
public enum GateOutlook: String, Sendable, CaseIterable {
  case done
  case green
  case amber
  case red
  /// Nothing was promised.
  case unrated

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .done: "Done"
    case .green: "Green"
    case .amber: "Amber"
    case .red: "Red"
    case .unrated: "No date to compare with"
    }
  }
}

/// A gate: its forecast against what was promised.
public struct GateForecast: Sendable, Hashable {
  /// The permanent id.
  public let id: String
  /// What it is, in plain English.
  public let label: String
  /// The id of its workstream.
  public let workstream: String
  /// The day of the forecast, or the day on which it was passed.
  public let forecast: CivilDay
  /// The forecast with everything at its shortest.
  public let earliest: CivilDay
  /// The forecast with everything at its longest.
  public let latest: CivilDay
  /// Whether it was passed.
  public let isDone: Bool
  /// The day that the last baseline has, or else the day first agreed or published.
  public let promised: CivilDay?
  /// The name of the baseline that promised it; nil when the plan did.
  public let baselineName: String?
  /// The day first agreed or published.
  public let agreed: CivilDay?
  /// The last day on which it has to be passed.
  public let mustBy: CivilDay?
  /// Days later than promised, or earlier when negative.
  public let slipDays: Int?
  /// Whether it is where it was promised.
  public let status: GateOutlook
  /// Why it has this status, in a sentence.
  public let why: String
  /// How many lengths on the path that decides the forecast are assumptions.
  public let assumptions: Int
  /// The entries of the ledger on which forecast and promise rest.
  public let sequences: [Int64]

  init(
    _ forecast: ActivityForecast, _ baseline: RecordedBaseline?, _ plan: TimelinePlan,
    _ assumptions: Int
  ) {
    let activity = forecast.activity
    let kept = forecast.baseline?.finish
    let promised = kept ?? activity.agreed
    id = activity.id
    label = activity.label
    workstream = activity.workstream
    self.forecast = forecast.finish
    earliest = forecast.earliest
    latest = forecast.latest
    isDone = forecast.isDone
    self.promised = promised
    baselineName = kept == nil ? nil : baseline?.baseline.name
    agreed = activity.agreed
    mustBy = activity.mustBy
    slipDays = promised.map { forecast.finish.number - $0.number }
    self.assumptions = assumptions
    sequences = forecast.sequences + (kept == nil ? [] : [baseline?.sequence].compactMap { $0 })
    (status, why) = GateRule.judge(
      forecast: forecast.finish, promised: promised, mustBy: activity.mustBy,
      isDone: forecast.isDone, rules: plan.rules)
  }
}

/// How the status of a gate is found; the rule is stated on every page that shows one.
public enum GateRule {
  /// The rule in words.
  public static func words(_ rules: TimelineRules) -> String {
    "A gate is green when its forecast is not later than the day promised, amber when it is later "
      + "by up to \(rules.amberDays) days or has no day left before the last day on which it has "
      + "to be passed, and red when it is later than that. The day promised is that of the last "
      + "baseline, or else the day first agreed or published."
  }

  /// The status of a gate, and why.
  public static func judge(
    forecast: CivilDay, promised: CivilDay?, mustBy: CivilDay?, isDone: Bool, rules: TimelineRules
  ) -> (GateOutlook, String) {
    let late = promised.map { forecast.number - $0.number }
    let missed = mustBy.map { forecast.number - $0.number }
    if isDone { return (.done, late.map(doneWords) ?? "Passed.") }
    let worst = max(late ?? .min, missed ?? .min)
    if worst > rules.amberDays {
      return (.red, "\(dayCount(worst)) late, more than \(rules.amberDays).")
    }
    if let late, late > 0 {
      return (.amber, "\(dayCount(late)) late, not more than \(rules.amberDays).")
    }
    if let missed, missed >= 0 {
      return (.amber, "No day is left before the last day on which it has to be passed.")
    }
    guard let late else { return (.unrated, "Nobody has promised a day.") }
    return (.green, late == 0 ? "On the day promised." : "\(dayCount(-late)) early.")
  }

  private static func doneWords(_ late: Int) -> String {
    switch late {
    case 0: "Passed on the day promised."
    case 1...: "Passed \(dayCount(late)) late."
    default: "Passed \(dayCount(-late)) early."
    }
  }

  /// Such as "1 day" or "21 days".
  public static func dayCount(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}

/// Something that one workstream gives another.
public struct DependencyForecast: Sendable, Hashable {
  /// The name of the link, "giver>getter".
  public let id: String
  /// The link by which it is in the network.
  public let link: TimelineLink
  /// The activity that gives.
  public let giver: TimelineActivity
  /// The activity that gets.
  public let getter: TimelineActivity
  /// The day by which it is needed: as agreed, else as asked or offered, else as the plan has it.
  public let byWhen: CivilDay?
  /// The day on which it will be given, or was.
  public let forecast: CivilDay
  /// Whether it was given.
  public let isGiven: Bool
  /// How far the two workstreams have come.
  public let status: HandshakeStatus
  /// The number of the entry that set the state; nil when the plan alone speaks.
  public let sequence: Int64?

  /// Days by which it is given too late, or too early when negative.
  public var lateDays: Int? { byWhen.map { forecast.number - $0.number } }

  /// Whether it still has to be given and will be too late.
  public var isLate: Bool { status.isOpen && !isGiven && (lateDays ?? 0) > 0 }

  init?(
    _ link: TimelineLink, _ activities: [String: ActivityForecast],
    _ handshake: RecordedHandshake?, _ plan: TimelinePlan
  ) {
    guard let giver = activities[link.from], let getter = activities[link.to] else { return nil }
    id = link.id
    self.link = link
    self.giver = giver.activity
    self.getter = getter.activity
    forecast = link.kind == .startToStart ? giver.start : giver.finish
    isGiven = giver.isDone || handshake?.status == .delivered
    byWhen = handshake?.agreed ?? handshake?.proposed ?? link.byWhen
    let status = handshake?.status ?? .notAsked
    self.status = giver.isDone && status.isOpen ? .delivered : status
    sequence = handshake?.sequence
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Schedule

/// The timeline on a day: forecasts, gates against what was promised, and dependencies.
///
/// Give it the state as of the end of that day. Days are calendar days. What is not known to have
/// started cannot start before the day, so that a plan of which nobody reports slips by itself.
public struct TimelineView: Sendable {
  /// The day that is shown.
  public let day: CivilDay
  /// How lateness is judged.
  public let rules: TimelineRules
  /// Everything in force, in the order of the plan.
  public let activities: [ActivityForecast]
  /// Links in force.
  public let links: [TimelineLink]
  /// The gates, by their forecast.
  public let gates: [GateForecast]
  /// What workstreams give each other, by the day on which it is needed.
  public let dependencies: [DependencyForecast]
  /// The baseline against which gates are judged: the last one kept.
  public let baseline: RecordedBaseline?
  /// Why links had to be left out; nil when all is well.
  public let problem: String?

  let schedule: WorkSchedule
  let plan: TimelinePlan

  /// Works out the timeline on a day, with what was known on it.
  public init(plan: TimelinePlan, state: TimelineState, day: CivilDay) {
    let network = TimelineNetwork(plan, state, day)
    let (work, problem) = network.work()
    let origin = Double(day.number)
    let schedule = WorkSchedule(work, origin: origin)
    let ranges = work.finishRanges(origin: origin)
    self.plan = plan
    self.day = day
    self.problem = problem
    self.schedule = schedule
    rules = plan.rules
    links = network.links
    let baseline = state.baselines.last { $0.baseline.on <= day }
    self.baseline = baseline
    let activities = network.activities.compactMap { activity in
      ActivityForecast(activity, network, state, schedule, ranges, baseline)
    }
    self.activities = activities
    let byID = Dictionary(activities.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    gates = activities.filter { $0.activity.kind == .gate }
      .map { GateForecast($0, baseline, plan, Self.assumptions(behind: $0.id, schedule, byID)) }
      .sorted { ($0.forecast, $0.id) < ($1.forecast, $1.id) }
    dependencies = (network.links.filter(\.isDependency) + Self.asked(state, network.links))
      .compactMap { DependencyForecast($0, byID, state.handshakes[$0.id], plan) }
      .sorted { ($0.byWhen ?? $0.forecast, $0.id) < ($1.byWhen ?? $1.forecast, $1.id) }
  }

  /// What was asked for or offered during the programme and is not agreed, so not in the network.
  private static func asked(_ state: TimelineState, _ links: [TimelineLink]) -> [TimelineLink] {
    let known = Set(links.map(\.id))
    return state.handshakes.filter { !known.contains($0.key) && $0.value.status != .withdrawn }
      .sorted { $0.key < $1.key }
      .map { _, handshake in
        var link = TimelineLink(handshake.from, handshake.to)
        link.isDependency = true
        return link
      }
  }

  /// How many lengths on the path that decides a date are assumptions.
  private static func assumptions(
    behind id: String, _ schedule: WorkSchedule, _ activities: [String: ActivityForecast]
  ) -> Int {
    let path = (try? schedule.drivingPath(to: id)) ?? []
    return path.filter { step in
      activities[step.id].map {
        !$0.isDone && !$0.activity.isStated && $0.activity.kind == .activity
      } ?? false
    }.count
  }

  /// What is given later than it is needed, the latest first.
  public var lateDependencies: [DependencyForecast] {
    dependencies.filter(\.isLate).sorted { ($1.lateDays ?? 0, $0.id) < ($0.lateDays ?? 0, $1.id) }
  }

  /// What is needed and nobody has agreed to give.
  public var dependenciesWithoutGiver: [DependencyForecast] {
    dependencies.filter { $0.status.lacksGiver && !$0.isGiven }
  }

  /// An activity by its id.
  public func activity(_ id: String) -> ActivityForecast? { activities.first { $0.id == id } }

  /// A gate by its id.
  public func gate(_ id: String) -> GateForecast? { gates.first { $0.id == id } }

  /// The gate that is furthest behind what was promised; of several, the last; nil when all are done.
  public var furthestBehind: GateForecast? {
    gates.filter { !$0.isDone }.max {
      ($0.slipDays ?? .min, $0.forecast, $0.id) < ($1.slipDays ?? .min, $1.forecast, $1.id)
    }
  }

  /// The ids along the path that decides when something finishes, from its first step.
  public func path(to id: String) -> [String] {
    ((try? schedule.drivingPath(to: id)) ?? []).map(\.id)
  }

  /// Days by which each activity can slip before one finishes later; what it does not wait for is
  /// left out.
  public func floats(to id: String) -> [String: Int] {
    guard let floats = try? schedule.floats(to: id) else { return [:] }
    var days: [String: Int] = [:]
    for (item, float) in zip(schedule.items, floats) where !item.isDone {
      if let float { days[item.id] = Int(float.rounded(.down)) }
    }
    return days
  }
}

/// A day number of the engine as a day; parts of a day count as a whole one.
func timelineDay(_ number: Double) -> CivilDay {
  let bounded = min(max(number, -700_000), 2_900_000)
  return CivilDay(number: Int((bounded - 1e-6).rounded(.up)))
}

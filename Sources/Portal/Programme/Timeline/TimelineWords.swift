// SPDX-License-Identifier: Apache-2.0

import Engagement
import Pictures
import Programme

/// The words that pages of the timeline share.
enum TimelineWords {
  static func path(_ id: String) -> String { "/programme/timeline/activities/\(id)" }

  /// One sentence on the gates that are still to pass.
  static func state(of view: TimelineView) -> String {
    let open = view.gates.filter { !$0.isDone }
    guard !open.isEmpty else { return "Every gate is passed." }
    let late = open.filter { ($0.slipDays ?? 0) > 0 }
    let passed = view.gates.count - open.count
    var words = "\(passed) of \(view.gates.count) gates are passed. "
    guard let worst = view.furthestBehind, let days = worst.slipDays, days > 0 else {
      return words + "None of the others is forecast late."
    }
    words += EventWords.count(late.count, "of the others is late", "of the others are late")
    return words
      + "; furthest behind is “\(worst.label)”, by \(GateRule.dayCount(days))."
  }

  static func state(ofDependencies view: TimelineView) -> String {
    let without = view.dependenciesWithoutGiver.count
    let late = view.lateDependencies.count
    guard without + late > 0 else { return "Everything needed is agreed and in time." }
    return "\(without) of \(view.dependencies.count) have no giver who agreed; "
      + "\(late) will be given too late."
  }

  static func late(_ days: Int?) -> String { days.map(String.init) ?? "not known" }

  static func range(_ from: CivilDay, _ to: CivilDay) -> String {
    from == to ? from.text : "\(from.text) to \(to.text)"
  }

  static func percent(_ share: Double) -> String {
    switch share {
    case 0: "0%"
    case ..<0.01: "under 1%"
    case 1: "100%"
    case 0.99...: "over 99%"
    default: "\(Int((share * 100).rounded()))%"
    }
  }

  /// Start and finish in words, with what is done said so.
  static func dates(_ forecast: ActivityForecast) -> String {
    if forecast.activity.kind != .activity {
      return (forecast.isDone ? "Passed on " : "Forecast ") + forecast.finish.text
    }
    if forecast.isDone { return "Done, \(range(forecast.start, forecast.finish))" }
    let words = range(forecast.start, forecast.finish)
    return forecast.isStarted ? "Under way, \(words)" : words
  }

  /// How long it takes, with its condition.
  static func length(_ forecast: ActivityForecast) -> String {
    let (low, likely, high) = (forecast.days[0], forecast.days[1], forecast.days[2])
    let days =
      low == high ? GateRule.dayCount(likely) : "\(low) to \(high) days, most likely \(likely)"
    let condition = forecast.activity.condition
    return condition.isEmpty ? days : "\(days) (\(condition))"
  }

  /// Whether a document states it.
  static func basis(_ activity: TimelineActivity) -> String {
    activity.isStated ? "Stated in a source" : "An assumption of this plan’s authors"
  }
}

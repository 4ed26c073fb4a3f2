// SPDX-License-Identifier: Apache-2.0

public import PatientFlow
import Sampling

/// The parts of a network in plain English, for reports and pages alike.
public enum FlowWords {
  /// How long something takes: "lognormal, 7.4 days on average, half of them under 4 days".
  public static func stay(_ stay: StayTime) -> String {
    switch stay {
    case .fixed(let value): return "always \(days(value))"
    case .exponential(let mean): return "exponential, \(days(mean)) on average"
    case .lognormal(let location, let scale):
      let mean = Elementary.exponential(location + scale * scale / 2)
      let median = Elementary.exponential(location)
      return "lognormal, \(days(mean)) on average, half of them under \(days(median))"
    case .uniform(let low, let high):
      return "anything between \(FlowNumber.rounded(low)) and \(days(high))"
    case .weibull(let shape, let scale):
      return "Weibull, shape \(FlowNumber.rounded(shape)), scale \(days(scale))"
    case .observed(let times):
      return "as observed, \(FlowNumber.count(times.count, "time", "times")) between "
        + "\(FlowNumber.rounded(times.min() ?? 0)) and \(days(times.max() ?? 0))"
    }
  }

  /// How much there is of a unit: "24 beds", "60 visits a day", "no limit".
  public static func capacity(_ unit: FlowUnit) -> String {
    switch unit.kind {
    case .unlimited: "no limit"
    case .beds(let groups):
      FlowNumber.count(groups.reduce(0) { $0 + $1.calendar.beds }, "bed", "beds")
    case .visits(let visits):
      FlowNumber.count(visits.calendar.beds, "visit a day", "visits a day")
    }
  }

  /// How the capacity of a unit changes over time and who may use it, a sentence for each.
  public static func calendar(_ unit: FlowUnit, classes: [PatientClass]) -> [String] {
    switch unit.kind {
    case .unlimited: []
    case .visits(let visits): changes(visits.calendar, "visits")
    case .beds(let groups):
      groups.flatMap { group -> [String] in
        let who = group.classes.map { places in
          "\(group.id): \(FlowNumber.count(group.calendar.beds, "bed", "beds")) only for "
            + places.map { name(classes, $0) }.joined(separator: ", ") + "."
        }
        return [who].compactMap { $0 } + changes(group.calendar, "beds")
      }
    }
  }

  private static func changes(_ calendar: BedCalendar, _ noun: String) -> [String] {
    var lines: [String] = []
    if let days = calendar.weekdays {
      lines.append(
        "By day of the week from Monday: \(days.map { "\($0)" }.joined(separator: ", ")) \(noun).")
    }
    lines += calendar.steps.map { step in
      "From day \(FlowNumber.rounded(step.day)): \(step.change > 0 ? "+" : "")\(step.change) \(noun)."
    }
    lines += calendar.escalation.map { rule in
      "\(rule.beds) \(noun) more while the queue is long: opened when \(rule.opensAtQueue) wait, "
        + "closed when \(rule.closesAtQueue) do."
    }
    return lines
  }

  /// What becomes of somebody who finds a unit full.
  public static func whenFull(_ unit: FlowUnit) -> String {
    switch unit.whenFull {
    case .elsewhere: "people from outside who find it full go elsewhere"
    case .wait(nil): "people from outside who find it full wait"
    case .wait(let limit?):
      "people from outside who find it full wait, unless \(limit) do so already"
    }
  }

  /// Who is next: "who has waited longest".
  public static func order(_ unit: FlowUnit) -> String {
    switch unit.order {
    case .firstCome: "who has waited longest"
    case .priority: "who has the highest priority, and of those who has waited longest"
    }
  }

  /// Days with their noun: "1 day", "7.4 days".
  public static func days(_ value: Double) -> String {
    let text = FlowNumber.rounded(value)
    return text == "1" ? "1 day" : "\(text) days"
  }

  static func name(_ classes: [PatientClass], _ place: Int) -> String {
    classes.indices.contains(place) ? classes[place].name : "class \(place + 1)"
  }

  static func name(_ units: [FlowUnit], _ place: Int?) -> String {
    guard let place else { return "out" }
    return units.indices.contains(place) ? units[place].name : "unit \(place + 1)"
  }
}

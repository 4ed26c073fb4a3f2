// SPDX-License-Identifier: Apache-2.0

import Facts
import Schedule

/// Checks the network of the programme: lengths in order, days in order, no loop.
enum TimelineCheck {
  static func violations(in tables: [String: Table]) -> [Violation] {
    let activities = tables["activities"]?.rows ?? []
    let own = activities.flatMap { lengths($0) + days($0) + reasons($0) }
    let links = tables["activity-links"]?.rows ?? []
    return own + links.flatMap { reasons($0, TimelineTables.links.path) } + loop(activities, links)
  }

  private static let file = TimelineTables.activities.path

  private static func lengths(_ row: Row) -> [Violation] {
    let days = ActivityRow.days(row)
    if row["kind"] == "activity" {
      guard row["likely"].isEmpty || days.low > days.likely || days.likely > days.high else {
        return []
      }
      return [
        Violation(
          file: file, row: row.number, column: "likely",
          found: "\(row["low"]), \(row["likely"]) and \(row["high"]) days",
          expected: "days that rise from low over likely to high",
          advice: "Give the likely length; leave low and high empty when they are the same.")
      ]
    }
    guard days != (0, 0, 0) else { return [] }
    return [
      Violation(
        file: file, row: row.number, column: "likely", found: "a length of \(days.likely) days",
        expected: "none, because a \(row["kind"]) takes no time",
        advice: "Make it an activity, or leave its lengths empty.")
    ]
  }

  private static func days(_ row: Row) -> [Violation] {
    guard let started = Day(iso: row["started"]), let finished = Day(iso: row["finished"]),
      finished < started
    else { return [] }
    return [
      Violation(
        file: file, row: row.number, column: "finished", found: row["finished"],
        expected: "a day not before \(row["started"]), when it started",
        advice: "Correct one of the two days.")
    ]
  }

  private static func reasons(_ row: Row, _ file: String = file) -> [Violation] {
    guard row["basis"] == "assumption", row["reason"].isEmpty else { return [] }
    return [
      Violation(
        file: file, row: row.number, column: "reason", found: "nothing",
        expected: "why the authors of the plan assume this",
        advice: "Write the reason in a sentence.")
    ]
  }

  /// The links of a loop, each with its row; what else is wrong is found by other checks.
  private static func loop(_ activities: [Row], _ rows: [Row]) -> [Violation] {
    let links = rows.map { WorkLink($0["from"], $0["to"]) }
    do {
      _ = try WorkNetwork(items: activities.map { WorkItem($0["id"]) }, links: links)
    } catch .loop(let circle) {
      let places = circle.compactMap { link in
        links.firstIndex(of: link).map { "“\(link.from)” to “\(link.to)” (row \(rows[$0].number))" }
      }
      return [
        Violation(
          file: TimelineTables.links.path,
          row: circle.first.flatMap { links.firstIndex(of: $0) }.map { rows[$0].number },
          column: "from",
          found: "links that go round in a circle: \(places.joined(separator: ", then "))",
          expected: "no activity that waits for itself",
          advice: "Take one of these links out, or turn it round.")
      ]
    } catch {}
    return []
  }
}

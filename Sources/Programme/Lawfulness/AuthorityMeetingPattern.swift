// SPDX-License-Identifier: Apache-2.0

public import Engagement
import PlanPackage

/// When a body meets, by a rule such as the second Thursday of every other month.
public struct MeetingPattern: Sendable, Equatable {
  /// Months, 1 to 12.
  public var months: [Int]
  /// Which week of the month, 1 to 4.
  public var week: Int
  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int

  /// A rule of meetings.
  public init(months: [Int], week: Int, weekday: Int) {
    self.months = months
    self.week = week
    self.weekday = weekday
  }

  init?(_ row: MeetingPatternRow) {
    let names = MeetingPattern.weekdays.map { $0.lowercased() }
    guard let weekday = names.firstIndex(of: row.weekday) else { return nil }
    self.init(months: row.months, week: row.week, weekday: weekday)
  }

  /// The days of meetings from one day to another, both included.
  public func days(from first: CivilDay, to last: CivilDay) -> [CivilDay] {
    guard first <= last else { return [] }
    return (first.parts.year...last.parts.year).flatMap { year in
      Set(months).sorted().compactMap { day(year, $0) }
    }.filter { first <= $0 && $0 <= last }
  }

  private func day(_ year: Int, _ month: Int) -> CivilDay? {
    CivilDay(year: year, month: month, day: 1).map {
      $0.adding((weekday - $0.weekday + 7) % 7 + 7 * (week - 1))
    }
  }

  /// The rule in words, such as "the second Thursday of every month".
  public var text: String {
    let order = ["first", "second", "third", "fourth"]
    let ordinal = order.indices.contains(week - 1) ? order[week - 1] : "last"
    let names = Set(months).sorted().compactMap {
      CivilDay(year: 2000, month: $0, day: 1)?.text.split(separator: " ")[1]
    }
    let when = names.count == 12 ? "every month" : names.joined(separator: ", ")
    return "the \(ordinal) \(MeetingPattern.weekdays[weekday]) of \(when)"
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

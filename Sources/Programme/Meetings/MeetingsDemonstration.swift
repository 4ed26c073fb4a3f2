// SPDX-License-Identifier: Apache-2.0

import Engagement
import Synchronization

/// Made-up life of this family, in the two years of a demonstration.
enum MeetingsDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    let plan = stage.plan.meetings
    guard let body = plan.bodies.first(where: { $0.seats.contains(where: \.isCounted) }) else {
      return []
    }
    let ids = SyntheticIDs()
    let months = stage.months.map { MeetingMonth($0) }
    let steps =
      SyntheticRisks(stage, body, ids).steps + SyntheticReports(stage).steps(months)
      + SyntheticBoard(stage, body, ids).steps(months)
      + SyntheticActions(stage, ids).steps(months)
    // What comes long after the last meeting would lie outside the two years that the pages show.
    let end = LondonTime.moment(stage.last.adding(14), minutes: 0)
    return steps.filter { $0.time < end }
  }
}

/// The days of a month of a made-up board.
struct MeetingMonth: Sendable {
  /// The first day of the month.
  let first: CivilDay
  /// The day of the meeting: the fourth Monday, or a week earlier on a holiday.
  let meeting: CivilDay

  init(_ first: CivilDay) {
    self.first = first
    let monday = first.adding((7 - first.weekday) % 7 + 21)
    meeting = EnglishBankHolidays.isWorkingDay(monday) ? monday : monday.adding(-7)
  }

  var period: ReportingMonth { ReportingMonth(first) }
}

/// Ids that one step made and another needs, by a name.
final class SyntheticIDs: Sendable {
  private let ids = Mutex<[String: String]>([:])

  func keep(_ name: String, _ id: String) { ids.withLock { $0[name] = id } }
  subscript(name: String) -> String? { ids.withLock { $0[name] } }
}

// SPDX-License-Identifier: Apache-2.0

/// How many working days an answer took, and when it is due.
///
/// The day on which an enquiry comes does not count; the next working day is the first. This is
/// how section 10 of the Freedom of Information Act 2000 counts.
public enum ResponseClock {
  /// A day of the Gregorian calendar.
  public typealias Day = CivilDay

  /// The last day on which an answer is in time.
  public static func due(received: Day, target: Int) -> Day {
    EnglishBankHolidays.workingDay(max(target, 0), after: received)
  }

  /// Working days from the day after it came up to and with a day; 0 when that is not later.
  public static func workingDays(from received: Day, to day: Day) -> Int {
    EnglishBankHolidays.workingDays(after: received, to: day)
  }
}

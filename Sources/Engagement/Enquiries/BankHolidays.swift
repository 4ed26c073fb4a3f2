// SPDX-License-Identifier: Apache-2.0

/// Bank holidays in England by rule: the Banking and Financial Dealings Act 1971, with the days
/// that were moved or added by proclamation since 2011.
public enum BankHolidays {
  /// A day of the calendar.
  public typealias Day = ResponseClock.Day

  /// Easter Sunday of a year.
  ///
  /// Method: the anonymous Gregorian computus (Nature, 1876), as in Jean Meeus, "Astronomical
  /// Algorithms" (1991).
  public static func easter(_ year: Int) -> Day {
    let golden = year % 19
    let century = year / 100
    let rest = year % 100
    let shift = (century - (century + 8) / 25 + 1) / 3
    let moon = (19 * golden + century - century / 4 - shift + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let late = (golden + 11 * moon + 22 * sunday) / 451
    let count = moon + sunday - 7 * late + 114
    return Day(year, count / 31, count % 31 + 1)
  }

  /// The bank holidays of a year that fall on Monday to Friday.
  public static func england(_ year: Int) -> Set<Day> {
    var days: Set<Day> = [
      weekday(onOrAfter: Day(year, 1, 1)), easter(year).adding(-2), easter(year).adding(1),
      earlyMay(year), spring(year), lastMonday(Day(year, 8, 31)),
    ]
    days.formUnion(christmas(year))
    days.formUnion(added.filter { $0.year == year })
    return days
  }

  private static func earlyMay(_ year: Int) -> Day {
    if year == 2020 { return Day(2020, 5, 8) }
    return lastMonday(Day(year, 5, 7))
  }

  private static func spring(_ year: Int) -> Day {
    if year == 2012 { return Day(2012, 6, 4) }
    if year == 2022 { return Day(2022, 6, 2) }
    return lastMonday(Day(year, 5, 31))
  }

  private static func christmas(_ year: Int) -> [Day] {
    let day = Day(year, 12, 25)
    return switch day.weekday {
    case 5: [day, day.adding(3)]
    case 6: [day.adding(2), day.adding(3)]
    case 0: [day.adding(1), day.adding(2)]
    default: [day, day.adding(1)]
    }
  }

  private static func lastMonday(_ day: Day) -> Day { day.adding(-((day.weekday + 6) % 7)) }

  private static func weekday(onOrAfter day: Day) -> Day {
    switch day.weekday {
    case 6: day.adding(2)
    case 0: day.adding(1)
    default: day
    }
  }

  /// Added once: a wedding (2011), two jubilees (2012, 2022), a funeral (2022), a coronation (2023).
  private static let added = [
    Day(2011, 4, 29), Day(2012, 6, 5), Day(2022, 6, 3), Day(2022, 9, 19), Day(2023, 5, 8),
  ]
}

// SPDX-License-Identifier: Apache-2.0

/// Bank holidays and working days of England.
///
/// By rule: the Banking and Financial Dealings Act 1971 (schedule 1), with the early May and New
/// Year holidays proclaimed every year since 1978 and 1974, Good Friday and Christmas Day by common
/// law. By proclamation: single days since 2011, as listed on www.gov.uk/bank-holidays. A future
/// proclamation is not known here until it is added.
public enum EnglishBankHolidays {
  /// Whether a day is a bank holiday, Good Friday or Christmas Day.
  public static func contains(_ day: CivilDay) -> Bool { days(of: day.parts.year).contains(day) }

  /// Whether offices are open: neither a Saturday, nor a Sunday, nor a holiday.
  public static func isWorkingDay(_ day: CivilDay) -> Bool {
    day.weekday < 5 && !contains(day)
  }

  /// The working day that is a number of working days after a day; that day is not counted.
  public static func workingDay(_ count: Int, after day: CivilDay) -> CivilDay {
    var result = day
    var left = count
    while left > 0 {
      result = result.adding(1)
      if isWorkingDay(result) { left -= 1 }
    }
    return result
  }

  /// How many working days lie after one day, up to and including another.
  public static func workingDays(after first: CivilDay, to last: CivilDay) -> Int {
    guard first < last else { return 0 }
    return (1...(last.number - first.number)).reduce(0) {
      $0 + (isWorkingDay(first.adding($1)) ? 1 : 0)
    }
  }

  /// The holidays of a year, in order.
  public static func days(of year: Int) -> [CivilDay] {
    let easter = easterSunday(year)
    let proclaimed = proclaimed[year]
    var days = newYear(year) + [easter.adding(-2), easter.adding(1)]
    days += proclaimed?.earlyMay ?? [monday(year, 5, from: 1)]
    days += proclaimed?.spring ?? [monday(year, 5, from: 25)]
    days += [monday(year, 8, from: 25)] + christmas(year) + (proclaimed?.extra ?? [])
    return days.sorted()
  }

  /// Easter Sunday of the Gregorian calendar.
  ///
  /// Source: J. Meeus, “Astronomical Algorithms” (1991), chapter 8, after the method printed in
  /// “Nature” in 1876.
  static func easterSunday(_ year: Int) -> CivilDay {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century + 8) / 25
    let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let shift = (golden + 11 * moon + 22 * week) / 451
    let place = moon + week - 7 * shift + 114
    return day(year, place / 31, place % 31 + 1)
  }

  private struct Proclaimed: Sendable {
    var earlyMay: [CivilDay]?
    var spring: [CivilDay]?
    var extra: [CivilDay] = []
  }

  private static let proclaimed: [Int: Proclaimed] = [
    2011: Proclaimed(extra: [day(2011, 4, 29)]),
    2012: Proclaimed(spring: [day(2012, 6, 4)], extra: [day(2012, 6, 5)]),
    2020: Proclaimed(earlyMay: [day(2020, 5, 8)]),
    2022: Proclaimed(spring: [day(2022, 6, 2)], extra: [day(2022, 6, 3), day(2022, 9, 19)]),
    2023: Proclaimed(extra: [day(2023, 5, 8)]),
  ]

  private static func newYear(_ year: Int) -> [CivilDay] {
    let first = day(year, 1, 1)
    return [first.weekday < 5 ? first : monday(year, 1, from: 1)]
  }

  /// Christmas Day, Boxing Day, and a weekday in place of each that falls on a weekend.
  private static func christmas(_ year: Int) -> [CivilDay] {
    let christmas = day(year, 12, 25)
    return switch christmas.weekday {
    case 4: [christmas, day(year, 12, 28)]
    case 5: [day(year, 12, 27), day(year, 12, 28)]
    case 6: [day(year, 12, 26), day(year, 12, 27)]
    default: [christmas, day(year, 12, 26)]
    }
  }

  private static func monday(_ year: Int, _ month: Int, from first: Int) -> CivilDay {
    let start = day(year, month, first)
    return start.adding((7 - start.weekday) % 7)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }
}

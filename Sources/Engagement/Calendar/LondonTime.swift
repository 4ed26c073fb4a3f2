// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Clock time in England, by the rule in force since 1998: one hour ahead of UTC from 01:00 UTC on
/// the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Order 1997, and
/// the Summer Time Order 2002 after it).
///
/// A rule needs no table of time zones on the machine, so that every machine gives the same answer.
public enum LondonTime {
  /// The moment at which the clocks of a day show some minutes after midnight.
  ///
  /// The hour that comes twice in October is the first of the two.
  public static func moment(_ day: CivilDay, minutes: Int) -> Date {
    let local = day.number * 86_400 + minutes * 60
    let seconds = isSummer(local - 3600) ? local - 3600 : local
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// The day that the calendar shows at a moment.
  public static func day(_ moment: Date) -> CivilDay {
    CivilDay(number: floorDivide(local(moment), 86_400))
  }

  /// Minutes after midnight that the clocks show at a moment.
  public static func minutes(_ moment: Date) -> Int {
    let seconds = local(moment)
    return (seconds - floorDivide(seconds, 86_400) * 86_400) / 60
  }

  /// Such as "14 February 2019 at 6:30pm".
  public static func text(_ moment: Date) -> String {
    "\(day(moment).text) at \(clock(minutes(moment)))"
  }

  /// Such as "6:30pm", "9am" or "midday".
  public static func clock(_ minutes: Int) -> String {
    if minutes == 720 { return "midday" }
    let (hour, minute) = (minutes / 60, minutes % 60)
    let shown = hour % 12 == 0 ? 12 : hour % 12
    let past = minute == 0 ? "" : ":\(CivilDay.padded(minute, 2))"
    return "\(shown)\(past)\(hour < 12 ? "am" : "pm")"
  }

  /// Minutes after midnight from a typed time: "18:30", "6.30pm" or "9am"; nil when it is none.
  public static func minutes(typed text: String) -> Int? {
    var rest = text.lowercased().filter { $0 != " " }
    let half = rest.hasSuffix("pm") ? 12 : 0
    let isTwelveHour = rest.hasSuffix("am") || rest.hasSuffix("pm")
    if isTwelveHour { rest.removeLast(2) }
    let halves = rest.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (1...3).contains(halves.count), let hour = Int(halves[0]),
      let minute = halves.count > 1 ? Int(halves[1]) : 0, (0..<60).contains(minute),
      isTwelveHour || halves.count > 1
    else { return nil }
    if isTwelveHour {
      return (1...12).contains(hour) ? (hour % 12 + half) * 60 + minute : nil
    }
    return (0..<24).contains(hour) ? hour * 60 + minute : nil
  }

  private static func local(_ moment: Date) -> Int {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
    return isSummer(seconds) ? seconds + 3600 : seconds
  }

  /// Whether summer time is in force at some seconds after 1 January 1970, UTC.
  private static func isSummer(_ seconds: Int) -> Bool {
    let year = CivilDay(number: floorDivide(seconds, 86_400)).parts.year
    guard let march = CivilDay(year: year, month: 3, day: 31),
      let october = CivilDay(year: year, month: 10, day: 31)
    else { return false }
    let start = march.adding(-((march.weekday + 1) % 7)).number * 86_400 + 3600
    let end = october.adding(-((october.weekday + 1) % 7)).number * 86_400 + 3600
    return start <= seconds && seconds < end
  }

  private static func floorDivide(_ value: Int, _ by: Int) -> Int {
    value >= 0 ? value / by : -((-value + by - 1) / by)
  }
}

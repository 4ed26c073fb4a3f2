// SPDX-License-Identifier: Apache-2.0

public import Engagement

extension CivilDay {
  /// The first day of the month of this day.
  public var firstOfMonth: CivilDay { adding(1 - parts.day) }

  /// The first day of a month some months later, or earlier when negative.
  public func addingMonths(_ count: Int) -> CivilDay {
    let (year, month, _) = parts
    let total = year * 12 + month - 1 + count
    return CivilDay(year: total / 12, month: total % 12 + 1, day: 1) ?? firstOfMonth
  }

  /// How many months lie from the month of this day to that of another.
  public func months(to other: CivilDay) -> Int {
    let (one, two) = (parts, other.parts)
    return (two.year - one.year) * 12 + two.month - one.month
  }

  /// Such as "June 2017".
  public var monthText: String { text.split(separator: " ").dropFirst().joined(separator: " ") }

  /// Such as "Jun 2017".
  public var shortMonthText: String {
    let words = monthText.split(separator: " ")
    return "\(words[0].prefix(3)) \(words[1])"
  }

  /// A month as it is typed: "2017-06", "6/2017", or any day of it.
  public init?(month text: String) {
    let dashed = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    if dashed.count == 2, let year = dashed[0], let month = dashed[1] {
      self.init(year: year, month: month, day: 1)
    } else if slashed.count == 2, let month = slashed[0], let year = slashed[1] {
      self.init(year: year, month: month, day: 1)
    } else if let day = CivilDay(text) {
      self = day.firstOfMonth
    } else {
      return nil
    }
  }
}

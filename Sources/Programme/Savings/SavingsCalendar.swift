// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Savings

extension CivilDay {
  /// The month that the day is in.
  public var savingsMonth: SavingsMonth {
    let (year, month, _) = parts
    return SavingsMonth(year: year, month: month)
  }
}

extension SavingsMonth {
  /// The first day of the month.
  public var firstDay: CivilDay {
    CivilDay(year: year, month: month, day: 1) ?? CivilDay(number: 0)
  }

  /// Such as "April 2017".
  public var text: String {
    firstDay.text.split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// Such as "2017-04".
  public var key: String { String(firstDay.iso.dropLast(3)) }

  /// A month from "2017-04", or nil.
  public init?(key: String) {
    guard let day = CivilDay(key + "-01") else { return nil }
    self = day.savingsMonth
  }

  /// Such as "2017-18".
  public var financialYearText: String { SavingsMonth.text(ofFinancialYear: financialYear) }

  /// A financial year such as "2017-18".
  public static func text(ofFinancialYear year: Int) -> String {
    let next = (year + 1) % 100
    return "\(year)-" + (next < 10 ? "0" : "") + "\(next)"
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The year from April to March by which health and councils plan.
public enum FinancialYear {
  /// The name of the one that starts in a calendar year: 2016-17 for 2016.
  public static func name(_ year: Int) -> String {
    "\(Day.fourDigits(year))-\(Day.twoDigits((year + 1) % 100))"
  }
}

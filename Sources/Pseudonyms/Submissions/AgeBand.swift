// SPDX-License-Identifier: Apache-2.0

import Identifiers

/// The age groups that a record keeps in place of a date of birth.
enum AgeBand {
  private static let bands = [
    (4, "0-4"), (17, "5-17"), (39, "18-39"), (64, "40-64"), (74, "65-74"), (84, "75-84"),
  ]

  /// The group of somebody born on one day, on another; nil when born later.
  static func of(_ birth: StandardDate, on day: StandardDate) -> String? {
    let hadBirthday = (day.month, day.day) >= (birth.month, birth.day)
    let age = day.year - birth.year - (hadBirthday ? 0 : 1)
    guard age >= 0, birth <= day else { return nil }
    return bands.first { age <= $0.0 }?.1 ?? "85+"
  }
}

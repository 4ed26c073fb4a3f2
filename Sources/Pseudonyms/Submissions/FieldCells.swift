// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers

/// The cells that are made of one value, ready to be written, and what became of the value.
struct FieldCells {
  /// Cells with commas between.
  var bytes: [UInt8] = []
  /// What else other cells need: the year of birth, the age group, or the place.
  var extra = ""
  /// The year of birth.
  var year = ""
  var status = StandardisedValue.Status.missing
  var reason: String?

  /// Empty cells for a value that is missing or wrong.
  static func empty(_ count: Int, _ value: StandardisedValue) -> FieldCells {
    FieldCells(
      bytes: [UInt8](repeating: UInt8(ascii: ","), count: count - 1), status: value.status,
      reason: FieldCells.plainReason(value))
  }

  /// The reason without the value that some reasons repeat: a report must not hold it.
  static func plainReason(_ value: StandardisedValue) -> String? {
    guard let reason = value.reason else { return nil }
    if let end = reason.range(of: "stands for") { return String(reason[end.lowerBound...]) }
    return reason
  }
}

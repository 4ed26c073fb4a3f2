// SPDX-License-Identifier: Apache-2.0

import Identifiers

/// How good the values of one field of a submission are.
public struct FieldTally: Codable, Hashable, Sendable {
  /// Values that were good as they were, but for capitals, spaces and signs.
  public private(set) var valid = 0
  /// Values that had to be put right.
  public private(set) var repaired = 0
  /// Nothing, or something that stands for nothing.
  public private(set) var missing = 0
  /// Values that cannot be right; their cells are empty in the output.
  public private(set) var invalid = 0
  /// Why values were repaired, missing or invalid, with how many.
  public private(set) var reasons: [String: Int] = [:]

  /// All values.
  public var total: Int { valid + repaired + missing + invalid }

  mutating func add(_ status: StandardisedValue.Status, _ reason: String?) {
    switch status {
    case .kept: valid += 1
    case .repaired: repaired += 1
    case .missing: missing += 1
    case .invalid: invalid += 1
    }
    if let reason { reasons[reason, default: 0] += 1 }
  }

  mutating func add(_ other: FieldTally) {
    valid += other.valid
    repaired += other.repaired
    missing += other.missing
    invalid += other.invalid
    reasons.merge(other.reasons, uniquingKeysWith: +)
  }
}

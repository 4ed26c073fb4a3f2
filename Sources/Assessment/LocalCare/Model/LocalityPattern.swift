// SPDX-License-Identifier: Apache-2.0

import Facts

/// Patterns of facts that have one value for each locality.
enum LocalityPattern {
  /// The fact of a pattern such as `population.registered.{locality}.2016-17`, for a locality.
  static func fact(_ pattern: String, _ locality: String) -> FactID? {
    guard let range = pattern.firstRange(of: "{locality}") else { return nil }
    return FactID(pattern[..<range.lowerBound] + locality + pattern[range.upperBound...])
  }
}

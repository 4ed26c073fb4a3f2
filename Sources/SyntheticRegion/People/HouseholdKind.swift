// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Who lives together.
enum HouseholdKind: CaseIterable {
  case oneYounger, oneOlder, couple, family, loneParent, adultChildren, threeGenerations, sharers

  /// The share of households of each kind: an assumption.
  static let shares = [0.14, 0.15, 0.28, 0.235, 0.075, 0.07, 0.02, 0.03]

  /// The age of the first adult, the younger ages more likely by a steepness above 1.
  func age(using stream: inout RandomStream) -> Int {
    switch self {
    case .oneYounger: 20 + stream.below(42)
    case .oneOlder: 62 + stream.early(of: 36, steepness: 1.3)
    case .couple: 24 + stream.below(66)
    case .family, .loneParent: 24 + stream.below(30)
    case .adultChildren: 46 + stream.below(24)
    case .threeGenerations: 30 + stream.below(20)
    case .sharers: 18 + stream.early(of: 16, steepness: 1.8)
    }
  }
}

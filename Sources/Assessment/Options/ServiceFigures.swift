// SPDX-License-Identifier: Apache-2.0

import PlanPackage

extension StandardRow.Measure {
  /// Whether it is a percentage.
  var isPercentage: Bool { self == .shareWithin || self == .shareInLargeUnits }

  /// What it is worked out from, apart from journeys.
  var needs: [ServiceParameterRow.Name] {
    switch self {
    case .volume, .meanMinutes, .longestMinutes, .shareWithin: []
    case .shareInLargeUnits: [.targetVolume]
    case .callToNeedle: [.callToTravel, .doorToNeedle]
    case .consultants: [.rota]
    case .nurses: [.lengthOfStay, .nursesPerHyperAcuteBed, .nursesPerAcuteBed]
    }
  }
}

extension ServiceParameterRow.Name {
  /// Whether the figure has to be a percentage.
  var isPercentage: Bool {
    switch self {
    case .treatedShare, .occupancy, .chanceNoBed, .discountRate: true
    default: false
    }
  }

  /// What the number ought to be, when it cannot be what it is.
  func problem(with value: Double) -> String? {
    switch self {
    case .treatedShare, .chanceNoBed, .discountRate:
      (0...100).contains(value) ? nil : "a percentage from 0 to 100"
    case .occupancy: value > 0 && value <= 100 ? nil : "a percentage above 0 and up to 100"
    default: value >= 0 ? nil : "a number of at least 0"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// How bad a risk is: consequence and likelihood, each from 1 to 5, and their product.
///
/// Method: National Patient Safety Agency, “A risk matrix for risk managers” (2008): score =
/// consequence × likelihood. The four bands 1 to 3, 4 to 6, 8 to 12 and 15 to 25 are those of its
/// model matrix and are used here as a convention.
public struct RiskScore: Codable, Sendable, Hashable {
  /// From 1, negligible, to 5, catastrophic.
  public let consequence: Int
  /// From 1, rare, to 5, almost certain.
  public let likelihood: Int

  /// A score, or nil when either part is not from 1 to 5.
  public init?(consequence: Int, likelihood: Int) {
    guard (1...5).contains(consequence), (1...5).contains(likelihood) else { return nil }
    self.consequence = consequence
    self.likelihood = likelihood
  }

  /// From 1 to 25.
  public var value: Int { consequence * likelihood }

  /// The band of the score.
  public var band: Band {
    switch value {
    case ..<4: .low
    case ..<8: .moderate
    case ..<15: .high
    default: .extreme
    }
  }

  /// Such as "4 × 3 = 12, high".
  public var text: String {
    "\(consequence) × \(likelihood) = \(value), \(band.label.lowercased())"
  }

  /// The bands of the matrix.
  public enum Band: String, Sendable, CaseIterable {
    case low, moderate, high, extreme

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .low: "Low"
      case .moderate: "Moderate"
      case .high: "High"
      case .extreme: "Extreme"
      }
    }
  }

  /// The words for consequences 1 to 5.
  public static let consequences = [
    "1 Negligible", "2 Minor", "3 Moderate", "4 Major", "5 Catastrophic",
  ]
  /// The words for likelihoods 1 to 5.
  public static let likelihoods = [
    "1 Rare", "2 Unlikely", "3 Possible", "4 Likely", "5 Almost certain",
  ]
}

// SPDX-License-Identifier: Apache-2.0

/// Where care is given; the raw values are those of plan tables.
public enum CareSetting: String, CaseIterable, Sendable, Hashable {
  /// General hospitals.
  case acute
  /// Community health services.
  case community
  /// General practice and what is around it.
  case primary
  /// Mental health services.
  case mentalHealth = "mental-health"
  /// Social care.
  case socialCare = "social-care"
  /// Ambulance services.
  case ambulance
}

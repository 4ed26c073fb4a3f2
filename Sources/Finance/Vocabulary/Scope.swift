// SPDX-License-Identifier: Apache-2.0

/// Whose gap a result describes.
public enum Scope: Hashable, Sendable {
  /// All members together, with the payments between them netted out once.
  case system
  /// One member, with the payments it makes to and receives from the others.
  case organisation(OrganisationID)
}

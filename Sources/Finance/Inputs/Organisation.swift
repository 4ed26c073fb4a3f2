// SPDX-License-Identifier: Apache-2.0

/// A member of the system: its gap is part of the system's gap.
public struct Organisation: Hashable, Sendable {
  /// What an organisation is for; it labels results and changes no arithmetic.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Buys care for a population.
    case commissioner
    /// Gives care.
    case provider
    /// A local authority, for social care and public health.
    case council
  }

  /// The id used by lines and schemes.
  public let id: OrganisationID
  /// The name people know it by.
  public let name: String
  /// Commissioner, provider or council.
  public let kind: Kind

  /// Describes a member of the system.
  public init(id: OrganisationID, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

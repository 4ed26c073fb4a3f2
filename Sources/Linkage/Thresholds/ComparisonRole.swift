// SPDX-License-Identifier: Apache-2.0

/// Whether two people of one family are alike in what is compared.
public enum ComparisonRole: String, Sendable, Hashable, Codable {
  /// Each has an own one, such as a given name or an NHS number.
  case personal
  /// People who live together mostly share it, such as a surname or a postcode.
  case shared
  /// Twins alone share it: the date of birth.
  case sharedByTwins
}

/// Pairs of two people of one household, whom chance alone does not make alike.
///
/// Without them a model takes twins for one person: the same surname, date of birth, sex and address
/// outweigh another given name and another number. Here they are classes of their own beside pairs of two
/// people drawn at random: they share what families share, and differ like any two in what is personal.
public struct RelatedPeople: Sendable, Hashable, Codable {
  /// The role of each comparison.
  public var roles: [ComparisonRole]
  /// The share of all pairs that are of two people of one household, twins aside.
  public var households: Double
  /// The share of all pairs that are of twins.
  public var twins: Double
  /// The share of such pairs at each level of each comparison, of those where nothing is missing; used where
  /// the role is `shared`.
  public var shared: [[Double]]

  /// Describes pairs of one household.
  public init(
    roles: [ComparisonRole], households: Double, twins: Double, shared: [[Double]]
  ) {
    self.roles = roles
    self.households = households
    self.twins = twins
    self.shared = shared
  }

  /// Whether the roles can tell two people of a household from one: something is personal, something shared.
  public static func canBeTold(_ roles: [ComparisonRole]) -> Bool {
    roles.contains(.personal) && roles.contains(.shared)
  }
}

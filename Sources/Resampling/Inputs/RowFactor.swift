// SPDX-License-Identifier: Apache-2.0

/// Something that makes activity grow or shrink by a factor before any strategy: repatriation,
/// growth that is not demographic, a waiting list, inequalities.
///
/// Factors of one family count as one cause in the account of change, and all that apply to a row
/// are multiplied.
public struct RowFactor: Sendable, Hashable {
  /// What messages call it.
  public var id: String
  /// The cause that it belongs to, such as `repatriation`.
  public var family: String
  /// The kind of activity.
  public var kind: ActivityKind
  /// The rows.
  public var scope: RowScope
  /// The factor: 1 changes nothing.
  public var value: ParameterValue
  /// Whether the factor is for each year and so is raised to the number of years.
  public var isYearly: Bool

  /// A factor.
  public init(
    id: String, family: String, kind: ActivityKind, scope: RowScope = RowScope(),
    value: ParameterValue, isYearly: Bool = false
  ) {
    self.id = id
    self.family = family
    self.kind = kind
    self.scope = scope
    self.value = value
    self.isYearly = isYearly
  }
}

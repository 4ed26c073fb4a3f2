// SPDX-License-Identifier: Apache-2.0

/// Something the system would do to narrow its gap.
public struct Scheme: Hashable, Sendable {
  /// What a saving does to the system.
  public enum Effect: Hashable, Sendable {
    /// Cost leaves the system: less is paid to staff, suppliers and others outside it.
    case cashReleasing
    /// The gap moves: the scheme's organisation pays less to this member, whose cost stays. It is
    /// nothing to the system.
    case transfer(to: OrganisationID)
  }

  /// The id of the scheme, unique in the solutions.
  public let id: SchemeID
  /// What the scheme is, in the plan's words.
  public let label: String
  /// The workstream it belongs to.
  public let workstream: WorkstreamID
  /// The member whose gap the saving narrows and who pays for the investment.
  public let organisation: OrganisationID
  /// How much it saves and when.
  public var delivery: Delivery
  /// The pool of cost it saves from; nil when no other scheme could save the same pound.
  public var pool: PoolID?
  /// Whether the saving leaves the system or moves within it.
  public var effect: Effect = .cashReleasing
  /// The chance that it delivers, or the share of it that is expected, from 0 to 1.
  public var confidence: Share = 1
  /// What must be spent.
  public var investment = Investment()

  /// Describes a certain, cash-releasing scheme without investment; set the rest afterwards.
  ///
  /// It has six arguments because it is a record, one for each column.
  public init(
    id: SchemeID, label: String, workstream: WorkstreamID, organisation: OrganisationID,
    delivery: Delivery, pool: PoolID? = nil
  ) {
    self.id = id
    self.label = label
    self.workstream = workstream
    self.organisation = organisation
    self.delivery = delivery
    self.pool = pool
  }
}

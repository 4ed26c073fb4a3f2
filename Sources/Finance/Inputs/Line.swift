// SPDX-License-Identifier: Apache-2.0

/// One stream of money of one organisation, and how it grows.
///
/// A transfer within the system is two lines: the payer's cost to the receiver, and the
/// receiver's income from the payer. ``TransferCheck`` compares the two.
public struct Line: Hashable, Sendable {
  /// The id of the line, unique in the model.
  public let id: LineID
  /// What the money is for, in the plan's words.
  public let label: String
  /// The member whose money it is.
  public let organisation: OrganisationID
  /// Which way the money goes.
  public let flow: Flow
  /// The amount in the base year, zero or more, in the prices of that year.
  public let baseline: MillionPounds
  /// How the amount changes after the base year.
  public let growth: Growth

  /// Describes a line; it has six arguments because it is a record, one for each column.
  public init(
    id: LineID, label: String, organisation: OrganisationID, flow: Flow,
    baseline: MillionPounds, growth: Growth
  ) {
    self.id = id
    self.label = label
    self.organisation = organisation
    self.flow = flow
    self.baseline = baseline
    self.growth = growth
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Where in the inputs a mistake is: a record and one of its fields.
public struct Place: Hashable, Sendable {
  /// The record with the mistake.
  public let record: Record
  /// The field of that record.
  public let field: Field

  /// Points at a field of a record.
  public init(_ record: Record, _ field: Field) {
    self.record = record
    self.field = field
  }

  /// A record of the inputs.
  public enum Record: Hashable, Sendable {
    /// An organisation of the model.
    case organisation(OrganisationID)
    /// A line of the model.
    case line(LineID)
    /// A scheme of the solutions.
    case scheme(SchemeID)
    /// A cost pool of the solutions.
    case pool(PoolID)
    /// The solutions as a whole.
    case solutions
    /// The rates that are weighted into one.
    case inflation
    /// A tariff rule.
    case tariff
    /// A deflator.
    case deflator
  }

  /// A field of a record.
  public enum Field: Hashable, Sendable {
    /// The id of the record.
    case id
    /// The organisation it belongs to.
    case organisation
    /// The member at the other end of a flow.
    case counterparty
    /// The amount in the base year.
    case baseline
    /// The rate of one driver.
    case growth(Driver)
    /// The share that follows activity.
    case variableShare
    /// The additive pressures.
    case additive
    /// The amount projected for one year.
    case year(Year)
    /// The rate of one component of cost.
    case component(CostComponent)
    /// A rate of inflation.
    case inflation
    /// A rate of efficiency.
    case efficiency
    /// The lines of a pool.
    case lines
    /// The pool a scheme draws on.
    case pool
    /// The kind of effect of a scheme.
    case effect
    /// The saving of a full year.
    case fullYearEffect
    /// The start of a scheme.
    case start
    /// The ramp of a scheme.
    case ramp
    /// The confidence in a scheme.
    case confidence
    /// New recurrent spending for a scheme.
    case recurrentInvestment
    /// One-off spending for a scheme.
    case nonRecurrentInvestment
    /// A gap the plan says it will reach.
    case claimedGap
  }
}

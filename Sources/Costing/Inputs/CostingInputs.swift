// SPDX-License-Identifier: Apache-2.0

/// What a system's money is made of, as a plan states it and before any check.
///
/// Everything is named by its id. What differs from run to run (activity, requirements, uncertain
/// prices, whether a scheme delivers) is not here but in a ``CostingDraw``.
public struct CostingInputs: Hashable, Sendable {
  /// The financial year of the baselines, by the calendar year it starts in: 2016 for 2016-17.
  public var baseYear: Int
  /// The last financial year, named likewise.
  public var lastYear: Int
  /// The members of the system, in the order in which results list them.
  public var organisations: [CostingOrganisation]
  /// What costs follow; a draw gives the series of each, in this order.
  public var drivers: [CostDriver]
  /// Series of inflation.
  public var prices: [PriceSeries]
  /// The money of the members.
  public var lines: [CostLine]
  /// What the plan does about the gap, in the order in which a bridge takes it.
  public var schemes: [CostingScheme]
  /// Costs that several schemes draw on.
  public var pools: [SavingsPool]
  /// Schemes whose saving comes through activity that a mitigator of demand removes.
  public var demandDeliveries: [DemandDelivery]
  /// What savings are used for.
  public var uses: [SavingsUse]
  /// What a confidence below one does.
  public var confidence: ConfidenceRule
  /// What happens when two members' books disagree about what one pays the other.
  public var transfers: TransferRule

  /// Gathers members and lines; set the rest afterwards.
  public init(
    baseYear: Int, lastYear: Int, organisations: [CostingOrganisation], lines: [CostLine],
    confidence: ConfidenceRule, transfers: TransferRule
  ) {
    self.baseYear = baseYear
    self.lastYear = lastYear
    self.organisations = organisations
    self.lines = lines
    self.confidence = confidence
    self.transfers = transfers
    drivers = []
    prices = []
    schemes = []
    pools = []
    demandDeliveries = []
    uses = []
  }
}

/// A member of the system.
public struct CostingOrganisation: Hashable, Sendable {
  /// The id used by lines and schemes.
  public var id: String
  /// The name people know it by.
  public var label: String

  /// Names a member.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// What a scheme's confidence does in a run.
public enum ConfidenceRule: Hashable, Sendable {
  /// A scheme delivers wholly or not at all: it delivers in a run when the run's uniform number
  /// for it lies below its confidence (a Bernoulli draw).
  case bernoulli
  /// Every run counts the saving times the confidence, before overlaps are removed.
  case expected
}

/// What a mismatch between the two ends of a payment between members does.
public enum TransferRule: Hashable, Sendable {
  /// It is an error, and there is no model.
  case refuse
  /// It is a finding of the model, and the system's account shows the difference.
  case report
}

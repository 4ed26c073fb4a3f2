// SPDX-License-Identifier: Apache-2.0

/// The way from the do-nothing gap to the do-something gap, scheme by scheme and year by year.
public struct Bridge: Hashable, Sendable {
  /// The bridges: the system's in full, the system's weighted, then each organisation's two.
  public let views: [BridgeView]
  /// What each scheme saves, by weighting, year and scheme id.
  public let schemes: [SchemeCheck]
  /// What the schemes on each pool save, by weighting, year and pool id.
  public let pools: [PoolCheck]
  /// Reasons to doubt the bridge, by year.
  public let warnings: [BridgeWarning]

  /// Finds one year of one bridge; nil when there is no such member or year.
  public func year(_ year: Year, _ scope: Scope, _ weighting: Weighting) -> BridgeYear? {
    views.first { $0.scope == scope && $0.weighting == weighting }?.years
      .first { $0.year == year }
  }

  /// Finds what a scheme saves in a year; nil when there is no such scheme or year.
  public func scheme(_ id: SchemeID, in year: Year, _ weighting: Weighting) -> SchemeCheck? {
    schemes.first { $0.scheme == id && $0.year == year && $0.weighting == weighting }
  }

  /// Finds what the schemes on a pool save in a year; nil when there is no such pool or year.
  public func pool(_ id: PoolID, in year: Year, _ weighting: Weighting) -> PoolCheck? {
    pools.first { $0.pool == id && $0.year == year && $0.weighting == weighting }
  }
}

/// The bridges of one scope and weighting, one for each year.
public struct BridgeView: Hashable, Sendable {
  /// Whose gap is bridged.
  public let scope: Scope
  /// Whether savings are weighted by confidence.
  public let weighting: Weighting
  /// One bridge a year, from the base year on.
  public let years: [BridgeYear]
}

/// The bridge of one year.
///
/// The gap after each step is the gap before it plus the change, added in that order, so the steps
/// lead to the do-something gap without any rounding left over.
public struct BridgeYear: Hashable, Sendable {
  /// The year.
  public let year: Year
  /// The gap when nobody does anything.
  public let doNothingGap: MillionPounds
  /// Each scheme in the order of ids, then recurrent and non-recurrent investment.
  public let steps: [BridgeStep]
  /// The gap that would be left if what does not recur were taken away, savings and investment.
  public let underlyingGap: MillionPounds
  /// The gap that the plan says it will reach; nil when it doesn't say, or says so of the system
  /// and this is the bridge of a member.
  public let claimedGap: MillionPounds?

  /// The gap after every scheme and investment.
  public var doSomethingGap: MillionPounds { steps.last?.gapAfter ?? doNothingGap }
  /// The gap that no scheme closes: another name for the do-something gap.
  public var residualGap: MillionPounds { doSomethingGap }
  /// The improvement that the plan claims and its schemes don't explain: positive when schemes are
  /// missing.
  public var unexplained: MillionPounds? { claimedGap.map { doSomethingGap - $0 } }
}

/// One step of a bridge.
public struct BridgeStep: Hashable, Sendable {
  /// What makes the step.
  public enum Kind: Hashable, Sendable {
    /// The net saving of a scheme; a transfer is a step of zero for the system.
    case scheme(SchemeID)
    /// The running cost of all schemes.
    case recurrentInvestment
    /// The one-off cost of all schemes.
    case nonRecurrentInvestment
  }

  /// What makes the step.
  public let kind: Kind
  /// The change in the gap: negative for a saving.
  public let change: MillionPounds
  /// The gap after the step.
  public let gapAfter: MillionPounds
}

/// A reason to doubt a bridge.
public enum BridgeWarning: Hashable, Sendable {
  /// An organisation's cash-releasing savings exceed all it spends outside the system that year,
  /// so at least some of them cut another member's income: they are transfers.
  case savingsExceedExternalCost(
    OrganisationID, Year, savings: MillionPounds, externalCost: MillionPounds)
  /// The members' gaps sum to something else than the system's that year.
  case transfersDoNotCancel(Year, difference: MillionPounds)
}

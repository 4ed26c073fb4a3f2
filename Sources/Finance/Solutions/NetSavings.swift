// SPDX-License-Identifier: Apache-2.0

/// Whether savings are counted whole or by the confidence in them.
public enum Weighting: CaseIterable, Hashable, Sendable {
  /// Every scheme delivers in full.
  case full
  /// Every scheme's saving is multiplied by its confidence, before overlaps are removed.
  ///
  /// For schemes on one pool that succeed or fail independently, that is the expected net saving.
  case confidenceWeighted
}

/// What one scheme saves in one year once overlaps are removed, and what that is to the system.
public struct SchemeCheck: Hashable, Sendable {
  /// What a saving does to the system.
  public enum Verdict: Hashable, Sendable {
    /// Cost leaves the system, so the saving narrows the system's gap.
    case releasesCash
    /// The gap only moves from one member to another: nothing to the system.
    case movesGap(from: OrganisationID, to: OrganisationID)
  }

  /// The scheme.
  public let scheme: SchemeID
  /// The year.
  public let year: Year
  /// Whether the saving is weighted by confidence.
  public let weighting: Weighting
  /// The pool it draws on, when it draws on one.
  public let pool: PoolID?
  /// The saving before overlaps.
  public let gross: MillionPounds
  /// The saving of its own organisation after overlaps.
  public let net: MillionPounds
  /// What the saving does to the system.
  public let verdict: Verdict

  /// The part of the claim that other schemes on the pool save already.
  public var overlapRemoved: MillionPounds { gross - net }

  /// The part of the net saving that narrows the system's gap: all of it or none.
  public var systemSaving: MillionPounds { verdict == .releasesCash ? net : 0 }
}

/// What the schemes on one pool save together in one year.
public struct PoolCheck: Hashable, Sendable {
  /// The pool.
  public let pool: PoolID
  /// The year.
  public let year: Year
  /// Whether savings are weighted by confidence.
  public let weighting: Weighting
  /// The cost that could be saved.
  public let size: MillionPounds
  /// The sum of the claims.
  public let gross: MillionPounds
  /// What they save together when no pound is saved twice.
  public let net: MillionPounds

  /// The pounds claimed more than once.
  public var overlapRemoved: MillionPounds { gross - net }
}

// SPDX-License-Identifier: Apache-2.0

/// A cost that several schemes would save from, so that no pound is saved twice.
public struct CostPool: Hashable, Sendable {
  /// How large a pool is.
  public enum Size: Hashable, Sendable {
    /// The same amount in every year, above zero, in the prices of each.
    case fixed(MillionPounds)
    /// The do-nothing amount of these lines in each year; each is a cost outside the system.
    case lines([LineID])
  }

  /// The id of the pool, unique in the solutions.
  public let id: PoolID
  /// What the cost is, in the plan's words.
  public let label: String
  /// How large the pool is.
  public let size: Size

  /// Describes a pool.
  public init(id: PoolID, label: String, size: Size) {
    self.id = id
    self.label = label
    self.size = size
  }
}

/// What the system would do about its gap, as a plan states it and before any check.
public struct Solutions: Hashable, Sendable {
  /// The schemes; their order doesn't matter.
  public let schemes: [Scheme]
  /// The pools that schemes draw on.
  public let pools: [CostPool]
  /// The system gap that the plan says it will reach in a year, zero for a gap that is closed.
  public let claimedGaps: [Year: MillionPounds]

  /// Gathers the solutions of a plan.
  public init(
    schemes: [Scheme], pools: [CostPool] = [], claimedGaps: [Year: MillionPounds] = [:]
  ) {
    self.schemes = schemes
    self.pools = pools
    self.claimedGaps = claimedGaps
  }
}

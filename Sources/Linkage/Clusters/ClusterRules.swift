// SPDX-License-Identifier: Apache-2.0

/// What no cluster may break, whatever the weights say.
public struct ClusterRules: Sendable, Hashable {
  /// The source of each row; empty where there is one source.
  public var sources: [UInt16]
  /// Sources that have a person once at most, such as a register of patients.
  public var singleSources: Set<UInt16>
  /// Rows that somebody has found to be of one person.
  public var together: [Couple]
  /// Rows that somebody has found to be of two people.
  public var apart: [Couple]

  /// Two rows.
  public struct Couple: Sendable, Hashable {
    /// The one row.
    public let left: Int32
    /// The other.
    public let right: Int32

    /// Two rows in either order.
    public init(_ a: Int32, _ b: Int32) {
      left = min(a, b)
      right = max(a, b)
    }
  }

  /// Rules; none unless given.
  public init(
    sources: [UInt16] = [], singleSources: Set<UInt16> = [], together: [Couple] = [],
    apart: [Couple] = []
  ) {
    self.sources = sources
    self.singleSources = singleSources
    self.together = together
    self.apart = apart
  }

  /// At most one record of any source in a cluster.
  public static func oneToOne(sources: [UInt16]) -> Self {
    Self(sources: sources, singleSources: Set(sources))
  }
}

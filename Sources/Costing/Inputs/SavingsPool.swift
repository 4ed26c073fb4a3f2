// SPDX-License-Identifier: Apache-2.0

/// A cost that several schemes draw on, so that no pound is saved twice.
public struct SavingsPool: Hashable, Sendable {
  /// How large a pool is.
  public enum Size: Hashable, Sendable {
    /// £ million, the same in every year, above zero.
    case fixed(Double)
    /// What these lines, each a cost outside the system, come to in each year and run with the
    /// plan's activity: what activity has taken away already cannot be saved again.
    case lines([String])
  }

  /// How claims on a pool combine.
  public enum Rule: Hashable, Sendable {
    /// Claims of shares `s` save `1 - (1 - s₁)(1 - s₂)...` of the pool, as if each acted on what
    /// the others leave, in no order; divided by Shapley value.
    case independent
    /// Claims add up to at most this share of the pool, from 0 to 1; beyond it each is cut in
    /// proportion.
    case capped(Double)
  }

  /// The id used by schemes.
  public var id: String
  /// How large it is.
  public var size: Size
  /// How claims on it combine.
  public var rule: Rule

  /// Describes a pool.
  public init(id: String, size: Size, rule: Rule) {
    self.id = id
    self.size = size
    self.rule = rule
  }
}

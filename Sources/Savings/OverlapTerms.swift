// SPDX-License-Identifier: Apache-2.0

/// Money that schemes can draw on, in a tree: what a pool holds lies in the pools below it.
public struct OverlapPool: Sendable, Equatable {
  /// Permanent name.
  public let id: String
  /// The pool it is a part of; nil at the top.
  public let parent: String?
  /// Pounds a year; nil is the sum of the pools below.
  ///
  /// What a pool holds beyond the pools below is a cell of its own, "the rest".
  public let amount: Double?
  /// The largest share of it that can be saved at all, 0 to 1; nil when nobody says.
  public let reducible: Double?

  /// A pool of money.
  public init(id: String, parent: String?, amount: Double?, reducible: Double? = nil) {
    self.id = id
    self.parent = parent
    self.amount = amount
    self.reducible = reducible
  }
}

/// A named part of all money, such as a population or a period, and its share of each pool.
public struct OverlapPart: Sendable, Equatable {
  /// Permanent name.
  public let name: String
  /// Share of the money of every pool, 0 to 1.
  public let share: Double

  /// A part with its share.
  public init(_ name: String, share: Double) {
    self.name = name
    self.share = share
  }
}

/// What a scheme says that it takes out of a pool.
public struct OverlapClaim: Sendable, Equatable {
  /// How much is claimed.
  public enum Extent: Sendable, Equatable {
    /// A share of the money it touches, 0 to 1.
    case share(Double)
    /// Pounds a year, the same share of every cell it touches.
    case amount(Double)
  }

  /// The scheme; its claims count together.
  public let scheme: String
  /// The pool; a pool with others below it stands for all of them.
  public let pool: String
  /// How much.
  public let extent: Extent
  /// The population it is about; nil is everybody.
  public let population: String?
  /// The period it is about; nil is all of the time.
  public let period: String?

  /// A claim of a scheme on a pool.
  public init(
    scheme: String, pool: String, _ extent: Extent, population: String? = nil,
    period: String? = nil
  ) {
    self.scheme = scheme
    self.pool = pool
    self.extent = extent
    self.population = population
    self.period = period
  }
}

/// How claims on the same money combine.
public enum OverlapRule: String, Sendable, CaseIterable, Codable {
  /// Each scheme takes its share of what the others leave: 1 − ∏(1 − sᵢ), in no order; attributed
  /// by Shapley value.
  case independent
  /// The same total; each scheme is given its share of what those before it leave.
  case sequential
  /// The same, but never more than the reducible share of a pool; attributed by Shapley value.
  case capped
}

/// How attributions are estimated where they cannot be worked out exactly.
public struct OverlapSampling: Sendable, Equatable {
  /// Orders of the schemes that are drawn, each together with its reverse.
  public let orders: Int
  /// The same seed draws the same orders.
  public let seed: UInt64

  /// Orders and their seed; at least two are drawn, so that an error can be stated.
  public init(orders: Int, seed: UInt64) {
    self.orders = max(2, orders)
    self.seed = seed
  }

  /// 4,000 orders and their reverses, from a fixed seed.
  public static let standard = OverlapSampling(orders: 4_000, seed: 2017)
}

/// Everything that is wrong with pools and claims.
public struct OverlapFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// Each with what was found, what is expected, and what to do.
  public let faults: [SavingsError]

  /// The faults, one a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

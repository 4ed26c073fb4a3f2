// SPDX-License-Identifier: Apache-2.0

/// What schemes save together, once money that several claim is counted once; pounds a year.
public struct OverlapResult: Sendable, Equatable {
  /// One scheme.
  public struct Part: Sendable, Equatable {
    /// The scheme.
    public let scheme: String
    /// What it claims.
    public let gross: Double
    /// What it is credited with; the sum over schemes is the net total.
    public let net: Double
    /// Standard error of `net`; 0 when it is exact.
    public let standardError: Double
  }

  /// Two schemes that claim the same money.
  public struct Pair: Sendable, Equatable {
    /// The one with the earlier claim.
    public let first: String
    /// The other.
    public let second: String
    /// What is lost when only these two go together: the sum of cell × s₁ × s₂.
    ///
    /// Where three or more meet, the amounts of their pairs come to more than is removed in all.
    public let amount: Double
  }

  /// One cell of money.
  public struct Cell: Sendable, Equatable {
    /// The pool.
    public let pool: String
    /// Whether it is what the pool holds beyond those below it.
    public let isRest: Bool
    /// The population.
    public let population: String
    /// The period.
    public let period: String
    /// How much money it is.
    public let amount: Double
    /// The schemes that claim it, with the share of each.
    public let shares: [String: Double]
    /// What they claim, added up.
    public let gross: Double
    /// What they save together.
    public let net: Double
  }

  /// How claims were combined.
  public let rule: OverlapRule
  /// Claims added up.
  public let gross: Double
  /// What is saved.
  public let net: Double
  /// What is claimed more than once, or beyond what can be saved.
  public var removed: Double { gross - net }
  /// Each scheme, in the order of first claims.
  public let parts: [Part]
  /// Pairs with something in common, the largest first.
  public let pairs: [Pair]
  /// Cells, in the order of pools.
  public let cells: [Cell]
  /// Whether every attribution is exact.
  public var isExact: Bool { parts.allSatisfy { $0.standardError == 0 } }
}

extension OverlapModel {
  /// Combines and attributes.
  ///
  /// - Complexity: for n schemes in a cell O(n³), or O(n 2ⁿ) under a cap up to 12 of them.
  public func result(
    _ rule: OverlapRule, sampling: OverlapSampling = .standard
  ) -> OverlapResult {
    var gross = Array(repeating: 0.0, count: schemes.count)
    var net = gross
    var variances = gross
    for (number, cell) in cells.enumerated() {
      let found = attribution(cell, rule, sampling, number)
      for (place, entry) in cell.shares.enumerated() {
        gross[entry.scheme] += cell.amount * entry.gross
        net[entry.scheme] += cell.amount * found.values[place]
        let error = cell.amount * found.errors[place]
        variances[entry.scheme] += error * error
      }
    }
    return OverlapResult(
      rule: rule, gross: gross.reduce(0, +),
      net: cells.reduce(0) { $0 + $1.amount * $1.net(rule) },
      parts: schemes.indices.map {
        OverlapResult.Part(
          scheme: schemes[$0], gross: gross[$0], net: net[$0],
          standardError: variances[$0].squareRoot())
      },
      pairs: pairs(), cells: cells.map { described($0, rule) })
  }

  private func attribution(
    _ cell: Cell, _ rule: OverlapRule, _ sampling: OverlapSampling, _ number: Int
  ) -> (values: [Double], errors: [Double]) {
    let shares = cell.shares.map(\.share)
    let none = Array(repeating: 0.0, count: shares.count)
    switch rule {
    case .independent: return (ShapleyShares.exact(shares), none)
    case .sequential: return (OverlapModel.inOrder(shares), none)
    case .capped:
      guard let cap = cell.reducible, cap < cell.net(.independent) else {
        return (ShapleyShares.exact(shares), none)
      }
      guard shares.count > ShapleyShares.largestExact else {
        return (ShapleyShares.exact(shares, cap: cap), none)
      }
      // Each cell draws orders of its own, so that errors add up as independent ones do.
      var seeds = OverlapDraws(seed: sampling.seed ^ (UInt64(number) << 32))
      let drawn = OverlapSampling(orders: sampling.orders, seed: seeds.next())
      return ShapleyShares.sampled(shares, cap: cap, drawn)
    }
  }

  private static func inOrder(_ shares: [Double]) -> [Double] {
    var left = 1.0
    return shares.map { share in
      defer { left *= 1 - share }
      return left * share
    }
  }

  private func pairs() -> [OverlapResult.Pair] {
    var amounts: [Int: Double] = [:]
    for cell in cells {
      for (place, one) in cell.shares.enumerated() {
        for other in cell.shares.dropFirst(place + 1) {
          amounts[one.scheme * schemes.count + other.scheme, default: 0] +=
            cell.amount * one.share * other.share
        }
      }
    }
    return amounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { key, amount in
      OverlapResult.Pair(
        first: schemes[key / schemes.count], second: schemes[key % schemes.count],
        amount: amount)
    }
  }

  private func described(_ cell: Cell, _ rule: OverlapRule) -> OverlapResult.Cell {
    OverlapResult.Cell(
      pool: cell.leaf, isRest: cell.isRest, population: cell.population, period: cell.period,
      amount: cell.amount,
      shares: Dictionary(cell.shares.map { (schemes[$0.scheme], $0.share) }) { first, _ in first },
      gross: cell.amount * cell.shares.reduce(0) { $0 + $1.gross },
      net: cell.amount * cell.net(rule))
  }
}

extension OverlapModel.Cell {
  /// The share of the cell that is saved.
  func net(_ rule: OverlapRule) -> Double {
    ShapleyShares.worth(shares.map(\.share), rule == .capped ? reducible ?? 1 : 1)
  }
}

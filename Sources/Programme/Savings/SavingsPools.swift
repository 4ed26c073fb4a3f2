// SPDX-License-Identifier: Apache-2.0

public import Savings

/// The pools of a plan with the sizes that are known on a day.
public struct SavingsPools: Sendable {
  /// The pools with their sizes, in the order of the plan.
  public private(set) var pools: [OverlapPool]

  /// Sizes of the plan, and those recorded since.
  public init(_ plan: SavingsPlan, _ state: SchemeState) {
    pools = plan.pools.map { pool in
      OverlapPool(
        id: pool.id, parent: pool.parent,
        amount: state.pools[pool.id]?.value ?? pool.size?.pounds, reducible: pool.reducible)
    }
  }

  /// The same with another size for a pool.
  func setting(_ id: String, to pounds: Double) -> SavingsPools {
    var copy = self
    copy.pools = pools.map { pool in
      pool.id == id
        ? OverlapPool(
          id: pool.id, parent: pool.parent, amount: pounds, reducible: pool.reducible) : pool
    }
    return copy
  }

  /// What is wrong with the sizes, in words; nil when they fit in each other.
  var fault: String? {
    do {
      _ = try OverlapModel(pools: pools, claims: [])
      return nil
    } catch {
      return error.faults.map(\.description).joined(separator: " ")
    }
  }

  /// Money in a pool: its own size, or that of what lies below it; nil when neither is known.
  public func money(in id: String) -> Double? {
    if let amount = pools.first(where: { $0.id == id })?.amount { return amount }
    let below = pools.filter { $0.parent == id }.compactMap { money(in: $0.id) }
    return below.isEmpty ? nil : below.reduce(0, +)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The tree of pools as cells: every pound in exactly one.
struct OverlapTree {
  /// One leaf of the tree, or what a pool holds beyond those below it.
  struct Leaf {
    let pool: String
    let isRest: Bool
    let amount: Double
    let reducible: Double?
    /// The pool and all above it.
    let lineage: [String]
  }

  let leaves: [Leaf]
  private let known: Set<String>

  /// - Throws: `OverlapFaults` with everything that is wrong.
  init(_ pools: [OverlapPool]) throws(OverlapFaults) {
    var faults = OverlapTree.faults(pools)
    guard faults.isEmpty else { throw OverlapFaults(faults: faults) }
    var builder = OverlapTreeBuilder(pools)
    for pool in pools where pool.parent == nil { _ = builder.build(pool, above: [], nil) }
    faults = builder.faults
    guard faults.isEmpty else { throw OverlapFaults(faults: faults) }
    leaves = builder.leaves
    known = Set(pools.map(\.id))
  }

  func knows(_ pool: String) -> Bool { known.contains(pool) }

  private static func faults(_ pools: [OverlapPool]) -> [SavingsError] {
    var faults: [SavingsError] = []
    var seen: Set<String> = []
    let parents = Dictionary(pools.map { ($0.id, $0.parent) }) { first, _ in first }
    for pool in pools {
      if !seen.insert(pool.id).inserted {
        faults.append(SavingsError("The pool \(pool.id) is there twice. Remove one."))
      }
      if let parent = pool.parent, parents[parent] == nil {
        faults.append(
          SavingsError("The pool \(pool.id) is part of \(parent), which is no pool."))
      }
      if let amount = pool.amount, !(amount >= 0 && amount.isFinite) {
        faults.append(
          SavingsError("The pool \(pool.id) holds \(amount). Give pounds, 0 or more."))
      }
      if let share = pool.reducible, !(0...1).contains(share) {
        faults.append(
          SavingsError("The reducible share of \(pool.id) is \(share). Give 0 to 1."))
      }
      if let loop = loop(from: pool.id, parents) {
        faults.append(SavingsError("Pools that contain each other: \(loop)."))
      }
    }
    return faults
  }

  /// The way round, when a pool lies within itself; told once, by the first id of the loop.
  private static func loop(from start: String, _ parents: [String: String?]) -> String? {
    var way = [start]
    var current = start
    while case .some(.some(let parent)) = parents[current], way.count <= parents.count {
      way.append(parent)
      if parent == start { return way.min() == start ? way.joined(separator: ", in ") : nil }
      current = parent
    }
    return nil
  }
}

/// Goes down the tree once.
private struct OverlapTreeBuilder {
  private let children: [String: [OverlapPool]]
  var leaves: [OverlapTree.Leaf] = []
  var faults: [SavingsError] = []

  init(_ pools: [OverlapPool]) {
    children = Dictionary(grouping: pools.filter { $0.parent != nil }) { $0.parent ?? "" }
  }

  /// The amount of a pool, after its leaves have been noted.
  mutating func build(_ pool: OverlapPool, above: [String], _ cap: Double?) -> Double {
    let lineage = above + [pool.id]
    let reducible = pool.reducible ?? cap
    guard let below = children[pool.id] else {
      note(pool, isRest: false, pool.amount ?? 0, reducible, lineage)
      return pool.amount ?? 0
    }
    let sum = below.reduce(0) { $0 + build($1, above: lineage, reducible) }
    guard let amount = pool.amount else { return sum }
    let rest = amount - sum
    if rest < -1e-6 * max(1, amount) {
      faults.append(
        SavingsError(
          "The pool \(pool.id) holds \(amount), but the pools in it hold \(sum). "
            + "Give it at least as much."))
    } else if rest > 1e-6 * max(1, amount) {
      note(pool, isRest: true, rest, reducible, lineage)
    }
    return amount
  }

  private mutating func note(
    _ pool: OverlapPool, isRest: Bool, _ amount: Double, _ cap: Double?, _ lineage: [String]
  ) {
    leaves.append(
      OverlapTree.Leaf(
        pool: pool.id, isRest: isRest, amount: amount, reducible: cap, lineage: lineage))
  }
}

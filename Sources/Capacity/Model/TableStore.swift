// SPDX-License-Identifier: Apache-2.0

/// Tables of rules, each made once for all resources that share it.
struct TableStore {
  private let largestPool: Double?
  private var tables: [PlacesRule: PlacesTable] = [:]
  private var reach: [PlacesRule: Double] = [:]

  /// The mean that tables reach at least, and the most that they reach without being asked for more.
  private static let usual = 2048.0...100_000.0

  init(largestPool: Double?) {
    self.largestPool = largestPool.map { $0.isFinite ? min(max($0, 1), 1_000_000) : 2048 }
  }

  /// The table of a rule for a resource of which so much is available.
  mutating func table(_ rule: PlacesRule, available: [Double]) -> PlacesTable {
    let wanted =
      largestPool
      ?? min(max(2 * (available.max() ?? 0), Self.usual.lowerBound), Self.usual.upperBound)
    if let table = tables[rule], let reached = reach[rule], reached >= wanted { return table }
    let table = PlacesTable(rule, upTo: wanted)
    tables[rule] = table
    reach[rule] = wanted
    return table
  }
}

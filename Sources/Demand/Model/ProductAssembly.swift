// SPDX-License-Identifier: Apache-2.0

/// Puts products together, those with the same factors into one.
struct ProductAssembly {
  /// What two amounts must share to be one product.
  struct Key: Hashable {
    let measure: Int
    let source: DemandQuantity
    let need: ServiceLine.Growth
    let opens: Int
    let health: Int
    let growth: [Int]
    let steps: [PlanStep]
  }

  private(set) var keys: [Key] = []
  /// By key: its base, in the layout of ``DemandModel/bases``.
  private(set) var bases: [[Double]] = []
  /// By key: the sum over cells of the square of the base over its activity, for variance by chance.
  private(set) var squares: [Double] = []
  private var places: [Key: Int] = [:]

  /// Adds a base to the product of a key.
  mutating func add(_ key: Key, _ base: StratumBase) {
    let amount = key.source == .activity ? base.activity : base.bedDays
    guard amount.contains(where: { $0 != 0 }) else { return }
    let square = key.source == .activity ? base.activityTotal : base.squaredStays
    guard let place = places[key] else {
      places[key] = keys.count
      keys.append(key)
      bases.append(amount)
      squares.append(square)
      return
    }
    for index in amount.indices { bases[place][index] += amount[index] }
    squares[place] += square
  }
}

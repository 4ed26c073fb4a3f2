// SPDX-License-Identifier: Apache-2.0

/// The activity of a service in the base year by sex and single year of age, under one variant.
struct CellSpread: Sendable {
  private(set) var activity: [Double]
  private(set) var bedDays: [Double]
  /// Whether any cell covers a group.
  private(set) var covered: [Bool]

  init(_ service: ServiceLine, _ table: PeopleTable) {
    activity = Array(repeating: 0, count: table.groupCount)
    bedDays = activity
    covered = Array(repeating: false, count: table.groupCount)
    for cell in service.cells {
      let groups = table.groups(of: cell)
      let weights = Self.weights(groups, service.growsWith, table)
      let total = weights.reduce(0, +)
      for (group, weight) in zip(groups, weights) {
        covered[group] = true
        guard total > 0 else { continue }
        activity[group] += cell.activity * (weight / total)
        bedDays[group] += cell.bedDays * (weight / total)
      }
    }
  }

  /// By what a cell is spread: births where there are mothers, people elsewhere.
  static func weights(
    _ groups: [Int], _ need: ServiceLine.Growth, _ table: PeopleTable
  ) -> [Double] {
    if need == .births {
      let births = groups.map(table.baseBirths)
      if births.contains(where: { $0 > 0 }) { return births }
    }
    return groups.map { table.people[0][$0] }
  }

  /// Rates of activity by group, for health status.
  func rates(_ table: PeopleTable) -> [Double] {
    activity.indices.map { table.people[0][$0] > 0 ? activity[$0] / table.people[0][$0] : 0 }
  }
}

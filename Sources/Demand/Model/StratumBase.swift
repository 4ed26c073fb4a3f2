// SPDX-License-Identifier: Apache-2.0

/// The summed base of the cells of a stratum: for each variant a row without growth of need and a row
/// for each year with it, each row with one value or with one for each knot of health status.
struct StratumBase {
  private(set) var activity: [Double] = []
  private(set) var bedDays: [Double] = []
  /// Activity in the base year, of the first variant.
  private(set) var activityTotal = 0.0
  /// The sum over cells of bed days squared over activity, of the first variant.
  private(set) var squaredStays = 0.0

  /// Sums the cells of some groups.
  init(
    _ groups: [Int], _ service: ServiceLine, spreads: [CellSpread], tables: [PeopleTable],
    years: Int, isAdjusted: Bool
  ) {
    let knots = isAdjusted ? HealthStatus.knots : 1
    for (spread, table) in zip(spreads, tables) {
      let rates = isAdjusted ? spread.rates(table) : []
      var rows = [Double](repeating: 0, count: (1 + years) * knots)
      var days = rows
      for group in groups where spread.activity[group] != 0 || spread.bedDays[group] != 0 {
        let health = isAdjusted ? Self.health(group, rates, spread, table) : [1]
        for row in 0...years {
          let need =
            row == 0 ? 1 : table.growth(service.growsWith, group: group, year: row - 1)
          for knot in 0..<knots {
            rows[row * knots + knot] += spread.activity[group] * need * health[knot]
            days[row * knots + knot] += spread.bedDays[group] * need * health[knot]
          }
        }
      }
      activity += rows
      bedDays += days
    }
    for group in groups where (spreads.first?.activity[group] ?? 0) > 0 {
      activityTotal += spreads[0].activity[group]
      squaredStays +=
        spreads[0].bedDays[group] * spreads[0].bedDays[group] / spreads[0].activity[group]
    }
  }

  /// What the activity of a group is multiplied by when people gain whole years of age.
  ///
  /// Ages at which the service has no cell take the rate of the nearest age that has one.
  private static func health(
    _ group: Int, _ rates: [Double], _ spread: CellSpread, _ table: PeopleTable
  ) -> [Double] {
    guard rates[group] > 0 else { return Array(repeating: 1, count: HealthStatus.knots) }
    let start = group - table.age(of: group)
    let ages = (0...table.lastAge).filter { spread.covered[start + $0] }
    let first = ages.first ?? 0
    let last = ages.last ?? table.lastAge
    return (0..<HealthStatus.knots).map { knot in
      let gained = knot - Int(HealthStatus.limit)
      let age = min(max(table.age(of: group) - gained, first), last)
      return rates[start + age] / rates[group]
    }
  }
}

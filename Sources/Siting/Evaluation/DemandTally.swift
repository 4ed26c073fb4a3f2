// SPDX-License-Identifier: Apache-2.0

/// Demand in steps of a ``FixedPoint``: all of it, and that within each of the three limits.
///
/// The lanes are: all, within the first limit, within the second, within the third.
typealias DemandTally = SIMD4<Int64>

/// The demand of the areas, ready to be summed exactly.
struct DemandSteps: Sendable {
  /// The grid of demand.
  let grid: FixedPoint
  /// The grid of demand multiplied by minutes, for each step of demand.
  let minuteGrid: FixedPoint
  /// The demand of each area, in steps.
  private(set) var areas: [Double]
  /// All demand, in steps.
  let total: Int64
  /// For each distinct time, its length in steps of `minuteGrid`; zero where there is no route.
  let minutes: [Double]
  /// For each lane, how many of the distinct times it takes: all, or those within a limit.
  let places: SIMD4<Int64>

  /// Lays demand and times on grids.
  init(demand: [Double], times: DistinctTimes, limits: MeasureLimits) {
    let finite = times.minutes.dropLast()
    grid = FixedPoint(for: demand, bound: demand.reduce(0, +), limit: 0x1p50)
    areas = demand.map(grid.steps)
    let total = areas.reduce(0, +)
    self.total = Int64(total)
    let minuteGrid = FixedPoint(
      for: Array(finite), bound: finite.last ?? 0, limit: 0x1p61 / max(total, 1))
    self.minuteGrid = minuteGrid
    minutes = finite.map { $0 * minuteGrid.stepsPerUnit } + [0]
    func count(within limit: Double) -> Int64 {
      Int64(times.minutes.count { $0 <= limit })
    }
    places = SIMD4(
      .max, count(within: limits.firstMinutes), count(within: limits.secondMinutes),
      count(within: limits.thirdMinutes))
  }

  /// The demand of one area that travels a time.
  @inline(__always)
  func tally(area: Int, place: Int) -> DemandTally {
    let demand = Int64(areas[area])
    return DemandTally(
      demand, place < places[1] ? demand : 0, place < places[2] ? demand : 0,
      place < places[3] ? demand : 0)
  }

  /// The demand of one area multiplied by a time, rounded once to the grid.
  @inline(__always)
  func weightedMinutes(area: Int, place: Int) -> Int64 {
    Int64(areas[area] * minutes[place] + 0.5)
  }

  /// The same demands with the areas in another order.
  func reordered(by areaOrder: [Int32]) -> Self {
    var copy = self
    copy.areas = areaOrder.map { areas[Int($0)] }
    return copy
  }
}

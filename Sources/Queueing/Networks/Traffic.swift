// SPDX-License-Identifier: Apache-2.0

/// The traffic equations of a network.
enum Traffic {
  /// Arrivals at each station when those that cannot keep up send on only what they complete.
  ///
  /// With nobody held back the rates are too high, so the stations that cannot keep up are among
  /// those that seem not to; taking these at their capacity lowers the rates and leaves fewer. The
  /// set only shrinks, so it settles within as many rounds as there are stations.
  static func rates(
    _ outside: [Double], _ routing: [[Double]], _ capacities: [Double]
  ) -> [Double] {
    var full = [Bool](repeating: false, count: outside.count)
    var rates = solve(outside, routing, full, capacities)
    var isFirst = true
    while true {
      let now = outside.indices.map { rates[$0] >= capacities[$0] && (isFirst || full[$0]) }
      guard now != full else { return rates }
      full = now
      isFirst = false
      rates = solve(outside, routing, full, capacities)
    }
  }

  /// Solves `rate = outside + routingᵀ × completed` by elimination; full stations complete their
  /// capacity.
  ///
  /// The matrix is diagonally dominant by columns or nearly so; the largest element is chosen
  /// all the same.
  private static func solve(
    _ outside: [Double], _ routing: [[Double]], _ full: [Bool], _ capacities: [Double]
  ) -> [Double] {
    let count = outside.count
    var rows = (0..<count).map { to in
      var row = (0..<count).map { from in
        (from == to ? 1.0 : 0) - (full[from] ? 0 : routing[from][to])
      }
      row.append(
        (0..<count).reduce(outside[to]) { sum, from in
          full[from] ? sum + capacities[from] * routing[from][to] : sum
        })
      return row
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { rows[$0][pivot].magnitude < rows[$1][pivot].magnitude }
      rows.swapAt(pivot, best ?? pivot)
      let line = rows[pivot]
      for row in (pivot + 1)..<max(count, pivot + 1) where rows[row][pivot] != 0 {
        let factor = rows[row][pivot] / line[pivot]
        for column in pivot...count { rows[row][column] -= factor * line[column] }
      }
    }
    var rates = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      var value = rows[row][count]
      for column in (row + 1)..<max(count, row + 1) { value -= rows[row][column] * rates[column] }
      rates[row] = value / rows[row][row]
    }
    return rates
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The products of a total in one year, each as a number times one function for each group of inputs.
struct MomentTable {
  let model: DemandModel
  let groups: InputGroups
  let products: [DemandProduct]
  /// The year, counted from the base year.
  let year: Int

  /// A product under one variant: what does not vary, and by group the values at its points; an
  /// empty list means 1 everywhere.
  private struct Row {
    var constant = 1.0
    var values: [[Double]]
    var means: [Double] = []
  }

  /// Mean and second moment of the total under a variant, and its variance by chance for stays alike.
  func moments(variant: Int) -> (mean: Double, square: Double, chance: Double) {
    let rows = products.map { row($0, variant) }
    var (mean, square, chance) = (0.0, 0.0, 0.0)
    for (index, row) in rows.enumerated() {
      let own = row.means.reduce(row.constant, *)
      mean += own
      chance += own * products[index].eventSize
      for other in 0..<index { square += 2 * joint(row, rows[other]) }
      square += joint(row, row)
    }
    return (mean, square, chance)
  }

  /// The mean of the product of two rows.
  private func joint(_ first: Row, _ second: Row) -> Double {
    var value = first.constant * second.constant
    guard value != 0 else { return 0 }
    for group in groups.groups.indices {
      let (x, y) = (first.values[group], second.values[group])
      if x.isEmpty || y.isEmpty {
        value *= first.means[group] * second.means[group]
      } else {
        var sum = 0.0
        let weights = groups.groups[group].weights
        for point in x.indices { sum += weights[point] * x[point] * y[point] }
        value *= sum
      }
    }
    return value
  }

  private func row(_ product: DemandProduct, _ variant: Int) -> Row {
    var row = Row(values: Array(repeating: [], count: groups.groups.count))
    multiplyBase(product, variant, &row)
    for index in product.growth {
      let factor = model.plan.growth[index]
      let timing = model.growthTiming[index][year]
      multiply(&row, [factor.amount], [factor.range]) { factor.effect($0[0], timing) }
    }
    for step in product.steps {
      let mitigator = model.inputs.mitigators[step.mitigator]
      let timing = model.planTiming[step.mitigator][year]
      let move = model.moves[step.mitigator]
      let scale = step.inBedDays ? move.bedDays : move.units
      multiply(&row, [mitigator.reach, mitigator.effect], [0...1, 0...1]) {
        let share = $0[0] * $0[1] * timing
        return step.isMoved ? share * scale : 1 - share
      }
    }
    row.means = groups.groups.indices.map { group in
      row.values[group].isEmpty
        ? 1
        : zip(row.values[group], groups.groups[group].weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return row
  }

  /// The summed base, which varies with health status alone.
  private func multiplyBase(_ product: DemandProduct, _ variant: Int, _ row: inout Row) {
    let start = product.base + (variant * (1 + model.yearCount) + 1 + year) * product.knots
    guard product.health >= 0 else {
      row.constant *= model.bases[start]
      return
    }
    let factor = model.plan.growth[product.health]
    let timing = model.growthTiming[product.health][year]
    multiply(&row, [factor.amount], [factor.range]) {
      let (knot, part) = HealthStatus.position(factor.effect($0[0], timing))
      let low = model.bases[start + knot]
      return low + (model.bases[start + knot + 1] - low) * part
    }
  }

  /// Multiplies a row by a function of some parameters.
  private func multiply(
    _ row: inout Row, _ parameters: [Parameter], _ ranges: [ClosedRange<Double>],
    by function: ([Double]) -> Double
  ) {
    guard let input = parameters.compactMap(\.input).first else {
      row.constant *= function(zip(parameters, ranges).map { $0.value([], within: $1) })
      return
    }
    let place = groups.groupOf[input]
    let group = groups.groups[place]
    if row.values[place].isEmpty {
      row.values[place] = Array(repeating: 1, count: group.weights.count)
    }
    var run = [Double](repeating: 0, count: groups.groupOf.count)
    for point in group.weights.indices {
      for (index, input) in group.inputs.enumerated() { run[input] = group.values[point][index] }
      row.values[place][point] *= function(
        zip(parameters, ranges).map { $0.value(run, within: $1) })
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension DemandModel {
  /// Memory for runs of this model.
  public func workspace() -> DemandWorkspace {
    DemandWorkspace(
      run: DemandRun(
        serviceCount: serviceCount, baseYear: inputs.baseYear, yearCount: yearCount),
      growth: Array(repeating: 0, count: inputs.growth.count * yearCount),
      taken: Array(repeating: 0, count: inputs.mitigators.count * yearCount),
      growthNodes: Array(repeating: 1, count: growthTree.count * yearCount),
      planNodes: Array(repeating: 1, count: planTree.count * yearCount))
  }

  /// Works out one run.
  ///
  /// - Parameters:
  ///   - values: The run's draws of the uncertain inputs, in their order.
  ///   - variant: The position of its population variant.
  /// - Returns: Activity and bed days by service and year, do nothing and with the plan.
  /// - Throws: `DemandError` where values are missing or not numbers, or there is no such variant.
  public func run(values: [Double], variant: Int = 0) throws(DemandError) -> DemandRun {
    var workspace = workspace()
    try run(values: values, variant: variant, in: &workspace)
    return workspace.run
  }

  /// Works out one run in memory that is there already; its figures are in `workspace.run`.
  ///
  /// - Throws: `DemandError` as `run(values:variant:)`.
  /// - Precondition: the workspace was made by this model.
  public func run(values: [Double], variant: Int = 0, in workspace: inout DemandWorkspace)
    throws(DemandError)
  {
    try check(values, variant)
    precondition(
      workspace.growthNodes.count == growthTree.count * yearCount
        && workspace.planNodes.count == planTree.count * yearCount
        && workspace.run.figures.count == 4 * serviceCount * yearCount,
      "the workspace was made by another model")
    fillFactors(values, &workspace.growth, &workspace.taken)
    fillGrowth(workspace.growth, &workspace.growthNodes)
    fillPlan(workspace.taken, &workspace.planNodes)
    addProducts(variant, &workspace)
  }

  /// Refuses values and variants that a run cannot be worked out from.
  func check(_ values: [Double], _ variant: Int) throws(DemandError) {
    guard values.count >= valuesNeeded else {
      throw DemandError([.tooFewValues(values.count, valuesNeeded)])
    }
    guard inputs.variants.indices.contains(variant) else {
      throw DemandError([.unknownVariant(variant, inputs.variants.count)])
    }
    for index in 0..<valuesNeeded where !values[index].isFinite {
      throw DemandError([.valueNotANumber(index, values[index])])
    }
  }

  /// What each growth factor multiplies by and each mitigator takes, by year.
  func fillFactors(_ values: [Double], _ growth: inout [Double], _ taken: inout [Double]) {
    let years = yearCount
    for index in plan.growth.indices {
      let factor = plan.growth[index]
      let amount = factor.amount.value(values, within: factor.range)
      for year in 0..<years {
        growth[index * years + year] = factor.effect(amount, growthTiming[index][year])
      }
    }
    for index in plan.taking.indices {
      let share =
        plan.taking[index].reach.value(values, within: 0...1)
        * plan.taking[index].effect.value(values, within: 0...1)
      for year in 0..<years { taken[index * years + year] = share * planTiming[index][year] }
    }
  }

  private func fillGrowth(_ growth: [Double], _ nodes: inout [Double]) {
    let years = yearCount
    for node in 1..<max(growthTree.count, 1) {
      let parent = growthTree.parents[node] * years
      let factor = growthTree.factors[node] * years
      for year in 0..<years {
        nodes[node * years + year] = nodes[parent + year] * growth[factor + year]
      }
    }
  }

  private func fillPlan(_ taken: [Double], _ nodes: inout [Double]) {
    let years = yearCount
    for node in 1..<max(planTree.count, 1) {
      let parent = planTree.parents[node] * years
      let code = planTree.factors[node]
      let factor = code / 3
      let scale = code % 3 == 1 ? moves[factor].units : moves[factor].bedDays
      for year in 0..<years {
        let share = taken[factor * years + year]
        nodes[node * years + year] =
          nodes[parent + year] * (code % 3 == 0 ? 1 - share : share * scale)
      }
    }
  }

  private func addProducts(_ variant: Int, _ workspace: inout DemandWorkspace) {
    workspace.run.figures.withUnsafeMutableBufferPointer { figures in
      figures.update(repeating: 0)
      workspace.growthNodes.withUnsafeBufferPointer { growthNodes in
        workspace.planNodes.withUnsafeBufferPointer { planNodes in
          workspace.growth.withUnsafeBufferPointer { growth in
            bases.withUnsafeBufferPointer { bases in
              let sum = ProductSum(
                years: yearCount, variant: variant, bases: bases, growth: growth,
                growthNodes: growthNodes, planNodes: planNodes, figures: figures)
              for line in plan.lines { sum.add(line) }
            }
          }
        }
      }
    }
  }
}

/// Adds products to the figures of a run: the innermost loop of the model.
///
/// Its memory is that of the arrays of one call, and each index is within them: products hold
/// positions that the model made for arrays of these lengths, which `run` has checked.
private struct ProductSum {
  let years: Int
  let variant: Int
  let bases: UnsafeBufferPointer<Double>
  let growth: UnsafeBufferPointer<Double>
  let growthNodes: UnsafeBufferPointer<Double>
  let planNodes: UnsafeBufferPointer<Double>
  let figures: UnsafeMutableBufferPointer<Double>

  @inline(__always)
  func add(_ line: RunPlan.Line) {
    let base = line.base + (variant * (1 + years) + 1) * line.knots
    if line.health < 0 {
      for year in 0..<years {
        figures[line.out + year] +=
          bases[base + year] * growthNodes[line.grown + year] * planNodes[line.planned + year]
      }
    } else {
      for year in 0..<years {
        let (knot, part) = HealthStatus.position(growth[line.health + year])
        let low = bases[base + year * line.knots + knot]
        let high = bases[base + year * line.knots + knot + 1]
        figures[line.out + year] +=
          (low + (high - low) * part) * growthNodes[line.grown + year]
          * planNodes[line.planned + year]
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension BlockKernel {
  /// Writes one measure of the block's subsets, in the order of their masks.
  ///
  /// `output` has room for `count` values; `open` are the high candidates of the last run.
  func write(_ measure: SubsetMeasure, to output: UnsafeMutablePointer<Double>, open: Int) {
    let thresholds = problem.thresholds.count
    let scale = problem.fixedPoint.weightScale
    switch measure {
    case .weightedMean: writeMean(to: output, open: open)
    case .largestMinutes: output.update(from: farthest, count: count)
    case .shareUnreachable where losesWeight: writeShares(sumLane(thresholds + 1), to: output)
    case .shareOutside where losesWeight: writeShares(sumLane(thresholds + 2), to: output)
    case .shareUnreachable, .shareOutside:
      output.update(repeating: 0, count: count)
      guard open == 0, measure == .shareUnreachable else { return }
      output[0] = problem.unitsWithoutFallback / problem.totalUnits
    case .shareWithin(let index): writeCovered(sumLane(index + 1), to: output)
    case .smallestUnit:
      for row in 0..<count { output[row] = smallest[row] < .infinity ? smallest[row] / scale : 0 }
    case .largestUnit:
      for row in 0..<count { output[row] = largest[row] / scale }
    case .shareInTargetUnits: writeShares(inTargetLane(group: 0, element: 0), to: output)
    case .shareInTargetUnitsWithin(let index):
      writeShares(inTargetLane(group: index / 3, element: index % 3 + 1), to: output)
    }
  }

  private func writeMean(to output: UnsafeMutablePointer<Double>, open: Int) {
    let cost = sumLane(0)
    let unreachable = sumLane(losesWeight ? problem.thresholds.count + 1 : 0)
    let share = losesWeight ? 1.0 : 0.0
    for row in 0..<count {
      output[row] = problem.mean(
        cost: cost[4 * row], unreachable: share * unreachable[4 * row])
    }
    guard open == 0, !losesWeight else { return }
    output[0] = problem.mean(cost: cost[0], unreachable: problem.unitsWithoutFallback)
  }

  private func writeShares(
    _ lane: UnsafePointer<Double>, to output: UnsafeMutablePointer<Double>
  ) {
    let total = problem.totalUnits
    for row in 0..<count { output[row] = lane[4 * row] / total }
  }

  private func writeCovered(
    _ lane: UnsafePointer<Double>, to output: UnsafeMutablePointer<Double>
  ) {
    let total = problem.totalUnits
    for row in 0..<count { output[row] = (total - lane[4 * row]) / total }
  }

  private func sumLane(_ lane: Int) -> UnsafePointer<Double> {
    element(lane % 4, of: sums + lane / 4 * count)
  }

  private func inTargetLane(group: Int, element index: Int) -> UnsafePointer<Double> {
    element(index, of: inTarget + group * count)
  }

  /// One lane of a group; its rows are four apart.
  private func element(
    _ index: Int, of group: UnsafeMutablePointer<SIMD4<Double>>
  ) -> UnsafePointer<Double> {
    UnsafeRawPointer(group).assumingMemoryBound(to: Double.self) + index
  }
}

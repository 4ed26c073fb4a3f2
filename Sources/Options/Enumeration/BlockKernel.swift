// SPDX-License-Identifier: Apache-2.0

/// Measures the subsets of one block after another.
///
/// With candidates nearest first, an area's minutes under a subset are those to its nearest
/// candidate plus, for every prefix of its list that is wholly closed, the step to the next one. So
/// each measure is a sum over the prefixes inside the closed set: events added at the complement of
/// their prefix and summed over supersets. A block fixes the high candidates, which leaves a
/// transform of a few thousand subsets that stays in the cache; the sums over the high bits are
/// made when the events are added.
///
/// A unit's volume has the same form: area `i` goes to unit `j` when the prefix before `j` is
/// closed. An open low candidate takes half a block, the candidates apart from itself.
final class BlockKernel {
  let problem: EnumerationProblem
  /// Candidates that vary within a block.
  let lowBits: Int
  /// Subsets in a block.
  let count: Int

  /// Cost, thresholds, unreachable, outside: four lanes to a group.
  let sums: UnsafeMutablePointer<SIMD4<Double>>
  let farthest: UnsafeMutablePointer<Double>
  let smallest: UnsafeMutablePointer<Double>
  let largest: UnsafeMutablePointer<Double>
  /// Volume in target units, then within three thresholds, for each group of thresholds.
  let inTarget: UnsafeMutablePointer<SIMD4<Double>>
  private let tally: UnsafeMutablePointer<SIMD4<Double>>

  /// Whether unreachable and outside weight have lanes; without, they are zero but for row 0.
  let losesWeight: Bool
  private let sumGroups: Int
  private let unitGroups: Int
  private let events: BlockEvents
  private let target: Double

  init(_ problem: EnumerationProblem, measures: [SubsetMeasure], lowBits: Int) {
    self.problem = problem
    self.lowBits = min(lowBits, problem.candidates.count)
    count = 1 << self.lowBits
    losesWeight = problem.losesWeight
    sumGroups = (problem.thresholds.count + (losesWeight ? 3 : 1) + 3) / 4
    let needsVolumes = measures.contains(where: \.needsVolumes)
    unitGroups = needsVolumes ? max(1, (problem.thresholds.count + 2) / 3) : 0
    events = BlockEvents(
      PrefixTree(problem, sumGroups: sumGroups, unitGroups: unitGroups),
      units: problem.candidates.count + problem.alwaysOpen.count, lowBits: self.lowBits)
    target = problem.targetVolume * problem.fixedPoint.weightScale
    sums = .allocate(capacity: sumGroups * count)
    farthest = .allocate(capacity: count)
    smallest = .allocate(capacity: count)
    largest = .allocate(capacity: count)
    inTarget = .allocate(capacity: max(1, unitGroups) * count)
    tally = .allocate(capacity: count)
  }

  deinit {
    sums.deallocate()
    farthest.deallocate()
    smallest.deallocate()
    largest.deallocate()
    inTarget.deallocate()
    tally.deallocate()
  }

  /// How many blocks there are.
  var blocks: Int { 1 << (problem.candidates.count - lowBits) }

  /// Measures the subsets whose high candidates are `open`.
  func run(_ open: Int) {
    runSums(open)
    guard unitGroups > 0 else { return }
    smallest.initialize(repeating: .infinity, count: count)
    largest.initialize(repeating: 0, count: count)
    inTarget.initialize(repeating: .zero, count: unitGroups * count)
    for group in 0..<unitGroups {
      for unit in 0..<(problem.candidates.count + problem.alwaysOpen.count) {
        addUnit(unit, group: group, open: open)
      }
    }
  }

  /// Gives the volume of one unit in units of weight, for the block's subsets; 0 where closed.
  func unitVolume(_ unit: Int, open: Int, _ visit: (_ row: Int, _ volume: Double) -> Void) {
    guard isOpen(unit, open) else { return }
    let bits = transformUnit(unit, group: 0, open: open)
    for index in 0..<(1 << bits) {
      let low = index & ((1 << unit) - 1)
      let row = unit < lowBits ? ((index - low) << 1 | 1 << unit | low) : index
      visit(row, tally[index].x)
    }
  }

  private func runSums(_ open: Int) {
    sums.initialize(repeating: .zero, count: sumGroups * count)
    farthest.initialize(repeating: 0, count: count)
    events.farthest.forEach(in: 0, open: open) { position, minutes in
      farthest[position] = max(farthest[position], minutes)
    }
    for group in 0..<sumGroups {
      let sums = sums + group * count
      events.sums[group].forEach(in: 0, open: open) { position, lanes in sums[position] += lanes }
      sumOverSupersets(sums, bits: lowBits)
    }
    largestOverSupersets(farthest, bits: lowBits)
  }

  /// Whether a unit is open somewhere in the block.
  private func isOpen(_ unit: Int, _ open: Int) -> Bool {
    unit < lowBits || unit >= problem.candidates.count || open >> (unit - lowBits) & 1 == 1
  }

  private func addUnit(_ unit: Int, group: Int, open: Int) {
    guard isOpen(unit, open) else { return }
    let bits = transformUnit(unit, group: group, open: open)
    let run = unit < lowBits ? 1 << unit : count
    let skip = unit < lowBits ? run : 0
    var source = tally
    var row = skip
    while row < count {
      judge(source, rows: row..<(row + run), group: inTarget + group * count)
      source += run
      row += run + skip
    }
    assert(source == tally + 1 << bits)
  }

  /// Fills the tally with the unit's volumes and returns how many bits index it.
  private func transformUnit(_ unit: Int, group: Int, open: Int) -> Int {
    let bits = unit < lowBits ? lowBits - 1 : lowBits
    tally.initialize(repeating: .zero, count: 1 << bits)
    events.arrivals[group].forEach(in: unit, open: open) { position, volume in
      tally[position] += volume
    }
    sumOverSupersets(tally, bits: bits)
    return bits
  }

  /// Takes one unit's volumes into account, for consecutive subsets in which it is open.
  @inline(__always)
  private func judge(
    _ source: UnsafeMutablePointer<SIMD4<Double>>, rows: Range<Int>,
    group: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    for (index, row) in rows.enumerated() {
      let lanes = source[index]
      let volume = lanes.x
      smallest[row] = volume < smallest[row] ? volume : smallest[row]
      largest[row] = volume > largest[row] ? volume : largest[row]
      group[row] += lanes * (volume >= target ? 1 : 0)
    }
  }
}

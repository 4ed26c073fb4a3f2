// SPDX-License-Identifier: Apache-2.0
public import Access

/// Measures of every subset of the candidates, in columns.
///
/// A column has a value for each of the `2^m` masks; row 0 is the empty subset, which only the
/// sites always open serve. Sums are exact when weights and minutes are decimals of a few digits or
/// thirds (see `isExact`), and in any case don't depend on the order of areas.
///
/// ```swift
/// let every = try EverySubset(travel: travel, weights: admissions, candidates: [0, 1, 2, 3])
/// let means = try every.column(.weightedMean)
/// let plan = try every.row(Subset([0, 2]))
/// print(plan.weightedMean, plan.smallestUnit, means[plan.subset.row] == plan.weightedMean)
/// ```
/// Method: subset-sum (zeta) transform over the prefixes of each area's list of sites, nearest
/// first. Cost grows with `m * m * 2^m` and, but for sorting, hardly with the number of areas.
public struct EverySubset: Sendable {
  /// What the measures are of.
  public let problem: EnumerationProblem
  /// The measures that have a column, in the order of `columns`.
  public let measures: [SubsetMeasure]
  /// One column for each measure.
  public let columns: [[Double]]

  /// The memory for columns when nothing else is said: 3 GiB.
  public static let usualMemory = 3 << 30

  /// Measures every subset.
  ///
  /// - Parameters:
  ///   - travel: Minutes from every area to every site; infinite where there is no route.
  ///   - weights: Demand of each area; not negative.
  ///   - candidates: Columns of `travel` to choose from; their order breaks ties.
  ///   - alwaysOpen: Columns open in every subset and judged like the candidates.
  ///   - outside: Columns open in every subset that belong to others and aren't judged by volume.
  ///   - thresholds: Minutes.
  ///   - targetVolume: The volume from which a unit is large enough.
  ///   - measures: The columns to keep; all when nil.
  ///   - bytesAllowed: The memory the columns may take.
  /// - Throws: `EnumerationError`; `.tooMuchMemory` says how much the columns would need.
  public init(
    travel: TravelMatrix, weights: [Double], candidates: [Int], alwaysOpen: [Int] = [],
    outside: [Int] = [], thresholds: [Double] = [30, 45, 60], targetVolume: Double = 600,
    measures: [SubsetMeasure]? = nil, bytesAllowed: Int = usualMemory
  ) throws(EnumerationError) {
    try self.init(
      EnumerationProblem(
        travel: travel, weights: weights, candidates: candidates, alwaysOpen: alwaysOpen,
        outside: outside, thresholds: thresholds, targetVolume: targetVolume),
      measures: measures, bytesAllowed: bytesAllowed)
  }

  /// Measures every subset of a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - measures: The columns to keep; all when nil. Without volumes it is many times faster.
  ///   - bytesAllowed: The memory the columns may take.
  /// - Throws: `EnumerationError.tooMuchMemory` or `.thresholdOutside`.
  public init(
    _ problem: EnumerationProblem, measures: [SubsetMeasure]? = nil,
    bytesAllowed: Int = usualMemory
  ) throws(EnumerationError) {
    try self.init(
      problem, measures: measures, bytesAllowed: bytesAllowed,
      blockBits: EnumerationProblem.blockBits)
  }

  package init(
    _ problem: EnumerationProblem, measures: [SubsetMeasure]?, bytesAllowed: Int, blockBits: Int
  ) throws(EnumerationError) {
    let measures = measures ?? SubsetMeasure.all(thresholds: problem.thresholds.count)
    try problem.check(measures)
    try problem.checkMemory(columns: measures.count, bytesAllowed: bytesAllowed)
    self.problem = problem
    self.measures = measures
    let kernel = BlockKernel(problem, measures: measures, lowBits: blockBits)
    columns = makeColumns(measures.count, rows: problem.subsetCount) { columns in
      for open in 0..<kernel.blocks {
        kernel.run(open)
        for (measure, column) in zip(measures, columns) {
          kernel.write(measure, to: column + open * kernel.count, open: open)
        }
      }
    }
  }

  /// Whether the sums have no rounding at all; otherwise weights and costs are rounded once, each
  /// by at most 2^-51 of the total.
  public var isExact: Bool { problem.fixedPoint.minuteScale != nil }

  /// The values of a measure for every mask.
  ///
  /// - Throws: `EnumerationError.columnNotKept`.
  public func column(_ measure: SubsetMeasure) throws(EnumerationError) -> [Double] {
    guard let index = measures.firstIndex(of: measure) else { throw .columnNotKept(measure) }
    return columns[index]
  }

  /// The measures of one subset.
  ///
  /// - Throws: `EnumerationError.positionOutside` when a member isn't a candidate.
  public func row(_ subset: Subset) throws(EnumerationError) -> SubsetRow {
    try problem.check(subset)
    return SubsetRow(table: self, subset: subset)
  }
}

extension EnumerationProblem {
  /// The bytes that this many columns of all subsets take.
  public func bytesNeeded(columns: Int) -> Int {
    subsetCount * columns * MemoryLayout<Double>.stride
  }

  func checkMemory(columns: Int, bytesAllowed: Int) throws(EnumerationError) {
    let needed = bytesNeeded(columns: columns)
    guard needed <= bytesAllowed else {
      throw .tooMuchMemory(
        candidates: candidates.count, bytesNeeded: needed, bytesAllowed: bytesAllowed)
    }
  }

  /// The volume of one unit in every subset; 0 where it is closed.
  ///
  /// Volumes of every unit in every subset would take `m * 2^m` numbers; this gives one unit's, and
  /// `evaluate` those of all units in one subset.
  /// - Parameters:
  ///   - unit: A position in the candidates, or past them in the sites always open.
  ///   - bytesAllowed: The memory the column may take.
  /// - Returns: A value for each mask.
  /// - Throws: `EnumerationError.positionOutside` or `.tooMuchMemory`.
  public func volumes(
    ofUnit unit: Int, bytesAllowed: Int = EverySubset.usualMemory
  ) throws(EnumerationError) -> [Double] {
    let units = candidates.count + alwaysOpen.count
    guard (0..<units).contains(unit) else {
      throw .positionOutside(found: unit, candidates: units)
    }
    try checkMemory(columns: 1, bytesAllowed: bytesAllowed)
    let kernel = BlockKernel(self, measures: [.largestUnit], lowBits: Self.blockBits)
    var column = Array(repeating: 0.0, count: subsetCount)
    for open in 0..<kernel.blocks {
      kernel.unitVolume(unit, open: open) { row, volume in
        column[open * kernel.count + row] = volume / fixedPoint.weightScale
      }
    }
    return column
  }
}

/// Makes columns whose memory is filled once, all of them by one call.
private func makeColumns(
  _ count: Int, rows: Int, filled: [UnsafeMutablePointer<Double>] = [],
  fill: ([UnsafeMutablePointer<Double>]) -> Void
) -> [[Double]] {
  guard filled.count < count else {
    fill(filled)
    return []
  }
  var later: [[Double]] = []
  let column = [Double](unsafeUninitializedCapacity: rows) { buffer, initialized in
    guard let base = buffer.baseAddress else { return }
    later = makeColumns(count, rows: rows, filled: filled + [base], fill: fill)
    initialized = rows
  }
  return [column] + later
}

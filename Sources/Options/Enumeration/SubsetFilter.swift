// SPDX-License-Identifier: Apache-2.0

/// The non-empty subsets that keep to bounds, in the order of their masks.
///
/// ```swift
/// let filter = try SubsetFilter(
///   candidates: 7, bounds: [SubsetBound(smallest, atLeast: 500)], openCounts: 3...4)
/// let plans = try filter.nearBest(SubsetObjective(.lowest, means), within: .relative(0.05))
/// ```
public struct SubsetFilter: Equatable, Sendable {
  /// How many candidates there are.
  public let candidates: Int
  /// The bounds that all hold.
  public let bounds: [SubsetBound]
  /// How many candidates are open.
  public let openCounts: ClosedRange<Int>
  /// Candidates that are open.
  public let mustOpen: Subset
  /// Candidates that are closed.
  public let mustClose: Subset

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - candidates: How many candidates the columns are of.
  ///   - bounds: Bounds that all have to hold.
  ///   - openCounts: How many candidates may be open; any number when nil.
  ///   - mustOpen: Candidates that have to be open.
  ///   - mustClose: Candidates that have to be closed.
  /// - Throws: `EnumerationError` when a column has the wrong length or a position isn't a candidate.
  public init(
    candidates: Int, bounds: [SubsetBound] = [], openCounts: ClosedRange<Int>? = nil,
    mustOpen: Subset = .empty, mustClose: Subset = .empty
  ) throws(EnumerationError) {
    guard candidates > 0 else { throw .noCandidates }
    guard candidates <= EnumerationProblem.mostCandidates else {
      throw .tooManyCandidates(found: candidates, limit: EnumerationProblem.mostCandidates)
    }
    for position in mustOpen.union(mustClose) where position >= candidates {
      throw .positionOutside(found: position, candidates: candidates)
    }
    self.candidates = candidates
    self.bounds = bounds
    self.openCounts = openCounts ?? 1...candidates
    self.mustOpen = mustOpen
    self.mustClose = mustClose
    for bound in bounds { try check(bound.column) }
  }

  /// How many subsets keep to the bounds.
  public var count: Int {
    var count = 0
    forEach { _ in count += 1 }
    return count
  }

  /// The subsets that keep to the bounds.
  public var subsets: [Subset] {
    var subsets: [Subset] = []
    forEach { subsets.append(Subset(mask: UInt32($0))) }
    return subsets
  }

  /// Visits the rows that keep to the bounds, lowest first.
  @inline(__always)
  func forEach(_ visit: (Int) -> Void) {
    guard mustOpen.isDisjoint(with: mustClose) else { return }
    let fixed = mustOpen.union(mustClose)
    for row in 1..<(1 << candidates) {
      let subset = Subset(mask: UInt32(truncatingIfNeeded: row))
      guard subset.intersection(fixed) == mustOpen, openCounts.contains(subset.count),
        bounds.allSatisfy({ $0.accepts(row) })
      else { continue }
      visit(row)
    }
  }

  func check(_ column: [Double]) throws(EnumerationError) {
    guard column.count == 1 << candidates else {
      throw .columnLength(found: column.count, expected: 1 << candidates)
    }
  }
}

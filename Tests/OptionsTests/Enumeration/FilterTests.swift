// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `Subsets of candidates` {
  @Test func `positions come lowest first`() throws {
    let subset = try Subset([4, 0, 2, 4])

    #expect(subset.mask == 0b10101 && subset.row == 21)
    #expect(subset.positions == [0, 2, 4] && subset.count == 3)
    #expect(
      subset.contains(2) && !subset.contains(1) && !subset.contains(-1) && !subset.contains(99))
  }

  @Test func `sets combine`() throws {
    let (one, other) = (try Subset([0, 1]), try Subset([1, 2]))

    #expect(one.union(other).positions == [0, 1, 2])
    #expect(one.intersection(other).positions == [1])
    #expect(one.subtracting(other).positions == [0])
    #expect(!one.isDisjoint(with: other) && one.isSubset(of: .all(2)))
    #expect(Subset.all(0).isEmpty && Subset.all(32).count == 32 && Subset.all(-1).isEmpty)
  }

  @Test(arguments: [-1, 32]) func `a position outside is refused`(position: Int) {
    #expect(throws: EnumerationError.positionOutside(found: position, candidates: 32)) {
      try Subset([position])
    }
  }
}

@Suite struct `Filters over columns` {
  /// Masks 0 to 7 of three candidates; row 0 never counts.
  private let values: [Double] = [-9, 5, 3, 3, 8, 2, 4, 1]

  @Test func `bounds include their ends`() throws {
    let filter = try SubsetFilter(
      candidates: 3, bounds: [SubsetBound(values, atLeast: 3, atMost: 5)])

    #expect(filter.subsets.map(\.mask) == [1, 2, 3, 6])
    #expect(filter.count == 4)
  }

  @Test func `open and closed candidates are fixed`() throws {
    let filter = try SubsetFilter(
      candidates: 3, openCounts: 1...2, mustOpen: Subset([1]), mustClose: Subset([0]))

    #expect(filter.subsets.map(\.mask) == [2, 6])
  }

  @Test func `a candidate both open and closed leaves nothing`() throws {
    let filter = try SubsetFilter(candidates: 3, mustOpen: Subset([1]), mustClose: Subset([1]))

    #expect(filter.count == 0)
    #expect(try filter.best(SubsetObjective(.lowest, values)) == nil)
    #expect(try filter.nearBest(SubsetObjective(.lowest, values), within: .absolute(9)).isEmpty)
  }

  @Test func `the lowest mask wins a tie`() throws {
    let filter = try SubsetFilter(candidates: 3)

    let best = try filter.bestByOpenCount(SubsetObjective(.lowest, [0, 4, 3, 6, 3, 6, 6, 7]))
    let highest = try filter.bestByOpenCount(SubsetObjective(.highest, values))

    #expect(best.map { $0?.mask } == [nil, 2, 3, 7])
    #expect(highest.map { $0?.mask } == [nil, 4, 6, 7])
    #expect(try filter.best(SubsetObjective(.highest, values))?.mask == 4)
  }

  @Test func `near the best is sorted and includes the margin`() throws {
    let filter = try SubsetFilter(candidates: 3)

    let low = try filter.nearBest(SubsetObjective(.lowest, values), within: .absolute(2))
    let high = try filter.nearBest(SubsetObjective(.highest, values), within: .relative(0.5))

    #expect(low.map(\.mask) == [7, 5, 2, 3])
    #expect(high.map(\.mask) == [4, 1, 6])
  }

  @Test func `values that are not numbers are left out`() throws {
    let filter = try SubsetFilter(candidates: 2)
    let column = [0, .nan, 2, .infinity]

    #expect(try filter.best(SubsetObjective(.lowest, column))?.mask == 2)
    #expect(
      try filter.nonDominated([.init(.lowest, column), .init(.lowest, [0, 0, 1, 0])]).count == 2)
    #expect(try SubsetFilter(candidates: 2, bounds: [SubsetBound(column)]).count == 2)
  }

  @Test func `an infinite best keeps what is infinite`() throws {
    let column: [Double] = [0, .infinity, .infinity, .infinity]
    let filter = try SubsetFilter(candidates: 2)

    #expect(try filter.best(SubsetObjective(.lowest, column))?.mask == 1)
    #expect(try filter.nearBest(SubsetObjective(.lowest, column), within: .relative(1)).count == 3)
  }

  @Test(arguments: 0..<120) func `non-dominated subsets agree with all pairs`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let levels = [2, 5, 40, 100_000][draws.below(4)]
    let objectives = (0..<(2 + seed % 3)).map { _ in
      SubsetObjective(
        draws.below(2) == 0 ? .lowest : .highest,
        (0..<256).map { _ in Double(draws.below(levels)) })
    }
    let least = Double(draws.below(levels))
    let filter = try SubsetFilter(
      candidates: 8, bounds: [SubsetBound(objectives[0].column, atLeast: least)])

    let found = try filter.nonDominated(objectives)

    let rows = filter.subsets.map(\.row)
    let expected = rows.filter { row in !rows.contains { dominates($0, row, objectives) } }
    #expect(found.map(\.row).sorted() == expected)
    for (first, second) in zip(found, found.dropFirst()) {
      let costs = [first, second].map { subset in objectives.map { cost($0, subset.row) } }
      #expect(
        costs[0].lexicographicallyPrecedes(costs[1])
          || (costs[0] == costs[1] && first.mask < second.mask))
    }
  }

  private func cost(_ objective: SubsetObjective, _ row: Int) -> Double {
    objective.goal == .lowest ? objective.column[row] : -objective.column[row]
  }

  private func dominates(_ one: Int, _ other: Int, _ objectives: [SubsetObjective]) -> Bool {
    objectives.allSatisfy { cost($0, one) <= cost($0, other) }
      && objectives.contains { cost($0, one) < cost($0, other) }
  }

  @Test func `wrong requests are refused`() throws {
    let filter = try SubsetFilter(candidates: 3)
    let objective = SubsetObjective(.lowest, values)

    #expect(throws: EnumerationError.columnLength(found: 2, expected: 8)) {
      try filter.best(SubsetObjective(.lowest, [1, 2]))
    }
    #expect(throws: EnumerationError.columnLength(found: 1, expected: 8)) {
      try SubsetFilter(candidates: 3, bounds: [SubsetBound([1])])
    }
    #expect(throws: EnumerationError.objectiveCount(found: 1)) {
      try filter.nonDominated([objective])
    }
    #expect(throws: EnumerationError.impossibleMargin(-1)) {
      try filter.nearBest(objective, within: .absolute(-1))
    }
    #expect(throws: EnumerationError.positionOutside(found: 3, candidates: 3)) {
      try SubsetFilter(candidates: 3, mustOpen: Subset([3]))
    }
    #expect(throws: EnumerationError.noCandidates) { try SubsetFilter(candidates: 0) }
    #expect(throws: EnumerationError.tooManyCandidates(found: 31, limit: 30)) {
      try SubsetFilter(candidates: 31)
    }
  }
}

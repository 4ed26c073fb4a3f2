// SPDX-License-Identifier: Apache-2.0

extension LinkageEngine {
  /// What is done with a pair: the rows, their lanes, and the bits of lanes that are equal and present.
  typealias PairVisit = (
    _ left: Int32, _ right: Int32, _ one: UnsafePointer<Int32>, _ other: UnsafePointer<Int32>,
    _ equal: UInt64, _ present: UInt64
  ) -> Void

  /// Visits the pairs of a piece that no earlier rule has and that the scope allows.
  @inline(__always)
  func forEachPair(_ piece: BlockPiece, _ blocks: RuleBlocks, _ visit: PairVisit) {
    let test = RuleTest(compiled.rules[...blocks.rule])
    let between = model.scope == .between
    blocks.rows.withUnsafeBufferPointer { rows in
      for group in piece.groups {
        let start = blocks.starts[group]
        let end = blocks.starts[group + 1]
        let lefts = piece.lefts.map { start + $0.lowerBound..<start + $0.upperBound }
        for place in lefts ?? start..<end {
          let left = rows[place]
          if let others = blocks.others {
            for right in others.rows[others.starts[group]..<others.starts[group + 1]]
            where left < right {
              look(left, right, test, between, visit)
            }
          } else {
            for next in (place + 1)..<max(place + 1, end) {
              look(left, rows[next], test, between, visit)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func look(
    _ left: Int32, _ right: Int32, _ test: borrowing RuleTest, _ between: Bool,
    _ visit: PairVisit
  ) {
    let same = records.same(records.lines(Int(left)), records.lines(Int(right)))
    if between, same & PackedRecords.sourceBit != 0 { return }
    let one = records.lanes(Int(left))
    let other = records.lanes(Int(right))
    let there = PackedRecords.present(one)
    let equal = same & there
    guard test.isNew(equal, one, other) else { return }
    visit(left, right, one, other, equal, there & PackedRecords.present(other))
  }
}

/// Whether a pair is a rule's own: the rule holds and none before it does.
struct RuleTest: ~Copyable {
  private let masks: UnsafeMutablePointer<UInt64>
  private let crossed: [[(left: Int, right: Int)]]
  private let hasCrossed: Bool
  private let last: Int

  init(_ rules: ArraySlice<CompiledModel.Rule>) {
    last = rules.count - 1
    masks = .allocate(capacity: rules.count)
    masks.initialize(from: rules.map(\.mask), count: rules.count)
    crossed = rules.map(\.crossed)
    hasCrossed = crossed.contains { !$0.isEmpty }
  }

  deinit { masks.deallocate() }

  @inline(__always)
  func isNew(
    _ equal: UInt64, _ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>
  ) -> Bool {
    if hasCrossed { return isNewCrossed(equal, left, right) }
    guard equal & masks[last] == masks[last] else { return false }
    for index in 0..<last where equal & masks[index] == masks[index] { return false }
    return true
  }

  private func isNewCrossed(
    _ equal: UInt64, _ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>
  ) -> Bool {
    guard holds(last, equal, left, right) else { return false }
    for index in 0..<last where holds(index, equal, left, right) { return false }
    return true
  }

  private func holds(
    _ index: Int, _ equal: UInt64, _ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>
  ) -> Bool {
    guard equal & masks[index] == masks[index] else { return false }
    return crossed[index].allSatisfy { left[$0.left] >= 0 && left[$0.left] == right[$0.right] }
  }
}

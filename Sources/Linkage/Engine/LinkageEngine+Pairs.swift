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
    let earlier = Array(compiled.rules[..<blocks.rule])
    let rule = compiled.rules[blocks.rule]
    let others = blocks.others
    for group in piece.groups {
      let start = blocks.starts[group]
      let end = blocks.starts[group + 1]
      for place in piece.lefts.map({ start + $0.lowerBound..<start + $0.upperBound }) ?? start..<end {
        let left = blocks.rows[place]
        if let others {
          for right in others.rows[others.starts[group]..<others.starts[group + 1]]
          where left < right {
            look(left, right, rule, earlier, visit)
          }
        } else {
          for next in (place + 1)..<max(place + 1, end) {
            look(left, blocks.rows[next], rule, earlier, visit)
          }
        }
      }
    }
  }

  @inline(__always)
  private func look(
    _ left: Int32, _ right: Int32, _ rule: CompiledModel.Rule, _ earlier: [CompiledModel.Rule],
    _ visit: PairVisit
  ) {
    let same = records.same(records.lines(Int(left)), records.lines(Int(right)))
    if model.scope == .between, same & PackedRecords.sourceBit != 0 { return }
    let one = records.lanes(Int(left))
    let other = records.lanes(Int(right))
    let there = PackedRecords.present(one)
    let equal = same & there
    guard Self.holds(rule, equal, one, other) else { return }
    for rule in earlier where Self.holds(rule, equal, one, other) { return }
    visit(left, right, one, other, equal, there & PackedRecords.present(other))
  }

  /// Whether a rule puts two records together.
  @inline(__always)
  static func holds(
    _ rule: CompiledModel.Rule, _ equal: UInt64, _ left: UnsafePointer<Int32>,
    _ right: UnsafePointer<Int32>
  ) -> Bool {
    guard equal & rule.mask == rule.mask else { return false }
    for key in rule.crossed where left[key.left] < 0 || left[key.left] != right[key.right] {
      return false
    }
    return true
  }
}

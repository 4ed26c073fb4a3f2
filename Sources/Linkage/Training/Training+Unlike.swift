// SPDX-License-Identifier: Apache-2.0

extension Training {
  /// Finds u: the share of random pairs at each level, of those where nothing is missing.
  ///
  /// Hardly any random pair is of one person, so that all are taken as pairs of two.
  func setUnlike(_ trained: inout TrainedModel, _ workers: Workers) {
    let random = RandomPairs(
      records: engine.table.count, most: plan.mostRandomPairs, seed: plan.seed)
    let comparisons = engine.model.comparisons
    var counts = comparisons.map { [Int](repeating: 0, count: $0.levels.count) }
    var open = Array(comparisons.indices)
    for round in random.rounds {
      guard !open.isEmpty else { break }
      let asked = open
      let found = workers.map(round.count) { levels(of: round[$0], random.rows, asked) }
      for piece in found {
        for (index, levels) in zip(asked, piece) {
          for level in levels.indices { counts[index][level] += levels[level] }
        }
      }
      open = open.filter { index in
        comparisons[index].levels.indices.contains {
          !comparisons[index].levels[$0].isMissing && counts[index][$0] < plan.enoughOfEachLevel
        }
      }
    }
    for (index, comparison) in comparisons.enumerated() {
      trained.randomPairs.append(counts[index].reduce(0, +))
      let shown = comparison.levels.indices.filter { !comparison.levels[$0].isMissing }
      let total = shown.reduce(0) { $0 + counts[index][$1] }
      for level in shown {
        let count = counts[index][level]
        trained.model.comparisons[index].levels[level].u =
          count > 0 ? Double(count) / Double(total) : nil
      }
    }
  }

  /// How many pairs of a piece are at each level of some comparisons.
  private func levels(
    of piece: RandomPairs.Piece, _ rows: [Int32], _ comparisons: [Int]
  ) -> [[Int]] {
    let judge = PairJudge(engine.compiled, engine.tables, engine.model.strings)
    let starts = comparisons.map { engine.compiled.starts[$0] }
    let width = engine.model.comparisons.map { $0.levels.count }.max() ?? 1
    var counts = [Int](repeating: 0, count: width * comparisons.count)
    for place in piece.lefts {
      for next in (place + 1)..<max(place + 1, piece.end) {
        let left = Int(min(rows[place], rows[next]))
        let right = Int(max(rows[place], rows[next]))
        let same = engine.records.same(engine.records.lines(left), engine.records.lines(right))
        if engine.model.scope == .between, same & PackedRecords.sourceBit != 0 { continue }
        let one = engine.records.lanes(left)
        let other = engine.records.lanes(right)
        let there = PackedRecords.present(one)
        judge.begin()
        for index in starts.indices {
          let level = judge.advance(
            starts[index], quickly: false, one, other, equal: same & there,
            present: there & PackedRecords.present(other))
          counts[index * width + Int(~level)] += 1
        }
      }
    }
    return comparisons.enumerated().map { position, index in
      let levels = engine.model.comparisons[index].levels.count
      return Array(counts[(position * width)..<(position * width + levels)])
    }
  }
}

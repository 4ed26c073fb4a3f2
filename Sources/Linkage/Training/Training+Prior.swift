// SPDX-License-Identifier: Apache-2.0

extension Training {
  /// The share of all pairs that the certain rules find, divided by the share that they are thought to find.
  func setPrior(_ trained: inout TrainedModel, _ workers: Workers) throws(LinkageError) {
    guard !plan.certain.isEmpty else { return }
    var found = 0
    for rule in plan.certain.indices {
      let blocks = engine.blocks(rule: rule)
      let pieces = blocks.pieces(ofAbout: 500_000)
      found += workers.map(pieces.count) { engine.newPairs(pieces[$0], of: blocks) }.reduce(0, +)
    }
    trained.certainPairs = found
    let all = possiblePairs
    guard found > 0 else {
      trained.warnings.append(
        "The certain rules found no pair, so the prior is still \(trained.model.prior).")
      return
    }
    let prior = Double(found) / plan.recall / all
    guard prior < 1 else {
      throw .training(
        "The certain rules find \(found) of \(Int(all)) pairs: more than their stated recall allows."
      )
    }
    trained.model.prior = prior
  }

  /// How many pairs of records the scope allows.
  var possiblePairs: Double {
    let count = Double(engine.table.count)
    var pairs = count * (count - 1) / 2
    guard engine.model.scope == .between else { return pairs }
    var bySource: [UInt16: Double] = [:]
    for source in engine.table.sources { bySource[source, default: 0] += 1 }
    for size in bySource.sorted(by: { $0.key < $1.key }).map(\.value) {
      pairs -= size * (size - 1) / 2
    }
    return pairs
  }
}

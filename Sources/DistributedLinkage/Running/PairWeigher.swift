// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Works out the weight of a pair from the levels that Spark found, as the native engine does it.
struct PairWeigher {
  /// What each value of a column adds.
  private struct Addition {
    let codes: [Int32]
    let additions: [Double]
    let isFalling: Bool

    func callAsFunction(_ left: Int, _ right: Int) -> Double {
      let (one, other) = (codes[left], codes[right])
      if one < 0 { return other < 0 ? 0 : additions[Int(other)] }
      if other < 0 { return additions[Int(one)] }
      let values = (additions[Int(one)], additions[Int(other)])
      return isFalling ? min(values.0, values.1) : max(values.0, values.1)
    }
  }

  private let prior: Double
  private let levels: [[Double]]
  private let terms: [[Addition?]]

  init(_ model: LinkageModel, _ table: RecordTable) throws(DistributedLinkageError) {
    prior = try ModelWeights.prior(model)
    var levels: [[Double]] = []
    var terms: [[Addition?]] = []
    for comparison in model.comparisons {
      levels.append(try ModelWeights.levels(comparison))
      var additions: [Addition?] = []
      for place in comparison.levels.indices {
        additions.append(try Self.addition(comparison, place, table))
      }
      terms.append(additions)
    }
    self.levels = levels
    self.terms = terms
  }

  private static func addition(
    _ comparison: Comparison, _ place: Int, _ table: RecordTable
  ) throws(DistributedLinkageError) -> Addition? {
    guard let term = try ModelWeights.term(comparison, place) else { return nil }
    guard let column = table.column(term.column) else {
      throw .notWhole("the records have no column “\(term.column)”")
    }
    let total = Double(max(1, column.presentCount))
    return Addition(
      codes: column.codes,
      additions: column.counts.map { term.addition(share: Double($0) / total) },
      isFalling: term.weight > 0)
  }

  /// How many comparisons there are.
  var comparisons: Int { levels.count }

  /// Whether a comparison has such a level.
  func has(_ level: Int, of comparison: Int) -> Bool { levels[comparison].indices.contains(level) }

  /// The weight of a pair of rows whose comparisons are at these levels.
  func weight(_ left: Int, _ right: Int, at pattern: [Int]) -> Double {
    var total = prior
    for (comparison, level) in pattern.enumerated() { total += levels[comparison][level] }
    for (comparison, level) in pattern.enumerated() {
      if let addition = terms[comparison][level] { total += addition(left, right) }
    }
    return total
  }
}

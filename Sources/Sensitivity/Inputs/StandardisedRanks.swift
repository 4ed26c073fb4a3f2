// SPDX-License-Identifier: Apache-2.0

/// The runs in the order of a value.
enum RunOrder {
  /// From the lowest to the highest; equals in the order of runs.
  static func rising(_ values: [Double]) -> [Int] {
    values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  }
}

/// Ranks as a regression takes them.
enum StandardisedRanks {
  /// Ranks about their mean, of length 1, equal values sharing the mean of theirs: nil when all are
  /// equal.
  static func of(_ values: [Double], in order: [Int]) -> [Double]? {
    var ranks = [Double](repeating: 0, count: values.count)
    let middle = Double(values.count - 1) / 2
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 - middle }
      first = last + 1
    }
    let length = Vector.dot(ranks, ranks).squareRoot()
    return length > 0 ? ranks.map { $0 / length } : nil
  }
}

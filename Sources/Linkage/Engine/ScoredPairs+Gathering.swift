// SPDX-License-Identifier: Apache-2.0

extension ScoredPairs {
  /// Puts the pairs of many pieces in the order of left row and right row; no pair may be there twice.
  ///
  /// A counting sort by the left row, and an insertion sort of the few pairs of each.
  public init(gathering pieces: [ScoredPairs], records: Int) {
    var starts = [Int32](repeating: 0, count: records + 1)
    for piece in pieces { for left in piece.left { starts[Int(left) + 1] += 1 } }
    for row in 0..<records { starts[row + 1] += starts[row] }
    let count = pieces.reduce(0) { $0 + $1.count }
    var next = starts
    var left = [Int32](repeating: 0, count: count)
    var right = left
    var weight = [Double](repeating: 0, count: count)
    var rule = [UInt8](repeating: 0, count: count)
    for piece in pieces {
      for index in 0..<piece.count {
        let row = Int(piece.left[index])
        var place = Int(next[row])
        next[row] += 1
        while place > Int(starts[row]), right[place - 1] > piece.right[index] {
          right[place] = right[place - 1]
          weight[place] = weight[place - 1]
          rule[place] = rule[place - 1]
          place -= 1
        }
        left[Int(next[row]) - 1] = piece.left[index]
        right[place] = piece.right[index]
        weight[place] = piece.weight[index]
        rule[place] = piece.rule[index]
      }
    }
    self.init(left: left, right: right, weight: weight, rule: rule)
  }
}

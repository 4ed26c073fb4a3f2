// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Precision, recall and F1 of pairs, against the person of each record.
struct Accuracy {
  let threshold: Double
  let precision: Double
  let recall: Double

  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  init(threshold: Double, right: Double, found: Double, all: Double) {
    self.threshold = threshold
    precision = found > 0 ? right / found : 0
    recall = all > 0 ? right / all : 0
  }

  /// How many pairs of records are of one person.
  static func truePairs(_ truth: [Int32]) -> Double {
    var sizes: [Int32: Double] = [:]
    for person in truth where person >= 0 { sizes[person, default: 0] += 1 }
    return sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  /// The best of the thresholds at every quarter, by pairs.
  static func bestPairwise(_ pairs: ScoredPairs, _ truth: [Int32]) -> Accuracy {
    let all = truePairs(truth)
    var found: [Int: (right: Double, all: Double)] = [:]
    for index in 0..<pairs.count {
      let quarter = Int((pairs.weight[index] * 4).rounded())
      let isRight = truth[Int(pairs.left[index])] == truth[Int(pairs.right[index])]
      found[quarter, default: (0, 0)].all += 1
      if isRight { found[quarter, default: (0, 0)].right += 1 }
    }
    var best = Accuracy(threshold: 0, right: 0, found: 0, all: all)
    var sum = (right: 0.0, all: 0.0)
    for quarter in found.keys.sorted(by: >) {
      sum.right += found[quarter]?.right ?? 0
      sum.all += found[quarter]?.all ?? 0
      let next = Accuracy(
        threshold: Double(quarter) / 4, right: sum.right, found: sum.all, all: all)
      if next.f1 > best.f1 { best = next }
    }
    return best
  }

  /// Of pairs within one cluster.
  static func clusters(_ clusters: [Int32], _ truth: [Int32], threshold: Double) -> Accuracy {
    var sizes: [Int32: Double] = [:]
    var shared: [UInt64: Double] = [:]
    for (row, cluster) in clusters.enumerated() {
      sizes[cluster, default: 0] += 1
      let person = UInt64(UInt32(bitPattern: truth[row]))
      shared[UInt64(UInt32(bitPattern: cluster)) << 32 | person, default: 0] += 1
    }
    let pairs: (Double) -> Double = { $0 * ($0 - 1) / 2 }
    return Accuracy(
      threshold: threshold, right: shared.values.reduce(0) { $0 + pairs($1) },
      found: sizes.values.reduce(0) { $0 + pairs($1) }, all: truePairs(truth))
  }
}

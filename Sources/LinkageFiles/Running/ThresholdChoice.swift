// SPDX-License-Identifier: Apache-2.0

public import Linkage

/// Pairs of which somebody knows whether they are of one person.
public struct LabelledPairs: Sendable, Hashable {
  /// Pairs of one person.
  public let same: [ClusterRules.Couple]
  /// Pairs of two people.
  public let different: [ClusterRules.Couple]

  /// Gathers pairs.
  public init(same: [ClusterRules.Couple], different: [ClusterRules.Couple]) {
    self.same = same
    self.different = different
  }

  /// How clusters agree with the labels.
  func accuracy(_ clusters: RecordClusters) -> LinkageAccuracy {
    func together(_ couple: ClusterRules.Couple) -> Bool {
      clusters.first[Int(couple.left)] == clusters.first[Int(couple.right)]
    }
    let right = same.count(where: together)
    return LinkageAccuracy(
      rightPairs: right, wrongPairs: different.count(where: together),
      missedPairs: same.count - right)
  }
}

/// Grows clusters at the threshold that was given, or at one that labels or expectations choose.
struct ThresholdChoice {
  let pairs: ScoredPairs
  let count: Int
  let settings: LinkageJob.Settings
  let weigher: PairWeigher

  /// Clusters, and the threshold at which they were grown.
  func made(say: (String) -> Void) -> (RecordClusters, Double) {
    if let threshold = settings.threshold { return (grown(threshold), threshold) }
    if let labels = settings.labels { return byLabels(labels, say) }
    if let precision = settings.precision { return byPrecision(precision) }
    return (grown(0), 0)
  }

  private func grown(_ threshold: Double) -> RecordClusters {
    // Records of one person are less alike on the whole than their likest pair.
    ClusterGrowth.clusters(
      of: pairs, count: count,
      settings: .init(
        pairThreshold: threshold, meanThreshold: threshold - 2, ceiling: max(12, threshold + 4)),
      rules: settings.rules
    ) { weigher.weight($0, $1) }
  }

  /// The threshold with the highest F1 on the labels; of equal ones that nearest to even odds.
  private func byLabels(
    _ labels: LabelledPairs, _ say: (String) -> Void
  ) -> (RecordClusters, Double) {
    let thresholds = (-5...15).map(Double.init).sorted { (abs($0), $0) < (abs($1), $1) }
    var best = (clusters: grown(0), threshold: 0.0)
    var accuracy = labels.accuracy(best.clusters)
    for threshold in thresholds.dropFirst() {
      let clusters = grown(threshold)
      let other = labels.accuracy(clusters)
      if other.f1 > accuracy.f1 {
        best = (clusters, threshold)
        accuracy = other
      }
    }
    say(
      "Of \(labels.same.count) labelled pairs of one person \(accuracy.rightPairs) are together, "
        + "and \(accuracy.wrongPairs) of \(labels.different.count) of two people.")
    return best
  }

  /// The lowest threshold whose expected precision is as wanted.
  private func byPrecision(_ wanted: Double) -> (RecordClusters, Double) {
    var threshold = -1.0
    while true {
      let clusters = grown(threshold)
      if threshold >= 20 || ExpectedAccuracy(pairs, clusters).precision >= wanted {
        return (clusters, threshold)
      }
      threshold += 1
    }
  }
}

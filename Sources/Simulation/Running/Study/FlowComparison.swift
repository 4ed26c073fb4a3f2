// SPDX-License-Identifier: Apache-2.0

public import OutputAnalysis

/// What a change makes of a model, replication by replication.
///
/// Replication 7 of both has the same luck: patient number 100 of a stream comes at the same time, stays
/// as long and takes the same way wherever the change lets it. So what differs is what the change does.
public struct FlowComparison: Sendable {
  /// One measure of both.
  public struct Row: Hashable, Sendable, Codable {
    /// What was measured.
    public let measure: FlowMeasure
    /// Without the change.
    public let base: Estimate
    /// With it.
    public let other: Estimate
    /// Other less base, with its interval and what common luck is worth.
    public let paired: PairedDifference
  }

  /// The model without the change.
  public let base: FlowStudy
  /// The model with it.
  public let other: FlowStudy
  /// The measures that both have, in the order of the base.
  public let rows: [Row]

  /// Compares two studies with one seed; the longer one is cut to the shorter.
  public init(_ base: FlowStudy, _ other: FlowStudy) {
    self.base = base
    self.other = other
    let count = min(base.results.count, other.results.count)
    let results = (Array(base.results.prefix(count)), Array(other.results.prefix(count)))
    let known = Set(other.model.network.measures)
    rows = base.model.network.measures.filter(known.contains).compactMap { measure in
      let values = zip(results.0, results.1).compactMap { first, second -> (Double, Double)? in
        guard let one = measure.value(of: first, in: base.model),
          let two = measure.value(of: second, in: other.model)
        else { return nil }
        return (one, two)
      }
      guard let paired = PairedDifference.of(base: values.map(\.0), other: values.map(\.1)),
        let one = measure.estimate(of: results.0, in: base.model),
        let two = measure.estimate(of: results.1, in: other.model)
      else { return nil }
      return Row(measure: measure, base: one, other: two, paired: paired)
    }
  }
}

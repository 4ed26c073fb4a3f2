// SPDX-License-Identifier: Apache-2.0

public import Linkage

/// What a linkage did and how good it is thought to be, for people and programs.
public struct LinkageSummary: Sendable, Codable {
  /// Records that were linked.
  public var records: Int
  /// Rows set aside.
  public var quarantined: Int
  /// The sources.
  public var sources: [String]
  /// Blocking rules.
  public var blockingRules: Int
  /// Pairs compared while training; nil where the model was given.
  public var comparedPairs: Int?
  /// The least weight of a pair that started a merger, in bits.
  public var threshold: Double
  /// Clusters, those of one record among them.
  public var clusters: Int
  /// Pairs that alone hold a cluster together, for review.
  public var bridges: Int
  /// The share of pairs put together that are expected to be right.
  public var expectedPrecision: Double
  /// The share of pairs of one person that are expected to be together.
  public var expectedRecall: Double
  /// Pairs of one person that no blocking rule is expected to bring together, at least.
  public var missedByBlocking: Double
  /// What the truth says, where it was given.
  public var truth: Truth?
  /// Expected errors by group.
  public var errorRates: [GroupErrorRates]
  /// What standardising found.
  public var findings: [FieldFindings]

  /// Counts against the truth.
  public struct Truth: Sendable, Codable {
    /// Pairs that are right, wrong and missed.
    public var pairs: LinkageAccuracy
    /// The share of pairs put together that are right.
    public var precision: Double
    /// The share of true pairs that were put together.
    public var recall: Double
    /// The harmonic mean of both.
    public var f1: Double
  }

  /// Gathers what is known; `truth` has the person of each row.
  public init(_ records: LinkageRecords, _ outcome: LinkageJob.Outcome, truth people: [String?]?) {
    self.records = records.table.count
    quarantined = records.quarantine.count
    sources = records.table.sourceNames
    blockingRules = outcome.engine.model.blocking.count
    comparedPairs = outcome.compared
    threshold = outcome.threshold
    clusters = outcome.clusters.count
    bridges = outcome.bridges.count
    expectedPrecision = outcome.expected.precision
    expectedRecall = outcome.expected.recall
    missedByBlocking = outcome.expected.missedByBlocking
    truth = people.map {
      let accuracy = LinkageAccuracy(outcome.clusters, truth: $0)
      return Truth(
        pairs: accuracy, precision: accuracy.precision, recall: accuracy.recall, f1: accuracy.f1)
    }
    errorRates = GroupErrorRates.all(records, outcome)
    findings = records.findings
  }
}

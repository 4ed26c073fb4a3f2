// SPDX-License-Identifier: Apache-2.0

public import OutputAnalysis
public import PatientFlow

/// How many replications a study runs.
public enum ReplicationCount: Hashable, Sendable {
  /// As many as the precision of the model asks for (Hoad, Robinson and Davies 2010).
  case automatic
  /// So many.
  case fixed(Int)
}

/// The replications of one model, with what was made of them.
public struct FlowStudy: Sendable {
  /// The model.
  public let model: FlowModel
  /// The seed.
  public let seed: UInt64
  /// The results of the replications, numbered from 1.
  public let results: [FlowResult]
  /// Whether the network can keep up, before anything else.
  public let verdict: FlowVerdict
  /// The measures of every unit.
  public let measures: [MeasuredFlow]
  /// Where an exact answer exists, it beside the simulated one.
  public let comparisons: [ExactComparison]
}

/// One measure and its estimate.
public struct MeasuredFlow: Hashable, Sendable, Codable {
  /// What was measured.
  public let measure: FlowMeasure
  /// What was found.
  public let estimate: Estimate
}

/// Whether the network can keep up, and whether the run can be called steady.
public struct FlowVerdict: Hashable, Sendable, Codable {
  /// The finding.
  public enum Finding: String, Hashable, Sendable, Codable {
    /// Less comes than can be cared for, and the run is long enough to say so.
    case steady
    /// From a known start to a known end: no steady state is claimed.
    case terminating
    /// The run is too short for a unit so full: results depend on the warm-up.
    case notSettled = "not-settled"
    /// More comes than can be cared for: the queue grows for as long as it lasts.
    case unstable
  }

  /// The finding.
  public let finding: Finding
  /// In plain English, such as "unstable: the queue for the acute unit grows by 1.2 a day".
  public let words: String
}

/// An exact answer beside a simulated one.
public struct ExactComparison: Hashable, Sendable, Codable {
  /// What was measured.
  public let measure: FlowMeasure
  /// The exact answer.
  public let exact: Double
  /// The simulated one.
  public let simulated: Estimate
  /// Where the exact answer comes from, such as "M/M/c with blocking, solved as a Markov chain".
  public let method: String
  /// Whether the two agree within the stated band; an alarm is shown when not.
  public let agrees: Bool
}

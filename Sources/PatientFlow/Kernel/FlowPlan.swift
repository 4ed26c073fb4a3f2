// SPDX-License-Identifier: Apache-2.0

/// A network that was checked and made ready to run: flat tables that the kernel reads.
public struct FlowPlan: Sendable {
  /// The network as it was given.
  public let network: FlowNetwork
  /// How long it runs.
  public let horizon: FlowHorizon

  /// Checks a network and makes it ready.
  /// - Throws: `FlowProblems`, everything that is wrong with it.
  public init(_ network: FlowNetwork, horizon: FlowHorizon) throws(FlowProblems) {
    self.network = network
    self.horizon = horizon
  }
}

/// Runs replications of a plan one after another and uses the same memory for all.
///
/// A replication depends on the plan, the seed and its number alone.
public struct FlowKernel {
  /// Gets memory for a plan.
  public init(_ plan: FlowPlan, seed: UInt64) {
    self.plan = plan
    self.seed = seed
  }

  let plan: FlowPlan
  let seed: UInt64

  /// Runs one replication; replications are numbered from 1.
  public mutating func run(replication: Int) -> FlowResult {
    FlowResult(units: [], classes: [], events: 0)
  }

  /// Runs one replication and tells everything that happens in a span of days.
  public mutating func run(
    replication: Int, logging days: Range<Double>, _ log: (FlowEvent) -> Void
  ) -> FlowResult {
    run(replication: replication)
  }
}

/// One thing that happened to one patient.
public struct FlowEvent: Hashable, Sendable, Codable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case arrived, queued, admitted, careEnded, blocked, left, turnedAway, reneged, cancelled
  }

  /// Days after the start.
  public var time: Double
  /// What happened.
  public var kind: Kind
  /// The number of the patient, in order of appearance.
  public var patient: Int
  /// The class, by its place.
  public var patientClass: Int
  /// The unit where it happened, by its place.
  public var unit: Int
  /// The unit that comes next or is waited for, by its place.
  public var next: Int?

  /// An event of its parts.
  public init(
    time: Double, kind: Kind, patient: Int, patientClass: Int, unit: Int, next: Int? = nil
  ) {
    self.time = time
    self.kind = kind
    self.patient = patient
    self.patientClass = patientClass
    self.unit = unit
    self.next = next
  }
}

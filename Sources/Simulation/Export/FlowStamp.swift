// SPDX-License-Identifier: Apache-2.0

import Assessment
public import PlanPackage
import Projection
public import Sampling

/// How replications were made: what parts of one study have to share.
public struct FlowStamp: Codable, Sendable, Hashable {
  /// The version of Weald.
  public var engine: String
  /// The id of the plan.
  public var plan: String
  /// SHA-256 of the names and contents of all files of the plan.
  public var planDigest: String
  /// The id of the model.
  public var model: String
  /// The variant of the model; nil for the base.
  public var scenario: String?
  /// What chance was drawn from.
  public var seed: UInt64
  /// How many replications were asked for: `auto` or a number.
  public var replications: String
  /// The replications that there may be at most, which parts share out.
  public var most: Int
  /// Which part it is; nil for the whole.
  public var shard: Shard?

  /// The stamp of replications of a model of a plan.
  public init(
    plan: Plan, model: FlowModel, seed: UInt64, asked: ReplicationCount, shard: Shard? = nil
  ) {
    self.init(
      engine: WealdVersion.current, plan: plan.metadata.id, planDigest: plan.digest,
      model: model.id, scenario: model.variant?.id, seed: seed, replications: asked.words,
      most: asked.most(of: model), shard: shard)
  }

  /// A stamp of its parts.
  public init(
    engine: String, plan: String, planDigest: String, model: String, scenario: String?,
    seed: UInt64, replications: String, most: Int, shard: Shard?
  ) {
    self.engine = engine
    self.plan = plan
    self.planDigest = planDigest
    self.model = model
    self.scenario = scenario
    self.seed = seed
    self.replications = replications
    self.most = most
    self.shard = shard
  }

  /// The numbers of the replications that belong to it.
  public var numbers: Range<Int> { shard?.runs(of: most) ?? 1..<(most + 1) }

  /// The names and values of what two stamps have to share and do not.
  public func differences(from other: FlowStamp) -> [String] {
    var differences = StampDifferences()
    differences.compare("version", engine, other.engine)
    differences.compare("plan", plan, other.plan)
    if plan == other.plan { differences.compare("plan digest", planDigest, other.planDigest) }
    differences.compare("model", model, other.model)
    differences.compare("scenario", scenario ?? "none", other.scenario ?? "none")
    differences.compare("seed", "\(seed)", "\(other.seed)")
    differences.compare("replications", replications, other.replications)
    differences.compare("most replications", most, other.most)
    differences.compare("parts", shard?.count ?? 0, other.shard?.count ?? 0)
    return differences.found
  }
}

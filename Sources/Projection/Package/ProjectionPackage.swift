// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PlanPackage
public import Sampling
import Sensitivity

/// The results of a projection as files: a data package of the whole, or one part of it.
///
/// Every file is a function of the plan, the seed, the runs and the measures asked for, so that an
/// ensemble made in parts and put together gives the same bytes as one made at once.
public struct ProjectionPackage: Sendable {
  let model: ProjectionModel
  /// The runs.
  public let ensemble: Ensemble
  let sums: AttributionSums
  /// How it was made.
  public let stamp: ProjectionStamp

  /// What to make.
  public struct Request: Sendable {
    /// How many runs the whole has.
    public var runs: Int
    /// What chance is drawn from; nil for the seed of the plan.
    public var seed: UInt64?
    /// The measures whose figures are written; empty for all.
    public var measures: [String] = []
    /// Which part to make; nil for the whole.
    public var shard: Shard?
    /// How many threads share the work; nil for one a core.
    public var threads: Int?

    /// Whether changes are divided among their causes, which a summary does not show.
    public var dividesChanges = true

    /// Asks for the whole of so many runs.
    public init(runs: Int) { self.runs = runs }
  }

  /// Makes an ensemble, or a part of it, and divides what changes among its causes.
  ///
  /// - Throws: `ProjectionError` for measures or runs that cannot be.
  public init(
    _ model: ProjectionModel, _ request: Request, progress: (@Sendable (Int) -> Void)? = nil
  ) throws(ProjectionError) {
    guard (1...Ensemble.mostRuns).contains(request.runs) else { throw .runs(request.runs) }
    _ = try model.places(of: request.measures)
    let runs = request.shard?.runs(of: request.runs) ?? 1..<(request.runs + 1)
    guard !runs.isEmpty else { throw .runs(0) }
    let seed = request.seed ?? model.seed
    self.model = model
    ensemble = try model.ensemble(
      runs, seed: seed, threads: request.threads, progress: progress)
    sums = try AttributionSums(
      model, measures: Self.explained(model, request.measures),
      years: Array(model.years.dropFirst()),
      .withPlan, .shapley, runs: runs, chance: model.chance(seed: seed, LabSettings()),
      threads: request.threads)
    stamp = Self.stamp(model, request, seed)
  }

  init(
    _ model: ProjectionModel, _ ensemble: Ensemble, _ sums: AttributionSums,
    _ stamp: ProjectionStamp
  ) {
    self.model = model
    self.ensemble = ensemble
    self.sums = sums
    self.stamp = stamp
  }

  /// The measures whose changes are divided: those asked for, or the headlines.
  static func explained(_ model: ProjectionModel, _ asked: [String]) -> [String] {
    asked.isEmpty ? model.measures.filter(\.isHeadline).map(\.id) : asked
  }

  static func stamp(
    _ model: ProjectionModel, _ request: Request, _ seed: UInt64
  ) -> ProjectionStamp {
    ProjectionStamp(
      engine: WealdVersion.current, plan: model.plan.metadata.id,
      planDigest: model.plan.digest, scenario: model.plan.scenario?.id, seed: seed,
      runs: request.runs, measures: request.measures,
      synthetic: model.measures.contains(where: \.isSynthetic) || model.plan.metadata.isSynthetic,
      shard: request.shard)
  }

  /// The measures whose figures are written.
  var written: [ProjectionMeasure] {
    stamp.measures.isEmpty
      ? ensemble.measures : stamp.measures.compactMap { ensemble.measure($0) }
  }

  /// The headlines among them, or all that were asked for.
  public var headlines: [ProjectionMeasure] {
    stamp.measures.isEmpty ? ensemble.measures.filter(\.isHeadline) : written
  }

  /// The mean change of each headline in each year, divided among causes.
  public var attributions: [ProjectionAttribution] { sums.all }

  /// The files in the order of their names.
  ///
  /// - Throws: an encoding error, which would be a mistake of ours.
  public func files() throws -> [(name: String, bytes: [UInt8])] {
    let tables =
      stamp.shard == nil
      ? [attributionTable, influenceTable, inputTable, promiseTable, runTable, summaryTable]
      : [sumTable, runTable]
    let manifest = PackageManifest(
      name: model.plan.metadata.id + "-projection",
      title: "\(model.plan.metadata.title): projection under uncertainty",
      description: description, keywords: stamp.synthetic ? ["synthetic"] : nil, weald: stamp,
      resources: tables.map(\.resource))
    return [("datapackage.json", try JSONEncoder.readable(manifest))]
      + tables.map { ($0.path, $0.bytes) }
  }

  private var description: String {
    var text = "\(stamp.runs) runs drawn from seed \(stamp.seed), and run 0 with central values."
    if let shard = stamp.shard {
      text +=
        " Part \(shard.index) of \(shard.count): put the parts together with "
        + "weald project --merge."
    }
    if stamp.synthetic {
      text +=
        " SYNTHETIC: figures rest on activity or resources that a program made up, and say "
        + "nothing about real services."
    }
    return text
  }
}

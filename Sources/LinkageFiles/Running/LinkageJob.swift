// SPDX-License-Identifier: Apache-2.0

public import Linkage
import PlanPackage

/// Links records from start to end: choose what is compared, train, weigh, cluster, and say how good it is.
public struct LinkageJob {
  /// How it is done.
  public struct Settings: Sendable {
    /// Which pairs can be of one person.
    public var scope: LinkageScope = .withinAndBetween
    /// About the most pairs that are compared; 20 for each record, and no fewer than 20 million, unless given.
    public var mostPairs: Int?
    /// A model to use; without one it is made from the fields.
    public var model: LinkageModelFile?
    /// Whether a model that is given is trained anew.
    public var trainsAnew = false
    /// The least weight of a pair that starts a merger, in bits; chosen by `precision` where nil.
    public var threshold: Double?
    /// The least expected precision.
    public var precision: Double?
    /// Labelled pairs by which the threshold is chosen, rather than by what is expected.
    public var labels: LabelledPairs?
    /// A folder for finished parts, from which an interrupted run goes on; none unless given.
    public var work: String?
    /// What clusters may not break.
    public var rules = ClusterRules()

    /// The settings where nothing is chosen.
    public init() {}
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// The trained model over the records.
    public let engine: LinkageEngine
    /// People of one household; nil where they cannot be told.
    public let related: RelatedPeople?
    /// Pairs that were weighed and may be of one person.
    public let pairs: ScoredPairs
    /// Who is whom.
    public let clusters: RecordClusters
    /// The least weight of a pair that started a merger.
    public let threshold: Double
    /// The indices of pairs that alone hold a cluster of four records or more together.
    public let bridges: [Int]
    /// What is expected to be right, blocking included.
    public let expected: ExpectedAccuracy
    /// How many pairs were compared; nil where the model was not trained here.
    public let compared: Int?
  }

  private let table: RecordTable
  private let records: LinkageRecords
  private let settings: Settings
  private let workers: Workers
  private let say: (String) -> Void

  /// Pairs below this weight say nothing and are not kept.
  private static let leastKept = -6.0

  private init(
    _ records: LinkageRecords, _ settings: Settings, _ workers: Workers,
    _ say: @escaping (String) -> Void
  ) {
    self.records = records
    table = DefaultModel.prepared(records)
    self.settings = settings
    self.workers = workers
    self.say = say
  }

  /// Links records.
  ///
  /// - Throws: `LinkageError` where the model does not fit the records; `PlanError` where a blocking rule
  ///   would compare too many pairs.
  public static func run(
    _ records: LinkageRecords, _ settings: Settings, _ workers: Workers,
    say: @escaping (String) -> Void = { _ in }
  ) throws -> Outcome {
    try Self(records, settings, workers, say).run()
  }

  private var most: Int { settings.mostPairs ?? max(20_000_000, 20 * table.count) }

  private func run() throws -> Outcome {
    let folder = try settings.work.map { try RunFolder($0, fingerprint: fingerprint()) }
    let trained = try trained(folder)
    let engine = trained.engine
    let pairs = try scored(engine, folder)
      .reweighed(engine, trained.related, atLeast: Self.leastKept, workers)
    say("Weighed: \(pairs.count) pairs may be of one person.")
    let coverage = BlockingCoverage(pairs, engine)
    let (clusters, threshold) = ThresholdChoice(
      pairs: pairs, count: table.count, settings: settings,
      weigher: PairWeigher(engine, trained.related)
    ).made(say: say)
    var expected = ExpectedAccuracy(pairs, clusters)
    expected.missedByBlocking = coverage.missed
    return Outcome(
      engine: engine, related: trained.related, pairs: pairs, clusters: clusters,
      threshold: threshold, bridges: bridges(pairs, clusters, threshold), expected: expected,
      compared: trained.compared)
  }

  /// Where two people were most likely taken for one.
  private func bridges(
    _ pairs: ScoredPairs, _ clusters: RecordClusters, _ threshold: Double
  ) -> [Int] {
    let inside = pairs.left.indices.filter {
      clusters.first[Int(pairs.left[$0])] == clusters.first[Int(pairs.right[$0])]
    }
    let kept = ScoredPairs(
      left: inside.map { pairs.left[$0] }, right: inside.map { pairs.right[$0] },
      weight: inside.map { pairs.weight[$0] }, rule: inside.map { pairs.rule[$0] })
    return ClusterBridges.found(in: kept, count: table.count, atLeast: threshold).map { inside[$0] }
  }

  /// The pairs of all rules; those that an interrupted run has found are taken from its folder.
  private func scored(_ engine: LinkageEngine, _ folder: RunFolder?) throws -> ScoredPairs {
    guard let folder else { return engine.score(atLeast: Self.leastKept, workers) }
    var kept: [ScoredPairs] = []
    for rule in engine.model.blocking.indices {
      if let done = folder.pairs(rule: rule) {
        kept.append(done)
        continue
      }
      let blocks = engine.blocks(rule: rule)
      let pieces = blocks.pieces(ofAbout: 500_000)
      let found = ScoredPairs(
        gathering: workers.map(pieces.count) {
          engine.score(pieces[$0], of: blocks, atLeast: Self.leastKept)
        }, records: table.count)
      try folder.keep(found, rule: rule)
      kept.append(found)
    }
    return ScoredPairs(gathering: kept, records: table.count)
  }

  private func fingerprint() throws -> UInt64 {
    let model = try settings.model.map { String(decoding: try $0.bytes(), as: UTF8.self) }
    return RunFolder.fingerprint(
      table, ["\(settings.scope)", "\(most)", "\(settings.trainsAnew)", model ?? ""])
  }

  private func trained(_ folder: RunFolder?) throws -> (
    engine: LinkageEngine, related: RelatedPeople?, compared: Int?
  ) {
    if let done = folder?.model {
      say("Goes on where an earlier run was interrupted.")
      return (try LinkageEngine(table, done.model), done.related, nil)
    }
    let given = settings.model
    var model =
      try given?.model
      ?? DefaultModel.model(for: records, table, scope: settings.scope, most: most, workers)
    if settings.scope == .between { model.scope = .between }
    guard !model.blocking.isEmpty else {
      throw PlanError([
        Violation(
          file: "the model", found: "no blocking rule within \(most) pairs",
          expected: "at least one field by which records can be brought together",
          advice:
            "Give more fields, such as a surname or a date of birth, or a larger --most-pairs.")
      ])
    }
    if let given {
      try refuseLargeRules(model)
      if !settings.trainsAnew && given.isTrained {
        return (try LinkageEngine(table, model), given.related, nil)
      }
    }
    let roles = given == nil ? DefaultModel.roles(of: records.fields) : given?.related?.roles ?? []
    let rules = model.blocking.count
    say("Trains on the pairs of \(rules == 1 ? "one blocking rule" : "\(rules) blocking rules").")
    let training = try CandidateTraining(table, model, roles: roles, workers)
    try folder?.keep(
      LinkageModelFile(model: training.engine.model, related: training.related))
    return (training.engine, training.related, training.candidates)
  }

  /// Refuses a rule of a given model that would compare too many pairs, before anything is compared.
  private func refuseLargeRules(_ model: LinkageModel) throws {
    let sizes = try LinkageEngine(table, model).blockSizes(largest: 3, workers)
    let problems = sizes.filter { $0.pairs > most }.map { size in
      let worst = size.largest.map { "“\($0.key)” (\($0.pairs) pairs)" }.joined(separator: ", ")
      return Violation(
        file: "the model", found: "blocking rule \(size.rule + 1) with \(size.pairs) pairs",
        expected: "\(most) at most",
        advice: "Its largest blocks are \(worst). Make the rule narrower or give --most-pairs.")
    }
    guard problems.isEmpty else { throw PlanError(problems) }
  }
}

extension LinkageModelFile {
  /// Whether probabilities were found; a level that training never met may have none.
  var isTrained: Bool {
    model.comparisons.flatMap(\.levels).contains { $0.m != nil && $0.u != nil }
  }
}

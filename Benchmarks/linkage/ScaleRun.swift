// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles

/// Loads, trains, predicts and clusters a table with known persons, stage by stage.
struct ScaleRun {
  private let path: String
  private let settings: Settings
  private let workers: Workers
  /// A model that the peer wrote, to be used instead of training.
  private let peerModel: String?
  /// Where the scored pairs are written, if they are.
  private let pairsFile: String?

  init(
    _ path: String, _ settings: Settings, threads: Int, peerModel: String?, pairsFile: String?
  ) {
    self.path = path
    self.peerModel = peerModel
    self.pairsFile = pairsFile
    self.settings = settings
    workers = .threads(threads)
  }

  func run() throws {
    var measures = Measures()
    let read = try measures.time("load") {
      try CSVTable(path, columns: settings.columns, truth: "cluster")
    }
    let (engine, warnings) = try measures.time("train") { try prepared(read.table) }
    let pairs = measures.time("predict") { engine.score(atLeast: -6, workers) }
    let components = measures.time("cluster") {
      RecordClusters.connected(
        pairs, count: read.table.count, atLeast: Base2Odds.of(0.95))
    }
    for line in measures.lines {
      show("\(line.name)-processor", line.processor)
      show("\(line.name)-wall", line.wall)
    }
    let counted = measures.lines.filter { $0.name != "load" }
    show("work-processor", counted.reduce(0) { $0 + $1.processor })
    show("work-wall", counted.reduce(0) { $0 + $1.wall })
    print("peak-mb \(Measures.peakMegabytes)")
    print("records \(read.table.count)")
    print("kept-pairs \(pairs.count)")
    for warning in warnings { print("warning", warning) }
    report(pairs, components, read)
    if let pairsFile { try write(pairs, pairsFile) }
  }

  private func prepared(_ table: RecordTable) throws -> (LinkageEngine, [String]) {
    let model = settings.model
    if let peerModel {
      return (try LinkageEngine(table, try PeerModel.probabilities(peerModel, in: model)), [])
    }
    let training = try Training(table, model, settings.plan)
    let trained = try training.run(workers)
    return (try training.engine(for: trained), trained.warnings)
  }

  private func write(_ pairs: ScoredPairs, _ path: String) throws {
    var text = "unique_id_l,unique_id_r,match_weight\n"
    for index in 0..<pairs.count {
      text += "\(pairs.left[index]),\(pairs.right[index]),\(pairs.weight[index])\n"
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func report(_ pairs: ScoredPairs, _ components: RecordClusters, _ read: CSVTable) {
    show("pairwise", Accuracy.bestPairwise(pairs, read.truth))
    show(
      "cluster-p95", Accuracy.clusters(components.first, read.truth, threshold: Base2Odds.of(0.95)))
    let best = [1, 3, 4.25, 6, 8, 10, 12].map { threshold in
      let found = RecordClusters.connected(
        pairs, count: read.table.count, atLeast: threshold)
      return Accuracy.clusters(found.first, read.truth, threshold: threshold)
    }.max { $0.f1 < $1.f1 }
    if let best { show("cluster", best) }
  }

  private func show(_ name: String, _ value: Double) {
    print(name, String(format: "%.3f", value))
  }

  private func show(_ name: String, _ value: Accuracy) {
    for (part, number) in [
      ("threshold", value.threshold), ("precision", value.precision), ("recall", value.recall),
      ("f1", value.f1),
    ] {
      print("\(name)-\(part)", String(format: "%.4f", number))
    }
  }
}

/// The weight of a probability.
enum Base2Odds {
  static func of(_ probability: Double) -> Double {
    log2(probability / (1 - probability))
  }
}

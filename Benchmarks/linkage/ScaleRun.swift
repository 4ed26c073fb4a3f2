// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles

/// Loads, trains, predicts and clusters a made-up table of a region, stage by stage.
struct ScaleRun {
  private let path: String
  private let loose: Bool
  private let workers: Workers

  init(_ path: String, loose: Bool, threads: Int) {
    self.path = path
    self.loose = loose
    workers = .threads(threads)
  }

  func run() throws {
    var measures = Measures()
    let model = Settings.region(loose: loose)
    let read = try measures.time("load") {
      try CSVTable(path, columns: Settings.columns, truth: "cluster")
    }
    let (trained, engine) = try measures.time("train") {
      let training = try Training(read.table, model, Settings.plan)
      let trained = try training.run(workers)
      return (trained, try training.engine(for: trained))
    }
    let pairs = measures.time("predict") { engine.score(atLeast: -6, workers) }
    let components = measures.time("cluster") {
      Components.find(pairs, records: read.table.count, atLeast: Base2Odds.of(0.95))
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
    for warning in trained.warnings { print("warning", warning) }
    report(pairs, components, read)
  }

  private func report(_ pairs: ScoredPairs, _ components: [Int32], _ read: CSVTable) {
    show("pairwise", Accuracy.bestPairwise(pairs, read.truth))
    show("cluster-p95", Accuracy.clusters(components, read.truth, threshold: Base2Odds.of(0.95)))
    let best = [1, 3, 4.25, 6, 8, 10, 12].map { threshold in
      let found = Components.find(pairs, records: read.table.count, atLeast: threshold)
      return Accuracy.clusters(found, read.truth, threshold: threshold)
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

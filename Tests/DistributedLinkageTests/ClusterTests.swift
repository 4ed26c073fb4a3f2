// SPDX-License-Identifier: Apache-2.0

import DistributedLinkage
import Foundation
import Linkage
import Testing

@Suite(
  .enabled(if: SparkForTests.isThere, SparkForTests.absence), .serialized)
struct `a cluster of Spark` {
  @Test func `links 100,000 records into the clusters of the native engine, byte for byte`() throws
  {
    let spark = try #require(SparkForTests.installation)
    let records = try RegionRecords(count: 100_000, seed: 1)
    #expect(records.table.count == 100_000)
    let plan = TrainingPlan(
      certain: [BlockingRule(FieldPart("nhs-number"))], recall: 0.8,
      sessions: [
        BlockingRule(FieldPart("surname"), FieldPart("date-of-birth")),
        BlockingRule(FieldPart("given-name"), FieldPart("postcode")),
      ])
    let model = try Training(records.table, .region, plan).run().model
    let native = try LinkageEngine(records.table, model).score(atLeast: 0)
    try SparkForTests.withFolder { folder in
      let cluster = try SparkCluster(spark, folder: folder + "/cluster")
      defer { cluster.stop() }
      let session = SparkSession(
        spark, master: cluster.master,
        settings: ["spark.driver.memory": "1g", "spark.executor.memory": "1536m"])
      let found = try SparkLinkage(session, folder: folder + "/job")
        .score(records.table, model, atLeast: 0)

      #expect(found == native)
      #expect(lines(records, found) == lines(records, native))
      #expect(share(records, found) > 0.9)
    }
  }

  /// The clusters as they are written, sorted.
  private func lines(_ records: RegionRecords, _ pairs: ScoredPairs) -> [String] {
    RecordClusters.connected(pairs, count: records.table.count, atLeast: 8).first.enumerated()
      .map { row, first in "\(records.identifiers[row]),\(records.identifiers[Int(first)])" }
      .sorted()
  }

  /// The share of people whose records are all together.
  private func share(_ records: RegionRecords, _ pairs: ScoredPairs) -> Double {
    let clusters = RecordClusters.connected(pairs, count: records.table.count, atLeast: 8).first
    let groups = Dictionary(grouping: clusters.indices) { records.people[$0] }
    let whole = groups.values.count { rows in Set(rows.map { clusters[$0] }).count == 1 }
    return Double(whole) / Double(groups.count)
  }

  @Test func `that cannot start says which log to read`() throws {
    let spark = try #require(SparkForTests.installation)
    try SparkForTests.withFolder { folder in
      #expect {
        _ = try SparkCluster(spark, folder: folder, patience: 0)
      } throws: { error in
        "\(error)".contains("master.log")
      }
    }
  }
}

@Suite struct `an installation of Spark` {
  @Test func `that is not there is refused with advice`() {
    #expect {
      _ = try SparkInstallation(home: "/nowhere")
    } throws: { error in
      "\(error)".contains("scripts/spark-environment")
    }
  }
}

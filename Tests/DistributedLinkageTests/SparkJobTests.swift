// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import Testing

@testable import DistributedLinkage

@Suite struct `a model as SQL` {
  private func job(_ model: LinkageModel) throws -> SparkJob {
    try SparkJob(
      model, records: .csv("/data/records.csv"), nicknames: "/data/nicknames.csv",
      results: "/data/pairs", atLeast: 2)
  }

  @Test func `names the columns that it reads`() throws {
    let job = try job(.everyCondition)

    #expect(job.columns == MadeUpRecords.columns.sorted())
    #expect(job.readsNicknames)
  }

  @Test func `leaves a pair to the first rule that holds`() throws {
    let script = try job(.everyCondition).script

    #expect(script.components(separatedBy: "union all").count == 5)
    #expect(script.components(separatedBy: "and not coalesce(l.p0 = r.p0, false)").count == 5)
  }

  @Test func `compares records of different sources alone where the model says so`() throws {
    var model = LinkageModel.everyCondition
    #expect(!(try job(model).script.contains("l.source <> r.source")))
    model.scope = .between
    #expect(try job(model).script.contains("l.source <> r.source"))
  }

  @Test func `writes weights with all their digits`() throws {
    let script = try job(.everyCondition).script
    let prior = try ModelWeights.prior(.everyCondition)

    #expect(script.contains("\(prior)D"))
    #expect(script.contains("\(2 - 1e-6)D"))
  }

  @Test func `refuses string functions that are not Spark's`() {
    var model = LinkageModel.everyCondition
    model.strings = .duckDB
    #expect(throws: DistributedLinkageError.otherStrings) { try job(model) }
  }

  @Test func `refuses by name what Spark does not have`() {
    var model = LinkageModel.everyCondition
    model.comparisons[1].levels[2].condition = .similar(
      FieldPart("surname"), .jaro, atLeast: 0.9)
    #expect {
      try job(model)
    } throws: { error in
      "\(error)".contains("surname") && "\(error)".contains("Jaro")
    }
  }

  @Test func `refuses a model that is not whole`() {
    var model = LinkageModel.everyCondition
    model.blocking = []
    #expect(throws: DistributedLinkageError.self) { try job(model) }
    model = .everyCondition
    model.comparisons[0].levels.removeLast()
    #expect(throws: DistributedLinkageError.self) { try job(model) }
    model = .everyCondition
    model.prior = 1
    #expect(throws: DistributedLinkageError.self) { try job(model) }
  }

  @Test func `quotes names and texts`() {
    #expect(SQLText.name("a`b") == "`a``b`")
    #expect(SQLText.text("it's \\ here") == "'it\\'s \\\\ here'")
  }

  @Test func `can read Parquet and tables of a catalogue`() {
    #expect(SparkInput.parquet("/d/x").view("v", columns: []).contains("parquet.`/d/x`"))
    #expect(SparkInput.table("a.b").view("v", columns: []).contains("from a.b;"))
  }
}

@Suite struct `files for Spark` {
  @Test func `hold each record in a line, with quotes where they are needed`() throws {
    try SparkForTests.withFolder { folder in
      var builder = RecordTableBuilder(columns: ["name", "place"])
      builder.append(values: ["o\"neill, j", nil])
      builder.append(source: 0, values: [nil, "kent"])
      let files = SparkFiles(folder: folder)
      let model = LinkageModel(
        scope: .withinAndBetween, prior: 0.1, strings: .spark,
        blocking: [BlockingRule(FieldPart("place"))],
        comparisons: [
          Comparison(
            "name",
            levels: [
              ComparisonLevel("same", .equal(FieldPart("name"))),
              ComparisonLevel("other", .otherwise),
            ])
        ])
      try files.write(
        builder.table(), for: SparkLinkage.job(model, files, atLeast: 0))

      let text = try String(contentsOfFile: files.records, encoding: .utf8)
      #expect(text == "row,source,name,place\n0,0,\"o\"\"neill, j\",\n1,0,,kent\n")
    }
  }

  @Test(arguments: ["1,2", "5,2,0,0", "0,9,0,0", "0,1,0,7", "0,1,x,0", "0,1,0,", "0,1,9,0"])
  func `that are not as they should be are refused with their line`(line: String) throws {
    try SparkForTests.withFolder { folder in
      let files = SparkFiles(folder: folder)
      try FileManager.default.createDirectory(
        atPath: files.pairs, withIntermediateDirectories: true)
      try "0,1,0,0\n\(line)\n".write(
        toFile: files.pairs + "/part-0.csv", atomically: true, encoding: .utf8)
      var builder = RecordTableBuilder(columns: ["name"])
      for _ in 0..<3 { builder.append(values: ["x"]) }
      let model = LinkageModel(
        scope: .withinAndBetween, prior: 0.1, strings: .spark,
        blocking: [BlockingRule(FieldPart("name"))],
        comparisons: [
          Comparison(
            "name",
            levels: [
              ComparisonLevel("same", .equal(FieldPart("name"))),
              ComparisonLevel("other", .otherwise),
            ])
        ])
      #expect {
        _ = try files.read(builder.table(), model, atLeast: -100)
      } throws: { error in
        if case .unreadable(_, 2, line) = error as? DistributedLinkageError { true } else { false }
      }
    }
  }

  @Test func `refuse a value with a line break`() throws {
    try SparkForTests.withFolder { folder in
      var builder = RecordTableBuilder(columns: MadeUpRecords.columns)
      builder.append(values: ["a\nb", nil, nil, nil, nil, nil])
      let files = SparkFiles(folder: folder)
      #expect(throws: DistributedLinkageError.valueWithLineBreak(column: "given-name", row: 0)) {
        try files.write(
          builder.table(), for: SparkLinkage.job(.everyCondition, files, atLeast: 0))
      }
    }
  }
}

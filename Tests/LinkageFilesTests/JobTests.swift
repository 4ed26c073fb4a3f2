// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles
import PlanPackage
import TestKit
import Testing

@Suite struct JobTests {
  private static let fields = RecordField.named([
    (.givenName, "first_name"), (.surname, "surname"), (.dateOfBirth, "dob"), (.town, "city"),
    (.email, "email"),
  ])

  private func records() throws -> LinkageRecords {
    let folder = try #require(SharedData.folder)
    return try RecordFileReader.read(
      [folder.path + "/data/linkage/fake_1000.csv"],
      .init(identifier: "unique_id", fields: Self.fields, truth: "cluster"))
  }

  @Test(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.absence)))
  func `links the thousand made-up records better than the peer's best, without labels`() throws {
    let records = try records()
    let outcome = try LinkageJob.run(records, .init(), .threads(2))
    let truth = try #require(records.truth)
    let accuracy = LinkageAccuracy(
      outcome.clusters, truth: (0..<records.table.count).map { truth.value(row: $0) })
    #expect(accuracy.f1 > 0.94)
    #expect(abs(outcome.expected.precision - accuracy.precision) < 0.05)
  }

  @Test(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.absence)))
  func `an interrupted run goes on and finds the same`() throws {
    let records = try records()
    let work = NSTemporaryDirectory() + "run-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: work) }
    var settings = LinkageJob.Settings()
    settings.work = work
    let first = try LinkageJob.run(records, settings, .serial)
    // What the first run kept stands for one that was stopped before its clusters were written.
    nonisolated(unsafe) var talk: [String] = []
    let second = try LinkageJob.run(records, settings, .serial) { talk.append($0) }
    #expect(talk.contains { $0.contains("interrupted") })
    #expect(second.clusters == first.clusters)
    #expect(second.pairs == first.pairs)
    settings.mostPairs = 5
    talk = []
    _ = try LinkageJob.run(records, settings, .serial) { talk.append($0) }
    #expect(!talk.contains { $0.contains("interrupted") })
  }

  @Test(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.absence)))
  func `a model is read back as it was written`() throws {
    let outcome = try LinkageJob.run(records(), .init(), .serial)
    let file = LinkageModelFile(model: outcome.engine.model, related: outcome.related)
    #expect(try LinkageModelFile.read(Data(file.bytes()), file: "m") == file)
    #expect(throws: PlanError.self) { try LinkageModelFile.read(Data("{}".utf8), file: "m") }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import PatientFlow
import PlanPackage
import Simulation
import Synchronization
import Testing

@Suite struct `Replications in rounds and in parts` {
  private func scratch() throws -> String {
    let path = NSTemporaryDirectory() + "weald-parts-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func json(_ study: FlowStudy, _ model: FlowModel, _ asked: ReplicationCount) throws
    -> String
  {
    String(
      decoding: try FlowDocument(study, RunningModels.stamp(model, asked)).json(), as: UTF8.self)
  }

  @Test func `their number does not depend on threads`() throws {
    let model = RunningModels.ward(precision: 0.02, most: 500)
    let one = FlowStudy.run(RunningModels.runner(model, threads: 1), .automatic)
    let two = FlowStudy.run(RunningModels.runner(model, threads: 2), .automatic)
    #expect(one.results.count == two.results.count)
    #expect((8...400).contains(one.results.count), "\(one.results.count)")
    #expect(one.isPrecise)
    #expect(try json(one, model, .automatic) == json(two, model, .automatic))
    let fixed = FlowStudy.run(RunningModels.runner(model, threads: 2), .fixed(9))
    #expect(fixed.results.count == 9)
  }

  @Test func `a simulated study is the same bytes on one thread and on two`() throws {
    let model = RunningModels.ward(days: 50, precision: 0.1, most: 60)
    let one = try FlowStudy.run(model, seed: 7, threads: 1)
    let two = try FlowStudy.run(model, seed: 7, threads: 2)
    #expect(try json(one, model, .automatic) == json(two, model, .automatic))
  }

  @Test(arguments: [ReplicationCount.automatic, .fixed(13)])
  func `five parts are the whole, byte for byte`(asked: ReplicationCount) throws {
    let model = RunningModels.ward(precision: 0.05, most: 40)
    let folder = try scratch()
    for part in 1...5 {
      let stamp = RunningModels.stamp(model, asked, shard: "\(part)/5")
      let kept = try ReplicationFolder(
        creating: folder + "/\(part)", stamp: stamp, planFolder: "/plan")
      var session = ReplicationSession(
        RunningModels.runner(model, threads: part % 2 + 1), stamp: stamp, asked: asked,
        folder: kept)
      try session.run()
      #expect(session.isComplete)
    }
    let shards = try FlowShards([3, 1, 5, 2, 4].map { folder + "/\($0)" })
    let merged = try shards.study(model, of: RunningModels.stamp(model, asked))
    let whole = FlowStudy.run(RunningModels.runner(model), asked)
    #expect(try json(merged, model, asked) == json(whole, model, asked))
  }

  @Test func `what is finished is kept and gone on with`() throws {
    let model = RunningModels.ward(most: 40)
    let folder = try scratch() + "/kept"
    let stamp = RunningModels.stamp(model, .fixed(40))
    let asked = Mutex(0)
    var session = ReplicationSession(
      RunningModels.runner(model), stamp: stamp, asked: .fixed(40),
      folder: try ReplicationFolder(creating: folder, stamp: stamp, planFolder: "/plan"))
    try session.run(isOver: {
      asked.withLock { asked in
        asked += 1
        return asked > 36
      }
    })
    #expect(!session.isComplete)
    let kept = try ReplicationFolder(opening: folder)
    #expect(kept.finished.count == 36)
    #expect(kept.stamp == stamp)
    var next = ReplicationSession(
      RunningModels.runner(model), stamp: stamp, asked: .fixed(40), folder: kept)
    try next.run()
    #expect(next.isComplete)
    let study = FlowStudy(model, seed: 7, asked: .fixed(40), next.rounds)
    let whole = FlowStudy.run(RunningModels.runner(model), .fixed(40))
    #expect(try json(study, model, .fixed(40)) == json(whole, model, .fixed(40)))
    // Nobody's replications are written over.
    #expect(throws: FileError.self) {
      try ReplicationFolder(creating: folder, stamp: stamp, planFolder: "/plan")
    }
  }

  @Test func `what does not belong together is named`() throws {
    let model = RunningModels.ward(most: 12)
    let folder = try scratch()
    func part(_ name: String, _ shard: String, seed: UInt64 = 7, run: Bool = true) throws -> String
    {
      let stamp = RunningModels.stamp(model, .fixed(12), seed: seed, shard: shard)
      let path = folder + "/" + name
      var session = ReplicationSession(
        RunningModels.runner(model), stamp: stamp, asked: .fixed(12),
        folder: try ReplicationFolder(creating: path, stamp: stamp, planFolder: "/plan"))
      try session.run(isOver: { !run })
      return path
    }
    func words(_ folders: String...) -> String {
      do throws(PlanError) {
        _ = try FlowShards(folders)
        return ""
      } catch {
        return error.violations.map(\.description).joined(separator: "\n")
      }
    }
    let one = try part("one", "1/2")
    let two = try part("two", "2/2")
    let seed = try part("seed", "2/2", seed: 8)
    let cut = try part("cut", "2/2", run: false)
    #expect(words(one, two) == "")
    #expect(words(one).contains("part 2 of 2 missing"))
    #expect(words(one, two, two).contains("part 2 2 times"))
    #expect(words(one, seed).contains("seed 8 against 7"))
    #expect(words(one, cut).contains("6 replications missing, from number 7 on"))
    #expect(words(one, folder).contains("no replications"))
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: two).first { $0.hasSuffix(".jsonl") })
    try Data("{\"number\":7}\n".utf8).write(to: URL(fileURLWithPath: two + "/" + file))
    #expect(words(one, two).contains("row 1"))
  }
}

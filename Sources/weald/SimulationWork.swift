// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PatientFlow
import PlanPackage
import Sampling
import Simulation
import Synchronization

/// Finds the models that were asked for.
struct SimulationRequest {
  let reading: FlowReading
  let id: String

  init(_ reading: FlowReading, _ id: String) {
    self.reading = reading
    self.id = id
  }

  /// The model, or a variant of it; what is not there is named, with what is.
  func model(_ variant: String?) throws(PlanError) -> FlowModel {
    guard let base = reading.model(id) else {
      throw Self.unknown("MODEL", id, reading.models.map(\.id), "a model of the plan")
    }
    guard let variant else { return base }
    guard let found = reading.model(id, variant: variant) else {
      throw Self.unknown("--scenario", variant, base.variants.map(\.id), "a variant of \(id)")
    }
    return found
  }

  private static func unknown(
    _ place: String, _ found: String, _ known: [String], _ expected: String
  ) -> PlanError {
    let all = known.isEmpty ? "There are none." : "There are: \(known.joined(separator: ", "))."
    let guess = nearest(to: found, in: known).map { "Did you mean “\($0)”? " } ?? ""
    return PlanError([
      Violation(file: place, found: "“\(found)”", expected: expected, advice: guess + all)
    ])
  }

  /// Refuses to go on with replications of something else.
  static func check(_ folder: ReplicationFolder, _ stamp: FlowStamp) throws(PlanError) {
    var differences = stamp.differences(from: folder.stamp)
    if differences.isEmpty, stamp.shard != folder.stamp.shard {
      differences = ["another part"]
    }
    guard differences.isEmpty else {
      throw PlanError(
        differences.map {
          Violation(
            file: folder.path, found: $0 + " of the folder",
            expected: "the run that was interrupted",
            advice: "Leave the option out, give the same plan, or begin again with --out.")
        })
    }
  }
}

/// Runs replications with progress, and keeps what is finished.
struct SimulationWork {
  let planFolder: String
  let threads: Int?
  let isOver: @Sendable () -> Bool
  let folder: ReplicationFolder?
  let out: String?

  /// The study; nil for a part, which is only kept.
  func study(
    _ model: FlowModel, _ stamp: FlowStamp, _ asked: ReplicationCount
  ) throws -> FlowStudy? {
    let runner = try ReplicationRunner(model, seed: stamp.seed, threads: threads)
    let kept =
      try folder
      ?? out.map {
        try ReplicationFolder(creating: $0, stamp: stamp, planFolder: planFolder)
      }
    var session = ReplicationSession(runner, stamp: stamp, asked: asked, folder: kept)
    let progress = Mutex(RoundProgress())
    try session.run(isOver: isOver) { done, planned in
      progress.withLock { $0.reached(done, of: planned) }
    }
    guard session.isComplete else { throw try interrupted(session, stamp, kept) }
    guard stamp.shard == nil else {
      Terminal.say("Wrote \(kept?.path ?? "").")
      return nil
    }
    return FlowStudy(model, seed: stamp.seed, asked: asked, session.rounds)
  }

  /// Says what was kept and where, and gives the status of a program that was interrupted.
  private func interrupted(
    _ session: ReplicationSession, _ stamp: FlowStamp, _ kept: ReplicationFolder?
  ) throws -> ExitCode {
    let count = Terminal.counted(session.finished.count, "replication is", "replications are")
    guard !session.finished.isEmpty || kept != nil else {
      Terminal.say("Interrupted before a replication was finished.")
      return ExitCode(130)
    }
    let path = kept?.path ?? Self.freeFolder(stamp)
    if kept == nil { try session.save(to: path, planFolder: planFolder) }
    Terminal.say(
      "Interrupted: \(count) kept in \(path). Go on with: weald simulate \(planFolder) "
        + "\(stamp.model) --resume \(path)")
    return ExitCode(130)
  }

  /// A folder beside where the program was started that is not there yet.
  private static func freeFolder(_ stamp: FlowStamp) -> String {
    let name = [stamp.model, stamp.scenario, "seed-\(stamp.seed)"].compactMap(\.self)
      .joined(separator: "-")
    var path = name + ".replications"
    var number = 1
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = "\(name)-\(number).replications"
    }
    return path
  }
}

/// Progress of work whose end moves: each round may plan more.
private struct RoundProgress {
  private var planned = 0
  private var progress: Progress?

  mutating func reached(_ done: Int, of total: Int) {
    if total != planned || progress == nil {
      planned = total
      progress = Progress("Replications", total: total)
    }
    progress?.reached(done)
  }
}

/// Writes a study for people or for programs.
enum SimulationOutput {
  static func write(
    _ study: FlowStudy, _ stamp: FlowStamp, comparison: FlowComparison?, json: Bool
  ) throws {
    if json {
      Terminal.write(try FlowDocument(study, stamp, comparison: comparison).json())
    } else {
      FlowText(study, comparison: comparison).lines.forEach(Terminal.print)
    }
  }

  /// Writes the bundle of a study as a folder, whole or not at all.
  static func write(_ study: FlowStudy, to folder: String) throws {
    let files = try ReplicationBundle.files(study)
    try Interruption.heldBack {
      let output = try FolderOutput(folder)
      for file in files { try output.write(file.bytes, to: file.name) }
      try output.putInPlace()
    }
    Terminal.say("Wrote \(folder).")
  }
}

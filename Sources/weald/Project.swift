// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage
import Projection
import Synchronization
import Sampling

/// Projects activity, capacity and money many times over.
struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Project activity, capacity and money under uncertainty.",
    discussion: """
      Without --out it prints a summary; with it a folder with every run as a data package. \
      An ensemble can be made in parts: --shard 1/4 to --shard 4/4, each with its own --out, and \
      then --merge with the four folders gives the same bytes as one run of the whole.
      """)

  @OptionGroup var plan: PlanArgument
  @OptionGroup var scenario: ScenarioOption
  @Option(help: "How many runs are drawn; 1000 unless told otherwise.")
  var runs: Int?
  @Option(help: "What chance is drawn from; without it, the seed of the plan.")
  var seed: UInt64?
  @Option(help: "Only this measure, such as gap.system; may be given several times.")
  var measure: [String] = []
  @Option(help: "Make one part of the ensemble, such as 2/4.")
  var shard: String?
  @Option(
    parsing: .upToNextOption, help: "Put parts together: the folders that --shard wrote.",
    completion: .directory)
  var merge: [String] = []
  @Option(help: "Write the results as a data package to this folder.", completion: .directory)
  var out: String?
  @Option(help: "How many threads share the work; results do not depend on it.")
  var threads: Int?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(out, "--out")
    for folder in merge { try requirePath(folder, "--merge") }
    if let runs, !(1...Ensemble.mostRuns).contains(runs) {
      throw ValidationError("--runs is \(runs); give from 1 to \(Ensemble.mostRuns).")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); give from 1 to 1024.")
    }
    if let shard {
      guard Shard(shard) != nil else {
        throw ValidationError("--shard is “\(shard)”; give a part such as 2/4.")
      }
      if out == nil { throw ValidationError("--shard needs --out, for the part.") }
      if !merge.isEmpty { throw ValidationError("--shard and --merge exclude each other.") }
    }
    if !merge.isEmpty && (runs != nil || seed != nil || !measure.isEmpty) {
      throw ValidationError(
        "--merge takes runs, seed and measures from the parts; leave --runs, --seed and --measure "
          + "out.")
    }
  }

  func run() throws {
    try Terminal.run {
      do {
        try work()
      } catch let error as ProjectionError {
        Terminal.say(error.plainEnglish)
        throw ExitCode.failure
      }
    }
  }

  private func work() throws {
    let package = try merge.isEmpty ? made() : merged()
    if let out {
      try write(try package.files(), to: out)
      guard output.json || package.stamp.shard == nil else { return }
    }
    if output.json {
      Terminal.write(try ProjectionDocument(package).json())
    } else {
      ProjectionText(package).lines.forEach(Terminal.print)
    }
  }

  private func model(_ scenario: String?) throws -> ProjectionModel {
    try ProjectionModel(Assessment(try plan.reader(), scenario: scenario))
  }

  private func made() throws -> ProjectionPackage {
    var request = ProjectionPackage.Request(runs: runs ?? 1000)
    request.seed = seed
    request.measures = measure
    request.shard = shard.flatMap { Shard($0) }
    request.threads = threads
    request.dividesChanges = out != nil || output.json
    let total = request.shard?.runs(of: request.runs).count ?? request.runs
    let progress = Mutex(Progress("Runs", total: total))
    return try ProjectionPackage(model(scenario.scenario), request) { done in
      progress.withLock { $0.reached(done) }
    }
  }

  private func merged() throws -> ProjectionPackage {
    let parts = try ShardMerge(folders: merge)
    return try parts.package(model(scenario.scenario ?? parts.stamp.scenario))
  }

  /// Writes the folder beside its place and then puts it there whole.
  private func write(_ files: [(name: String, bytes: [UInt8])], to folder: String) throws {
    try Interruption.heldBack {
      let output = try FolderOutput(folder)
      for file in files { try output.write(file.bytes, to: file.name) }
      try output.putInPlace()
    }
    Terminal.say("Wrote \(folder).")
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PatientFlow
import PlanPackage
import Sampling
import Simulation
import Synchronization

/// Runs a model of patient flow.
struct SimulateRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a model; this is what `weald simulate` does.",
    discussion: """
      Without MODEL it lists the models of the plan and what can be changed in each. Ctrl-C keeps \
      the replications that are finished, and --resume with their folder goes on.
      """)

  @OptionGroup var plan: PlanArgument
  @Argument(help: "The model; without it, the models are listed.")
  var model: String?
  @Option(help: "A variant of the model; without it, the base.")
  var scenario: String?
  @Option(help: "Also run this variant, with the same luck, and show what differs.")
  var compare: String?
  @Option(help: "How many replications: a number, or auto for as many as precision asks for.")
  var replications: String?
  @Option(help: "What chance is drawn from; 1 unless told otherwise.")
  var seed: UInt64?
  @Option(help: "How many threads share the work; results do not depend on it.")
  var threads: Int?
  @Option(help: "Make one part of the replications, such as 2/5.")
  var shard: String?
  @Option(help: "Keep the replications in this new folder.", completion: .directory)
  var out: String?
  @Option(help: "Go on with the replications of this folder.", completion: .directory)
  var resume: String?
  @Option(
    help: "Also write what somebody else needs to repeat or check it: report, network, results.",
    completion: .directory)
  var bundle: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(out, "--out")
    try requirePath(resume, "--resume")
    try requirePath(bundle, "--bundle")
    if let replications, ReplicationCount(replications) == nil {
      throw ValidationError(
        "--replications is “\(replications)”; give auto or a number from 1 to "
          + "\(ReplicationCount.most).")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); give from 1 to 1024.")
    }
    if let shard {
      guard Shard(shard) != nil else {
        throw ValidationError("--shard is “\(shard)”; give a part such as 2/5.")
      }
      if out == nil, resume == nil { throw ValidationError("--shard needs --out, for the part.") }
      if compare != nil { throw ValidationError("--shard and --compare exclude each other.") }
      if bundle != nil { throw ValidationError("--shard and --bundle exclude each other.") }
    }
    if out != nil, resume != nil {
      throw ValidationError("--out and --resume exclude each other.")
    }
    let needsModel = [scenario, compare, shard, out, resume, bundle].contains { $0 != nil }
    if model == nil, needsModel || output.json {
      throw ValidationError("Give a MODEL; weald simulate PLAN lists them.")
    }
  }

  func run() throws {
    try Terminal.run {
      let reader = try plan.reader()
      let assessment = try Assessment(reader, scenario: nil)
      let reading = try FlowReading(assessment)
      guard let model else {
        FlowText.list(reading.models).forEach(Terminal.print)
        return
      }
      try Interruption.noticed { isOver in
        try simulate(SimulationRequest(reading, model), assessment.plan, isOver)
      }
    }
  }

  private func simulate(
    _ request: SimulationRequest, _ plan: Plan, _ isOver: @escaping @Sendable () -> Bool
  ) throws {
    let folder = try resume.map { (path) throws(PlanError) in
      try ReplicationFolder(opening: path)
    }
    let variant = scenario ?? folder?.stamp.scenario
    let model = try request.model(variant)
    let asked =
      (replications ?? folder?.stamp.replications).flatMap { ReplicationCount($0) } ?? .automatic
    let stamp = FlowStamp(
      plan: plan, model: model, seed: seed ?? folder?.stamp.seed ?? 1, asked: asked,
      shard: shard.flatMap { Shard($0) } ?? folder?.stamp.shard)
    if let folder { try SimulationRequest.check(folder, stamp) }
    if let part = stamp.shard, part.count > stamp.most {
      throw ValidationError(
        "--shard \(part.index)/\(part.count) has no replications: there are \(stamp.most) in all.")
    }
    let work = SimulationWork(
      planFolder: self.plan.plan, threads: threads, isOver: isOver, folder: folder, out: out)
    guard let study = try work.study(model, stamp, asked) else { return }
    let comparison = try compare.map { name in
      let other = try request.model(name)
      let count = ReplicationCount.fixed(study.results.count)
      let otherStamp = FlowStamp(plan: plan, model: other, seed: stamp.seed, asked: count)
      let otherStudy = try SimulationWork(
        planFolder: self.plan.plan, threads: threads, isOver: isOver, folder: nil, out: nil
      ).study(other, otherStamp, count)
      return otherStudy.map { FlowComparison(study, $0) }
    }
    try SimulationOutput.write(study, stamp, comparison: comparison ?? nil, json: output.json)
    if let bundle { try SimulationOutput.write(study, to: bundle) }
  }
}

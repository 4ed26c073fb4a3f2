// SPDX-License-Identifier: Apache-2.0

public import PlanPackage
import Sampling

/// The parts of a study, read from their folders.
public struct FlowShards: Sendable {
  /// What all parts share.
  public let stamp: FlowStamp
  /// Where the plan was when they were made.
  public let planFolder: String
  /// The finished replications in the order of their numbers.
  public let finished: [NumberedResult]

  /// Reads the parts and checks that they belong together and are all there.
  ///
  /// - Throws: `PlanError` that names folders which are no part, differ, are missing, are there twice or
  ///   were not finished.
  public init(_ folders: [String]) throws(PlanError) {
    var wrong: [Violation] = []
    var parts: [ReplicationFolder] = []
    for folder in folders {
      do throws(PlanError) {
        parts.append(try ReplicationFolder(opening: folder))
      } catch {
        wrong += error.violations
      }
    }
    guard wrong.isEmpty, let first = parts.first else {
      throw PlanError(wrong.isEmpty ? [Self.nothing] : wrong)
    }
    for other in parts.dropFirst() {
      wrong += other.stamp.differences(from: first.stamp).map { difference in
        Violation(
          file: other.path, found: difference + " of \(first.path)",
          expected: "parts of one study",
          advice: "Make the part again, with the plan, model, seed and replications of the others.")
      }
    }
    if wrong.isEmpty { wrong = Self.gaps(parts, first.stamp.shard?.count ?? 1) }
    guard wrong.isEmpty else { throw PlanError(wrong) }
    var whole = first.stamp
    whole.shard = nil
    stamp = whole
    planFolder = first.planFolder
    finished = parts.flatMap(\.finished).sorted { $0.number < $1.number }
  }

  private static let nothing = Violation(
    file: "FOLDER", found: "no folder", expected: "one folder for each part",
    advice: "Give the folders that weald simulate --shard wrote.")

  private static func gaps(_ parts: [ReplicationFolder], _ count: Int) -> [Violation] {
    var wrong: [Violation] = []
    for index in 1...max(count, 1) {
      let times = parts.filter { ($0.stamp.shard?.index ?? 1) == index }.count
      guard times != 1 else { continue }
      wrong.append(
        Violation(
          file: "FOLDER",
          found: times == 0
            ? "part \(index) of \(count) missing" : "part \(index) \(times) times",
          expected: "each of \(count) parts once",
          advice: times == 0
            ? "Make it with --shard \(index)/\(count)." : "Give each folder once."))
    }
    // A whole that was kept may have stopped where the rule told it to.
    for part in parts where part.stamp.shard != nil || part.stamp.replications != "auto" {
      let there = Set(part.finished.map(\.number))
      let missing = part.stamp.numbers.filter { !there.contains($0) }
      guard let first = missing.first else { continue }
      wrong.append(
        Violation(
          file: part.path,
          found: "\(missing.count) replications missing, from number \(first) on",
          expected: "a finished part", advice: "Finish it with --resume \(part.path)."))
    }
    return wrong
  }

  /// The study that the parts make, byte for byte that of one run of the whole.
  ///
  /// - Throws: `PlanError` when the plan is not that of the parts, or not all replications that the
  ///   rule asks for are there.
  public func study(_ model: FlowModel, plan: Plan) throws(PlanError) -> FlowStudy {
    guard let asked = ReplicationCount(stamp.replications) else { throw PlanError([Self.nothing]) }
    let own = FlowStamp(plan: plan, model: model, seed: stamp.seed, asked: asked)
    let differences = own.differences(from: stamp)
    guard differences.isEmpty else {
      throw PlanError(
        differences.map {
          Violation(
            file: plan.metadata.id, found: $0 + " of the parts",
            expected: "the plan that the parts were made of",
            advice: "Give the same plan and version, or make the parts again.")
        })
    }
    var rounds = ReplicationRounds(model, asked)
    rounds.add(finished)
    guard rounds.isDone else {
      throw PlanError([
        Violation(
          file: "FOLDER", found: "\(rounds.results.count) replications",
          expected: "as many as the model's precision asks for",
          advice: "Finish the run with --resume.")
      ])
    }
    return FlowStudy(model, seed: stamp.seed, asked: asked, rounds)
  }
}

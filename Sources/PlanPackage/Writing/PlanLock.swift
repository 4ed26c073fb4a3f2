// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a plan's figures were when its authors last accepted them: `plan.lock`.
public struct PlanLock: Codable, Hashable, Sendable {
  /// The version of Weald that worked them out.
  public let engine: String
  /// The seed of anything that uses chance.
  public let seed: Int
  /// SHA-256 of each file of the plan, by path.
  public let inputs: [String: String]
  /// SHA-256 of the assessment as JSON, by scenario; the plan as it stands is `central`.
  public let outputs: [String: String]
  /// Each figure of the plan as it stands, by fact.
  public let figures: [String: String]

  /// Records an assessment.
  public init(
    engine: String, seed: Int, inputs: [String: String], outputs: [String: String],
    figures: [String: String]
  ) {
    self.engine = engine
    self.seed = seed
    self.inputs = inputs
    self.outputs = outputs
    self.figures = figures
  }

  /// Reads the lock of a plan folder; nil when there is none.
  ///
  /// - Throws: `Violation` when the file is there and is not a lock.
  public static func read(folder: String) throws(Violation) -> PlanLock? {
    guard let data = FileManager.default.contents(atPath: folder + "/plan.lock") else {
      return nil
    }
    guard let lock = try? JSONDecoder().decode(PlanLock.self, from: data) else {
      throw Violation(
        file: "plan.lock", found: "text that is not a lock", expected: "what weald lock writes",
        advice: "Run weald lock to write it again, after checking the plan.")
    }
    return lock
  }

  /// The file `plan.lock`.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(self) }

  /// What differs from another lock, in plain English, in a fixed order.
  public func changes(to other: PlanLock) -> [String] {
    var changes: [String] = []
    if engine != other.engine {
      changes.append("worked out by Weald \(engine), now \(other.engine)")
    }
    changes += PlanLock.changes(inputs, other.inputs, "file") { _, _ in "has changed" }
    changes += PlanLock.changes(figures, other.figures, "fact") { old, new in
      "was \(old), is now \(new)"
    }
    changes += PlanLock.changes(outputs, other.outputs, "findings for scenario") { _, _ in
      "differ"
    }
    return changes
  }

  private static func changes(
    _ old: [String: String], _ new: [String: String], _ kind: String,
    describe: (String, String) -> String
  ) -> [String] {
    Set(old.keys).union(new.keys).sorted().compactMap { key in
      switch (old[key], new[key]) {
      case (nil, _): "\(kind) \(key): is new"
      case (_, nil): "\(kind) \(key): is gone"
      case (let before?, let after?):
        before == after ? nil : "\(kind) \(key): \(describe(before, after))"
      }
    }
  }
}

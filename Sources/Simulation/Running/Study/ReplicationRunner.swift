// SPDX-License-Identifier: Apache-2.0

public import PatientFlow
import Projection
import Synchronization

/// One replication with its number.
public struct NumberedResult: Hashable, Sendable, Codable {
  /// The number, from 1.
  public let number: Int
  /// What it found.
  public let result: FlowResult

  /// A result with its number.
  public init(number: Int, result: FlowResult) {
    self.number = number
    self.result = result
  }
}

/// Runs replications of a model on several threads.
///
/// A replication depends on the model, the seed and its number alone, so that neither the threads nor
/// what was run before change it.
public struct ReplicationRunner: Sendable {
  /// The model.
  public let model: FlowModel
  /// What chance is drawn from.
  public let seed: UInt64

  private let threads: Int?
  private let work: @Sendable (_ numbers: Range<Int>, _ isOver: () -> Bool) -> [NumberedResult]

  /// Gets a model ready.
  ///
  /// - Parameters:
  ///   - model: what to run.
  ///   - seed: what chance is drawn from.
  ///   - threads: how many share the work; nil for one a core.
  /// - Throws: `FlowProblems`, everything that is wrong with the network.
  public init(_ model: FlowModel, seed: UInt64, threads: Int? = nil) throws(FlowProblems) {
    let plan = try FlowPlan(model.network, horizon: model.horizon)
    self.init(model, seed: seed, threads: threads) { numbers, isOver in
      var kernel = FlowKernel(plan, seed: seed)
      var found: [NumberedResult] = []
      for number in numbers {
        if isOver() { break }
        found.append(NumberedResult(number: number, result: kernel.run(replication: number)))
      }
      return found
    }
  }

  /// A runner with replications of another kind, for tests of what is around them.
  package init(
    _ model: FlowModel, seed: UInt64, threads: Int?,
    work: @escaping @Sendable (_ numbers: Range<Int>, _ isOver: () -> Bool) -> [NumberedResult]
  ) {
    self.model = model
    self.seed = seed
    self.threads = threads
    self.work = work
  }

  /// Runs some replications; they come in the order of their numbers.
  ///
  /// - Parameters:
  ///   - numbers: of the replications, from 1.
  ///   - isOver: asked before each; when it says so, no other is begun, and those that are finished are
  ///     given. May be called on any thread.
  ///   - progress: told how many are done; may be called on any thread.
  /// - Returns: each with its number.
  public func results(
    _ numbers: Range<Int>, isOver: @Sendable () -> Bool = { false },
    progress: (@Sendable (Int) -> Void)? = nil
  ) -> [NumberedResult] {
    // Small blocks share evenly; each gets memory of its own once.
    let size = min(25, max(1, numbers.count / 16))
    return RunBlocks.map(numbers, size: size, threads: threads, progress: progress) { block in
      work(block, isOver)
    }.flatMap(\.self)
  }
}

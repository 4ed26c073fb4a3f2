// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Runs what is missing of a study or of a part of it, and keeps what is finished.
public struct ReplicationSession: Sendable {
  /// The finished replications in the order of their numbers.
  public private(set) var finished: [NumberedResult]
  /// Whether nothing is missing.
  public private(set) var isComplete = false
  /// The rounds of a whole study.
  public private(set) var rounds: ReplicationRounds

  private let runner: ReplicationRunner
  private let stamp: FlowStamp
  private var folder: ReplicationFolder?

  /// Replications that are run before they are written.
  private static let written = 32

  /// A session for a stamp, with what a folder holds already.
  ///
  /// - Parameters:
  ///   - runner: what runs them.
  ///   - stamp: what they are of.
  ///   - asked: how many are wanted.
  ///   - folder: where finished replications are kept; nil keeps them in memory.
  public init(
    _ runner: ReplicationRunner, stamp: FlowStamp, asked: ReplicationCount,
    folder: ReplicationFolder? = nil
  ) {
    self.runner = runner
    self.stamp = stamp
    self.folder = folder
    finished = folder?.finished ?? []
    rounds = ReplicationRounds(runner.model, asked)
    rounds.add(finished)
  }

  /// Runs until there are enough, or until it is told that it is over.
  ///
  /// - Parameters:
  ///   - isOver: asked before each replication; may be called on any thread.
  ///   - progress: told how many are done and how many it will probably be; may be called on any
  ///     thread.
  /// - Throws: `FileError` when finished replications cannot be written.
  public mutating func run(
    isOver: @Sendable () -> Bool = { false },
    progress: (@Sendable (_ done: Int, _ planned: Int) -> Void)? = nil
  ) throws(FileError) {
    while let round = nextRound {
      for missing in missing(of: round) {
        var first = missing.lowerBound
        while first < missing.upperBound {
          let last =
            folder == nil ? missing.upperBound : min(first + Self.written, missing.upperBound)
          let done = finished.count
          let planned = stamp.shard == nil ? round.upperBound - 1 : stamp.numbers.count
          let found = runner.results(
            first..<last, isOver: isOver, progress: { progress?(done + $0, planned) })
          try keep(found)
          // A round that was cut short may have gaps; what is there is kept all the same.
          if found.count < last - first { return }
          first = last
        }
      }
    }
    isComplete = true
  }

  /// Puts what is finished into a new folder, so that a later run can go on.
  ///
  /// - Throws: `FileError` when it cannot be written.
  public func save(to path: String, planFolder: String) throws(FileError) {
    var folder = try ReplicationFolder(creating: path, stamp: stamp, planFolder: planFolder)
    try folder.add(finished)
  }

  private var nextRound: Range<Int>? {
    if stamp.shard != nil {
      return missing(of: stamp.numbers).isEmpty ? nil : stamp.numbers
    }
    return rounds.isDone ? nil : rounds.next
  }

  private func missing(of round: Range<Int>) -> [Range<Int>] {
    let there = Set(finished.map(\.number))
    var found: [Range<Int>] = []
    for number in round where !there.contains(number) {
      if let last = found.last, last.upperBound == number {
        found[found.count - 1] = last.lowerBound..<(number + 1)
      } else {
        found.append(number..<(number + 1))
      }
    }
    return found
  }

  private mutating func keep(_ found: [NumberedResult]) throws(FileError) {
    // A file holds neighbours only, so that its name tells what is in it.
    var start = 0
    for place in found.indices {
      let isLast = place + 1 == found.count
      if isLast || found[place + 1].number != found[place].number + 1 {
        try folder?.add(Array(found[start...place]))
        start = place + 1
      }
    }
    finished = (finished + found).sorted { $0.number < $1.number }
    rounds.add(found)
  }
}

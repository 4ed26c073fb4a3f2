// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation
import PlanPackage
import Projection
import Synchronization

/// One tier that was solved.
struct ClusterOutcome {
  let tier: String
  /// The problem as it was solved, with what was relaxed.
  let problem: ClusterProblem
  let solution: ClusterSolution
  /// What was relaxed, in order.
  let relaxed: [String]
  /// What still makes it impossible.
  let obstacles: [Obstacle]
  /// What the reader should know beside the data.
  let talk: [String]

  var isAcceptable: Bool { solution.judgement.isAcceptable }
}

/// Solves tiers, several starts at a time.
struct ClusterWork {
  let seed: UInt64
  let effort: ClusterEffort
  let threads: Int?

  /// Solves one tier; relaxes what has to be when that was asked for.
  func outcome(
    _ tier: String, _ given: ClusterProblem, relaxing: Bool, _ input: ClusterInput
  ) throws -> ClusterOutcome {
    var problem = given
    var relaxed: [String] = []
    var obstacles = problem.obstacles()
    while relaxing, relaxed.count < 200, let obstacle = obstacles.first {
      guard let trial = obstacle.relaxations.first(where: \.isVerified),
        let next = try? problem.relaxed(by: trial.relaxation)
      else { break }
      relaxed.append(obstacle.sentence + " " + trial.relaxation.sentence(problem))
      problem = next
      obstacles = problem.obstacles()
    }
    let solution = solve(tier, problem)
    return ClusterOutcome(
      tier: tier, problem: problem, solution: solution, relaxed: relaxed, obstacles: obstacles,
      talk: talk(tier, problem, solution, relaxed, obstacles))
  }

  private func solve(_ tier: String, _ problem: ClusterProblem) -> ClusterSolution {
    let progress = Mutex(Progress("Starts for \(tier)", total: effort.starts))
    let attempts = Mutex<[ClusterAttempt]>([])
    Interruption.noticed { isOver in
      let found = RunBlocks.map(0..<effort.starts, size: 1, threads: threads) { done in
        progress.withLock { $0.reached(done) }
      } _: { starts in
        starts.map { start in
          problem.attempt(start, seed: seed, effort: effort) { _ in !isOver() }
        }
      }
      attempts.withLock { $0 = found.flatMap(\.self) }
    }
    return problem.solution(of: attempts.withLock { $0 }, effort: effort)
  }

  private func talk(
    _ tier: String, _ problem: ClusterProblem, _ solution: ClusterSolution, _ relaxed: [String],
    _ obstacles: [Obstacle]
  ) -> [String] {
    var lines = relaxed.map { "Relaxed: \($0)" }
    if solution.wasStopped { lines.append("Stopped early: this is the best so far.") }
    let judgement = solution.judgement
    if judgement.isAcceptable { return lines }
    for obstacle in obstacles {
      lines.append("Impossible: \(obstacle.sentence)")
      lines += obstacle.relaxations.map { trial in
        "  \(trial.relaxation.sentence(problem))"
          + (trial.isVerified ? " This was tried and works." : " This alone was not seen to work.")
      }
    }
    if obstacles.isEmpty {
      lines.append(
        solution.proof == .impossible
          ? "Impossible: every grouping into \(problem.chosenCount) \(tier) was ruled out."
          : "Not found: no grouping into \(problem.chosenCount) \(tier) that keeps the rules was "
            + "found; that is no proof that there is none. Try --effort thorough, or another --count."
      )
      let people = judgement.groups.filter { !$0.isException }.map(\.people)
      if judgement.groupsInOnePiece == judgement.groups.count, let least = people.min(),
        let most = people.max()
      {
        lines.append(
          "  The best that was found has groups of \(least) to \(most) people: with that floor and "
            + "that ceiling it keeps the rules.")
      }
    }
    return lines + judgement.brokenRules.map { "Broken: \($0.sentence)" }
  }
}

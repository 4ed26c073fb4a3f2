// SPDX-License-Identifier: Apache-2.0

extension ClusterProblem {
  /// Searches for the cheapest grouping that keeps the rules.
  ///
  /// The same problem, seed and effort give the same solution on any machine. It never fails: when no
  /// grouping keeps the rules, the one that breaks them least is returned, and `proof` says so;
  /// `obstacles()` says why.
  ///
  /// - Parameters:
  ///   - seed: What chance depends on.
  ///   - effort: How hard to search.
  ///   - goOn: Is asked now and then whether to go on; the best so far is returned when not.
  /// - Returns: The best grouping that was found, with its judgement and proof.
  public func solve(
    seed: UInt64 = 1, effort: ClusterEffort = .standard,
    goOn: (ClusterProgress) -> Bool = { _ in true }
  ) -> ClusterSolution {
    let model = SearchModel(self)
    var attempts: [ClusterAttempt] = []
    for start in 0..<effort.starts {
      attempts.append(attempt(start, model, seed: seed, effort: effort, goOn: goOn))
      if attempts[start].wasStopped { break }
    }
    return solution(of: attempts, effort: effort)
  }

  /// One start of `solve`, so that several can run at a time.
  public func attempt(
    _ start: Int, seed: UInt64 = 1, effort: ClusterEffort = .standard,
    goOn: (ClusterProgress) -> Bool = { _ in true }
  ) -> ClusterAttempt {
    attempt(start, SearchModel(self), seed: seed, effort: effort, goOn: goOn)
  }

  private func attempt(
    _ start: Int, _ model: SearchModel, seed: UInt64, effort: ClusterEffort,
    goOn: (ClusterProgress) -> Bool
  ) -> ClusterAttempt {
    var search = Annealing(model, start: start, seed: seed, stepsPerUnit: effort.stepsPerUnit)
    search.run(goOn)
    return ClusterAttempt(
      start: start, grouping: Grouping(search.best), cost: search.bestCost / model.totalPeople,
      peopleOutsideBand: Int(search.bestOutside), trail: search.trail,
      wasStopped: search.wasStopped)
  }

  /// The best of several starts, with its judgement, its bound and its proof.
  ///
  /// - Precondition: there is at least one attempt.
  public func solution(of attempts: [ClusterAttempt], effort: ClusterEffort) -> ClusterSolution {
    let best = attempts.min {
      ($0.peopleOutsideBand, $0.cost, $0.start) < ($1.peopleOutsideBand, $1.cost, $1.start)
    }
    guard let best else { preconditionFailure("a solution is the best of at least one attempt") }
    let found = judge(best.grouping)
    let proved = enumeration(from: found, steps: effort.proofSteps)
    let judgement = proved?.best.map { judge($0.grouping) } ?? found
    let isImpossible = proved?.isComplete == true && proved?.best == nil
    let isExact = proved?.isComplete == true && judgement.isAcceptable
    return ClusterSolution(
      grouping: judgement.grouping, judgement: judgement,
      bound: isExact ? judgement.cost : min(bound, judgement.cost),
      proof: isExact
        ? .exact : isImpossible ? .impossible : judgement.isAcceptable ? .bound : .notFound,
      trail: best.trail, wasStopped: attempts.contains(where: \.wasStopped))
  }

  private func enumeration(from known: Judgement, steps: Int) -> Enumeration.Result? {
    guard units.count <= Enumeration.mostUnits, steps > 0 else { return nil }
    var enumeration = Enumeration(self, known: known, steps: steps)
    return enumeration.run()
  }
}

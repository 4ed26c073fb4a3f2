// SPDX-License-Identifier: Apache-2.0

extension ClusterProblem {
  /// Why no grouping can keep the rules, as far as the numbers of people and the links prove it, with the
  /// least change of each kind that makes it possible.
  ///
  /// None does not mean that there is a grouping: only a search can say so.
  public func obstacles() -> [Obstacle] {
    let search = ObstacleSearch(problem: self)
    return search.obstacles
  }
}

/// Looks for obstacles in every part of the graph.
struct ObstacleSearch {
  let problem: ClusterProblem
  let parts: [[Int]]

  init(problem: ClusterProblem) {
    self.problem = problem
    parts = GroupAllotment(problem).parts
  }

  var obstacles: [Obstacle] {
    let large = largeUnits
    let inParts = parts.flatMap { part in
      islandObstacle(part).map { [$0] } ?? deadEnds(in: part)
    }
    let found = large + largeSets + inParts
    // Exceptions change the parts, so the number of groups is judged when these are out of the way.
    return found.isEmpty ? countObstacle.map { [$0] } ?? [] : found
  }

  var band: PeopleBand { problem.band }

  func people(_ units: [Int]) -> Int { units.reduce(0) { $0 + problem.units[$1].people } }

  private var largeUnits: [Obstacle] {
    parts.joined().sorted().filter { problem.units[$0].people > band.ceiling }.map { unit in
      let people = problem.units[unit].people
      return Obstacle(
        reason: .unitAboveCeiling, units: [unit], people: people,
        sentence: "\(problem.name(unit)) alone has \(people.grouped) people, "
          + "\((people - band.ceiling).grouped) over the ceiling of \(band.ceiling.grouped).",
        relaxations: [
          // Alone it keeps the rules by its own definition; whether its neighbours do is their question.
          RelaxationTrial(relaxation: .standAlone([unit]), isVerified: true),
          RelaxationTrial(relaxation: .ceiling(people), isVerified: true),
        ])
    }
  }

  private var largeSets: [Obstacle] {
    problem.together.filter { people($0) > band.ceiling }.map { set in
      let people = people(set)
      return Obstacle(
        reason: .togetherAboveCeiling, units: set.sorted(), people: people,
        sentence: "\(problem.list(set)) have to be together and have \(people.grouped) people, "
          + "over the ceiling of \(band.ceiling.grouped).",
        relaxations: [
          RelaxationTrial(relaxation: .ceiling(people), isVerified: true),
          RelaxationTrial(relaxation: .standAlone(set.sorted()), isVerified: true),
        ])
    }
  }

  private var countObstacle: Obstacle? {
    guard let asked = problem.count else { return nil }
    let ranges = parts.map {
      GroupAllotment.range(band, people: people($0), units: $0.count)
    }
    let exempt = problem.exceptions.count
    let fewest = ranges.reduce(exempt) { $0 + $1.lowerBound }
    let most = ranges.reduce(exempt) { $0 + $1.upperBound }
    guard !(fewest...most).contains(asked) else { return nil }
    let nearest = asked < fewest ? fewest : most
    let mean = problem.people / max(asked, 1)
    return Obstacle(
      reason: .count(asked: asked, possible: fewest...most), units: [], people: problem.people,
      sentence: "\(asked.grouped) groups of \(problem.people.grouped) people have "
        + "\(mean.grouped) each on average; a band from \(band.floor.grouped) to "
        + "\(band.ceiling.grouped) can have from \(fewest.grouped) to \(most.grouped) groups.",
      relaxations: [leastCount(from: nearest, within: fewest...most)])
  }

  /// The possible number of groups nearest to the one asked for with which a grouping is found: units are
  /// lumps, so the very nearest leaves them no room.
  private func leastCount(from nearest: Int, within range: ClosedRange<Int>) -> RelaxationTrial {
    let inwards = nearest == range.lowerBound ? 1 : -1
    var step = 0
    while range.contains(nearest + inwards * step) {
      let found = trial(.count(nearest + inwards * step), for: problem)
      if found.isVerified { return found }
      step = step * 2 + 1
    }
    return RelaxationTrial(relaxation: .count(nearest), isVerified: false)
  }

  /// Tries a relaxation on a problem, with some searching.
  func trial(_ relaxation: Relaxation, for problem: ClusterProblem?) -> RelaxationTrial {
    RelaxationTrial(relaxation: relaxation, isVerified: problem?.canBeSolved(relaxation) ?? false)
  }
}

extension ClusterProblem {
  /// Whether a grouping is found once a rule is relaxed.
  func canBeSolved(_ relaxation: Relaxation) -> Bool {
    guard let relaxed = try? relaxed(by: relaxation) else { return false }
    return relaxed.canBeSolved
  }

  /// Whether a short search finds a grouping that keeps the rules.
  var canBeSolved: Bool {
    var effort = ClusterEffort.quick
    effort.starts = 4
    effort.proofSteps = units.count <= 12 ? effort.proofSteps : 0
    return solve(effort: effort).judgement.isAcceptable
  }

  /// The part of a problem that is about some units; its indices are places in the list.
  func part(_ members: [Int], count: Int? = nil) -> ClusterProblem? {
    var places: [Int: Int] = [:]
    for (place, unit) in members.enumerated() { places[unit] = place }
    let links = links.compactMap { link -> Link? in
      guard let first = places[link.first], let second = places[link.second] else { return nil }
      return Link(first, second)
    }
    let sets = together.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
    return try? ClusterProblem(
      units: members.map { units[$0] }, links: links, band: band, count: count,
      preferences: Preferences(mustBeContiguous: preferences.mustBeContiguous), together: sets)
  }
}

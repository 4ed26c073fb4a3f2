// SPDX-License-Identifier: Apache-2.0

extension ObstacleSearch {
  /// Why a part that nothing joins to the rest cannot be divided.
  func islandObstacle(_ part: [Int]) -> Obstacle? {
    let people = people(part)
    // A unit over the ceiling is an obstacle of its own, and its people are not to be divided.
    guard !part.contains(where: { problem.units[$0].people > band.ceiling }) else { return nil }
    if people < band.floor { return underFloor(part, people) }
    return band.counts(for: people) == nil ? fitsNoCount(part, people) : nil
  }

  private func underFloor(_ part: [Int], _ people: Int) -> Obstacle {
    var trials = [
      trial(.floor(people), for: problem.part(part)),
      RelaxationTrial(relaxation: .standAlone(part), isVerified: true),
    ]
    if let link = nearestLink(part, notTo: []) { trials.insert(linkTrial(link, part), at: 0) }
    return Obstacle(
      reason: .islandUnderFloor, units: part, people: people,
      sentence:
        "\(place(part)) \(people.grouped) people, \((band.floor - people).grouped) under the "
        + "floor of \(band.floor.grouped).",
      relaxations: trials)
  }

  private func fitsNoCount(_ part: [Int], _ people: Int) -> Obstacle {
    let fewest = (people + band.ceiling - 1) / band.ceiling
    let most = max(1, people / max(band.floor, 1))
    var trials: [RelaxationTrial] = []
    if let link = nearestLink(part, notTo: []) { trials.append(linkTrial(link, part)) }
    if fewest <= part.count { trials.append(leastFloor(part, groups: fewest, people)) }
    trials.append(leastCeiling(part, groups: most, people))
    trials.append(RelaxationTrial(relaxation: .standAlone(part), isVerified: true))
    return Obstacle(
      reason: .islandFitsNoCount, units: part, people: people,
      sentence: "\(place(part)) \(people.grouped) people: too many for "
        + "\(most.grouped) \(most == 1 ? "group" : "groups") of at most \(band.ceiling.grouped), and "
        + "too few for \((most + 1).grouped) of at least \(band.floor.grouped).",
      relaxations: trials)
  }

  private func place(_ part: [Int]) -> String {
    guard parts.count > 1 else { return "All units together have" }
    return part.count == 1
      ? "\(problem.name(part[0])) is joined to no other unit and has"
      : "\(problem.list(part)) are joined to no other unit and together have"
  }

  /// The shortest link from some units to others of the problem.
  func nearestLink(_ part: [Int], notTo others: Set<Int>) -> (Link, kilometres: Double)? {
    let inside = Set(part)
    let exempt = Set(problem.exceptions.joined())
    var best: (Link, kilometres: Double)?
    for other in problem.units.indices
    where !inside.contains(other) && !others.contains(other) && !exempt.contains(other) {
      for unit in part {
        let east = problem.units[unit].east - problem.units[other].east
        let north = problem.units[unit].north - problem.units[other].north
        let distance = (east * east + north * north).squareRoot()
        if distance < best?.kilometres ?? .infinity {
          best = (Link(unit, other), distance)
        }
      }
    }
    return best
  }

  /// Tries a link on the two parts that it joins.
  func linkTrial(_ link: (Link, kilometres: Double), _ part: [Int]) -> RelaxationTrial {
    let inside = Set(part)
    let reached = inside.contains(link.0.first) ? link.0.second : link.0.first
    let other = parts.first { $0.contains(reached) } ?? []
    let members = inside.union(other).sorted()
    let relaxation = Relaxation.link(link.0, kilometres: link.kilometres)
    guard let first = members.firstIndex(of: link.0.first),
      let second = members.firstIndex(of: link.0.second)
    else { return RelaxationTrial(relaxation: relaxation, isVerified: false) }
    let joined = problem.part(members)?.canBeSolved(
      .link(Link(first, second), kilometres: link.kilometres))
    return RelaxationTrial(relaxation: relaxation, isVerified: joined ?? false)
  }

  /// The highest floor with which a part falls into so many groups.
  ///
  /// If people could be divided at will it
  /// would be their mean; units are lumps, so it is what the best division that is found has.
  private func leastFloor(_ part: [Int], groups: Int, _ people: Int) -> RelaxationTrial {
    let found = nearest(
      part, groups, PeopleBand(floor: people / groups, ceiling: band.ceiling))
    let floor = min(found.map { $0.min() ?? 0 } ?? people / groups, band.floor)
    return RelaxationTrial(
      relaxation: .floor(floor),
      isVerified: found.map { $0.allSatisfy { $0 <= band.ceiling } } ?? false)
  }

  private func leastCeiling(_ part: [Int], groups: Int, _ people: Int) -> RelaxationTrial {
    let mean = (people + groups - 1) / groups
    let found = nearest(part, groups, PeopleBand(floor: band.floor, ceiling: mean))
    let ceiling = max(found.map { $0.max() ?? 0 } ?? mean, band.ceiling)
    return RelaxationTrial(
      relaxation: .ceiling(ceiling),
      isVerified: found.map { $0.allSatisfy { $0 >= band.floor } } ?? false)
  }

  /// The people of each group of the division of a part that breaks a band least.
  private func nearest(_ part: [Int], _ groups: Int, _ band: PeopleBand) -> [Int]? {
    guard let whole = problem.part(part, count: groups),
      let tight = try? whole.replacing(band: band)
    else { return nil }
    var effort = ClusterEffort.quick
    effort.starts = 4
    effort.proofSteps = 0
    let judgement = tight.solve(effort: effort).judgement
    guard judgement.groups.count == groups,
      judgement.groupsInOnePiece == groups || !problem.preferences.mustBeContiguous
    else { return nil }
    return judgement.groups.map(\.people)
  }
}

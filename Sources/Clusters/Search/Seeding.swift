// SPDX-License-Identifier: Apache-2.0

/// A first grouping that hangs together: seeds far from each other, and groups grown around them so that
/// the one with the fewest people grows next.
struct Seeding {
  let model: SearchModel
  let allotment: GroupAllotment
  var random: SplitMix64

  /// A group for each unit, and the number of groups.
  mutating func labels() -> (labels: [Int], groups: Int) {
    var labels = Array(repeating: -1, count: model.count)
    var groups = 0
    for (part, count) in zip(allotment.parts, allotment.counts) {
      let seeds = seeds(count, in: part)
      grow(seeds, from: groups, &labels)
      groups += seeds.count
    }
    for set in model.problem.exceptions {
      for unit in set { labels[unit] = groups }
      groups += 1
    }
    return (labels, groups)
  }

  /// Draws seeds by people and by squared distance to those drawn before (Arthur and Vassilvitskii,
  /// "k-means++", 2007), so that the centres are spread as the people are.
  private mutating func seeds(_ count: Int, in part: [Int]) -> [Int] {
    guard count < part.count else { return part }
    var nearest = Array(repeating: Double.infinity, count: part.count)
    var seeds: [Int] = []
    var isSeed = Array(repeating: false, count: part.count)
    for _ in 0..<max(1, count) {
      let weights = part.indices.map { place -> Double in
        if isSeed[place] { return 0 }
        let people = max(model.people[part[place]], 1)
        return seeds.isEmpty ? people : people * nearest[place] + 1e-9
      }
      var left = random.fraction() * weights.reduce(0, +)
      var chosen = part.indices.last { !isSeed[$0] } ?? 0
      for place in part.indices where weights[place] > 0 {
        left -= weights[place]
        if left < 0 {
          chosen = place
          break
        }
      }
      isSeed[chosen] = true
      seeds.append(part[chosen])
      for place in part.indices {
        nearest[place] = min(nearest[place], square(part[place], part[chosen]))
      }
    }
    return seeds
  }

  private func square(_ first: Int, _ second: Int) -> Double {
    if let journeys = model.journeys {
      let journey = journeys[first * model.count + second]
      return journey * journey
    }
    let east = model.east[first] - model.east[second]
    let north = model.north[first] - model.north[second]
    return east * east + north * north
  }

  private func grow(_ seeds: [Int], from start: Int, _ labels: inout [Int]) {
    var people = seeds.map { model.people[$0] }
    var frontier = seeds.map { [$0] }
    for (place, seed) in seeds.enumerated() { labels[seed] = start + place }
    var growing = Array(seeds.indices)
    while !growing.isEmpty {
      var least = 0
      for place in growing.indices where people[growing[place]] < people[growing[least]] {
        least = place
      }
      let group = growing[least]
      guard let unit = nextUnit(seeds[group], &frontier[group], labels) else {
        growing.remove(at: least)
        continue
      }
      labels[unit] = start + group
      people[group] += model.people[unit]
      frontier[group].append(unit)
    }
  }

  /// The free neighbour of a group that is nearest to its seed.
  private func nextUnit(_ seed: Int, _ frontier: inout [Int], _ labels: [Int]) -> Int? {
    var best = -1
    var least = Double.infinity
    frontier.removeAll { unit in
      var isInside = true
      for neighbour in model.graph.neighbours(of: unit)
      where labels[neighbour] < 0 && !model.isFixed[neighbour] {
        isInside = false
        let distance = square(neighbour, seed)
        if distance < least || (distance == least && neighbour < best) {
          (best, least) = (neighbour, distance)
        }
      }
      return isInside
    }
    return best >= 0 ? best : nil
  }
}

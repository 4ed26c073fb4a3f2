// SPDX-License-Identifier: Apache-2.0

/// A number that the mean distance of no grouping can be under.
///
/// Take a group of P people with its centre anywhere. Two of its people are no further from each other
/// than one from the centre and the other from it; summed over all pairs, the distances to the centre
/// are at least half of each person's mean distance to all others of the group. And the mean distance of
/// a person to P people is at least that to the nearest P. Each unit may choose the best P for itself
/// within the band, so long as there are as many groups as asked for: the sum over people of 1/P is their
/// number. That last condition is priced (Lagrange), and the best price is sought; any price is a proof.
struct DistanceBound {
  /// For each unit: people, and what each choice of P costs it.
  private var choices: [(people: Double, sizes: [Double], halves: [Double])] = []
  private let groups: Double
  /// For each unit by its index: people times half the mean distance to the fewest people.
  let leastOfUnits: [Double]

  init(_ problem: ClusterProblem) {
    let exempt = Set(problem.exceptions.joined())
    let rest = problem.units.indices.filter { !exempt.contains($0) }
    let units = rest.map { problem.units[$0] }
    groups = Double(problem.chosenCount - problem.exceptions.count)
    var least = Array(repeating: 0.0, count: problem.units.count)
    let nearest = NearestPeople(units)
    let band = (Double(max(problem.band.floor, 1)), Double(problem.band.ceiling))
    for (place, unit) in rest.enumerated() where problem.units[unit].people > 0 {
      let reach = nearest.reach(of: place, upTo: band.1)
      let (sizes, halves) = Self.choices(reach, band)
      let people = Double(problem.units[unit].people)
      choices.append((people, sizes, halves))
      least[unit] = people * (halves.min() ?? 0)
    }
    leastOfUnits = least
  }

  /// Half the mean distance to the nearest P people, for each P where the next unit begins and for both
  /// ends of the band.
  ///
  /// Between them the cost with a price is monotone, so the least is at one of them.
  private static func choices(
    _ reach: NearestPeople.Reach, _ band: (floor: Double, ceiling: Double)
  ) -> ([Double], [Double]) {
    var sizes: [Double] = []
    var halves: [Double] = []
    var sum = 0.0
    var before = 0.0
    for (distance, people) in zip(reach.distances, reach.people) {
      let ends = [band.floor, people, band.ceiling]
      for size in ends where size > before && size <= people && size >= band.floor {
        guard size <= band.ceiling, sizes.last != size else { continue }
        sizes.append(size)
        halves.append((sum + (size - before) * distance) / size / 2)
      }
      sum += (people - before) * distance
      before = people
    }
    return (sizes, halves)
  }

  /// The best bound on the sum over people of their distance.
  var best: Double {
    var low = 0.0
    var high = 4 * (choices.flatMap { zip($0.sizes, $0.halves).map { $0 * $1 } }.max() ?? 0)
    for _ in 0..<40 {
      let third = (high - low) / 3
      if bound(low + third) < bound(high - third) { low += third } else { high -= third }
    }
    return max(0, bound((low + high) / 2), bound(0))
  }

  private func bound(_ price: Double) -> Double {
    var sum = -price * groups
    for unit in choices {
      var least = Double.infinity
      for place in unit.sizes.indices {
        least = min(least, unit.halves[place] + price / unit.sizes[place])
      }
      if least.isFinite { sum += unit.people * least }
    }
    return sum
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The parts of the graph that do not touch, without exceptions, and how many groups each gets.
struct GroupAllotment {
  /// The units of each part.
  let parts: [[Int]]
  /// The number of groups of each part.
  let counts: [Int]

  init(_ problem: ClusterProblem) {
    let exempt = Set(problem.exceptions.joined())
    let rest = problem.units.indices.filter { !exempt.contains($0) }
    let parts =
      problem.preferences.mustBeContiguous
      ? problem.graph.pieces(of: rest) : (rest.isEmpty ? [] : [rest])
    self.parts = parts
    let people = parts.map { $0.reduce(0) { $0 + problem.units[$1].people } }
    let ranges = zip(parts, people).map { part, people in
      Self.range(problem.band, people: people, units: part.count)
    }
    counts = Self.shared(problem.chosenCount - problem.exceptions.count, people, ranges)
  }

  /// The numbers of groups that a part may have; when there is none, the nearest to what the band wants.
  static func range(_ band: PeopleBand, people: Int, units: Int) -> ClosedRange<Int> {
    if let counts = band.counts(for: people) {
      let fewest = min(counts.lowerBound, units)
      return fewest...max(fewest, min(counts.upperBound, units))
    }
    let nearest = max(1, min(units, people / max(1, (band.floor + band.ceiling) / 2)))
    return nearest...nearest
  }

  /// Shares groups out: each part has its least number, and each further group goes to the part with most
  /// people for each group it has.
  private static func shared(
    _ total: Int, _ people: [Int], _ ranges: [ClosedRange<Int>]
  ) -> [Int] {
    var counts = ranges.map(\.lowerBound)
    var left = total - counts.reduce(0, +)
    while left > 0 {
      var best = -1
      for part in counts.indices where counts[part] < ranges[part].upperBound {
        // More people for each group, without division: a/b > c/d when ad > cb.
        if best < 0 || people[part] * counts[best] > people[best] * counts[part] { best = part }
      }
      guard best >= 0 else { break }
      counts[best] += 1
      left -= 1
    }
    return counts
  }
}

// SPDX-License-Identifier: Apache-2.0

extension ObstacleSearch {
  /// Units through which all ways lead out of pieces that are too small to be groups: all of those pieces
  /// have to be in the unit's own group, which can be too large.
  func deadEnds(in part: [Int]) -> [Obstacle] {
    guard problem.preferences.mustBeContiguous, part.count > 2 else { return [] }
    let exempt = Set(problem.exceptions.joined())
    return Gates(problem, part).candidates.compactMap { gate -> Obstacle? in
      guard problem.units[gate].people <= band.ceiling else { return nil }
      let rest = part.filter { $0 != gate && !exempt.contains($0) }
      let small = problem.graph.pieces(of: rest).filter { self.people($0) < band.floor }
      let members = (small.flatMap { $0 } + [gate]).sorted()
      let people = self.people(members)
      guard people > band.ceiling else { return nil }
      return deadEnd(gate, small, members, people)
    }
  }

  private func deadEnd(_ gate: Int, _ small: [[Int]], _ members: [Int], _ sum: Int) -> Obstacle {
    let largest = small.max { people($0) < people($1) } ?? []
    var trials = [RelaxationTrial(relaxation: .ceiling(sum), isVerified: false)]
    if let ceiling = problem.part(parts.first { $0.contains(gate) } ?? []) {
      trials = [trial(.ceiling(sum), for: ceiling)]
    }
    if let link = nearestLink(largest, notTo: [gate]) { trials.append(linkTrial(link, largest)) }
    trials.append(RelaxationTrial(relaxation: .standAlone(largest), isVerified: true))
    return Obstacle(
      reason: .deadEnd(gate: gate), units: members, people: sum,
      sentence: "\(problem.list(small.flatMap { $0 })) can only be reached through "
        + "\(problem.name(gate)) and are too few to be a group without it; with it they have "
        + "\(sum.grouped) people, over the ceiling of \(band.ceiling.grouped).",
      relaxations: trials)
  }
}

/// Units whose removal cuts a part in pieces (Tarjan, "Depth-first search and linear graph algorithms",
/// 1972).
struct Gates {
  private let problem: ClusterProblem
  private let part: [Int]
  private var order: [Int]
  private var low: [Int]
  private var people: [Int]
  private var smallBehind: [Int]
  private var isGate: [Bool]

  init(_ problem: ClusterProblem, _ part: [Int]) {
    self.problem = problem
    self.part = part
    order = Array(repeating: -1, count: problem.units.count)
    low = order
    people = problem.units.map(\.people)
    smallBehind = Array(repeating: 0, count: problem.units.count)
    isGate = Array(repeating: false, count: problem.units.count)
    for unit in problem.exceptions.joined() { order[unit] = Int.max }
    walk(from: part[0])
  }

  /// Gates behind which there may be too much, in order.
  var candidates: [Int] {
    let whole = part.reduce(0) { $0 + problem.units[$1].people }
    return part.filter { gate in
      guard isGate[gate] else { return false }
      // What lies before the gate may be a small piece too.
      return whole - people[gate] < problem.band.floor || gate == part[0]
        || smallBehind[gate] + problem.units[gate].people > problem.band.ceiling
    }
  }

  private mutating func walk(from root: Int) {
    var clock = 0
    var stack: [(unit: Int, parent: Int, place: Int)] = []
    func begin(_ unit: Int, _ parent: Int, _ stack: inout [(unit: Int, parent: Int, place: Int)]) {
      stack.append((unit, parent, problem.graph.starts[unit]))
    }
    order[root] = 0
    low[root] = 0
    begin(root, -1, &stack)
    var children = 0
    while let (unit, parent, place) = stack.last {
      if place < problem.graph.starts[unit + 1] {
        stack[stack.count - 1].place += 1
        let neighbour = problem.graph.neighbours[place]
        if order[neighbour] < 0 {
          clock += 1
          order[neighbour] = clock
          low[neighbour] = clock
          begin(neighbour, unit, &stack)
        } else if neighbour != parent && order[neighbour] != Int.max {
          low[unit] = min(low[unit], order[neighbour])
        }
        continue
      }
      stack.removeLast()
      guard parent >= 0 else { continue }
      low[parent] = min(low[parent], low[unit])
      if parent == root { children += 1 }
      if low[unit] >= order[parent] && (parent != root || children > 1) { isGate[parent] = true }
      if low[unit] >= order[parent], people[unit] < problem.band.floor {
        smallBehind[parent] += people[unit]
      }
      people[parent] += people[unit]
    }
  }
}

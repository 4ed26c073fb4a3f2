// SPDX-License-Identifier: Apache-2.0

extension SearchState {
  /// Whether a group still hangs together without one of its units.
  ///
  /// It does when the unit's neighbours in the group hang together among themselves, which is looked at
  /// first; otherwise a walk through the group tells.
  mutating func hangsTogether(without unit: Int) -> Bool {
    let source = group[unit]
    guard unitCount[source] > 1 else { return false }
    mark += 1
    var near = 0
    queue.removeAll(keepingCapacity: true)
    let graph = model.problem.graph
    for place in graph.starts[unit]..<graph.starts[unit + 1] {
      let neighbour = graph.neighbours[place]
      guard group[neighbour] == source else { continue }
      near += 1
      marks[neighbour] = mark
      if near == 1 { queue.append(neighbour) }
    }
    if near <= 1 { return near == 1 }
    return walk(near, marked: mark, source, without: unit, graph)
  }

  /// Walks from the first neighbour until all others are reached: first among them alone.
  private mutating func walk(
    _ near: Int, marked wanted: Int, _ source: Int, without unit: Int, _ graph: LinkGraph
  ) -> Bool {
    mark += 1
    var found = 1
    marks[queue[0]] = mark
    var place = 0
    while place < queue.count {
      let here = queue[place]
      for spot in graph.starts[here]..<graph.starts[here + 1] {
        let neighbour = graph.neighbours[spot]
        if marks[neighbour] == wanted {
          marks[neighbour] = mark
          queue.append(neighbour)
          found += 1
        }
      }
      place += 1
    }
    if found == near { return true }
    place = 0
    while place < queue.count {
      let here = queue[place]
      for spot in graph.starts[here]..<graph.starts[here + 1] {
        let neighbour = graph.neighbours[spot]
        guard group[neighbour] == source, marks[neighbour] != mark, neighbour != unit else {
          continue
        }
        if marks[neighbour] == wanted { found += 1 }
        if found == near { return true }
        marks[neighbour] = mark
        queue.append(neighbour)
      }
      place += 1
    }
    return false
  }

  /// What a move costs in pieces, where groups need not hang together.
  func pieceDifference(_ unit: Int, _ source: Int, _ target: Int) -> Double {
    model.weights.contiguity
      * (peopleInPieces(source, without: unit, with: -1)
        - peopleInPieces(source, without: -1, with: -1)
        + peopleInPieces(target, without: -1, with: unit)
        - peopleInPieces(target, without: -1, with: -1))
  }

  /// People outside the largest piece of a group, were one unit gone or come.
  func peopleInPieces(_ group: Int, without: Int, with: Int) -> Double {
    var members = self.members(of: group).filter { $0 != without }
    if with >= 0 { members.append(with) }
    var waiting = Set(members)
    var sum = 0.0
    var most = 0.0
    for start in members where waiting.remove(start) != nil {
      var piece = model.people[start]
      var queue = [start]
      while let unit = queue.popLast() {
        for neighbour in model.problem.graph.neighbours(of: unit)
        where waiting.remove(neighbour) != nil {
          piece += model.people[neighbour]
          queue.append(neighbour)
        }
      }
      sum += piece
      most = max(most, piece)
    }
    return sum - most
  }
}

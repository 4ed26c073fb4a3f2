// SPDX-License-Identifier: Apache-2.0

/// An order of numbered items in which each comes after all that lead to it.
///
/// Kahn (1962), "Topological sorting of large networks", Communications of the ACM 5(11); iterative,
/// so that a long chain needs no deep stack.
struct TopologicalOrder {
  struct Ends {
    let from: Int
    let to: Int
  }

  let count: Int
  let ends: [Ends]

  /// The order, which is the same for the same input.
  ///
  /// - Throws: `ScheduleError.loop` with the links of one loop, in order.
  func order(_ links: [WorkLink]) throws(ScheduleError) -> [Int] {
    var waiting = [Int](repeating: 0, count: count)
    for end in ends { waiting[end.to] += 1 }
    let outward = outwardLinks()
    var order = (0..<count).filter { waiting[$0] == 0 }
    order.reserveCapacity(count)
    var next = 0
    while next < order.count {
      let item = order[next]
      next += 1
      for place in outward.first[item]..<outward.first[item + 1] {
        let to = ends[outward.links[place]].to
        waiting[to] -= 1
        if waiting[to] == 0 { order.append(to) }
      }
    }
    guard order.count == count else {
      throw .loop(loop(among: waiting.map { $0 > 0 }).map { links[$0] })
    }
    return order
  }

  private func outwardLinks() -> (first: [Int], links: [Int]) {
    var first = [Int](repeating: 0, count: count + 1)
    for end in ends { first[end.from + 1] += 1 }
    for item in 0..<count { first[item + 1] += first[item] }
    var next = first
    var links = [Int](repeating: 0, count: ends.count)
    for (number, end) in ends.enumerated() {
      links[next[end.from]] = number
      next[end.from] += 1
    }
    return (first, links)
  }

  /// Walks backwards among items that wait for each other until one is met again.
  private func loop(among isWaiting: [Bool]) -> [Int] {
    // Every item that still waits has a link from another that waits; the first will do.
    var inward = [Int?](repeating: nil, count: count)
    for (number, end) in ends.enumerated() where isWaiting[end.from] && isWaiting[end.to] {
      if inward[end.to] == nil { inward[end.to] = number }
    }
    guard var item = isWaiting.firstIndex(of: true) else { return [] }
    var met = [Int?](repeating: nil, count: count)
    var walked: [Int] = []
    while met[item] == nil {
      met[item] = walked.count
      guard let link = inward[item] else { return [] }
      walked.append(link)
      item = ends[link].from
    }
    return walked[(met[item] ?? 0)...].reversed()
  }
}

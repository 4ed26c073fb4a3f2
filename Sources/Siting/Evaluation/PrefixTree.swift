// SPDX-License-Identifier: Apache-2.0

/// The areas sorted by their nearest sites, and for every start of such a list what all its areas
/// send to its last site.
///
/// The areas whose nearest site is A form a node; those of them whose second nearest is B form a node
/// below it, and so on. When A is open, all areas of its node go there and one addition counts them
/// all; only when A is closed are the nodes below it looked at. With two sites in three open, that
/// is some hundreds of additions where there are tens of thousands of areas.
struct PrefixTree: Sendable {
  /// One start of a list of nearest sites.
  struct Node: Sendable {
    /// The demand of the areas of the node.
    var tally = DemandTally()
    /// The demand of the areas multiplied by the time to `site`.
    var weightedMinutes: Int64 = 0
    /// The last site of the start.
    var site: Int32
    /// The longest time to `site`, as a place among the distinct times.
    var longest: UInt32 = 0
    /// The first node after this one and those below it.
    var end: Int32 = 0
    /// Which tail holds the areas whose lists end here, or -1.
    var tail: Int32 = -1
    /// The first area of the node, as a position in `areaOrder`.
    var firstArea: Int32
    /// The position after the last area of the node.
    var endArea: Int32 = 0
  }

  /// Areas whose lists end at the same node: when all those sites are closed, each area has to look
  /// for its nearest open site among all the others.
  struct Tail: Sendable {
    var firstArea: Int32
    var endArea: Int32
  }

  /// The nodes; each stands before the nodes below it.
  private(set) var nodes: [Node] = []
  /// The tails.
  private(set) var tails: [Tail] = []
  /// The tail of the areas without any list, or -1.
  private(set) var rootTail: Int32 = -1
  /// The areas in the order of their lists.
  let areaOrder: [Int32]

  /// Sorts the areas and sums them up.
  ///
  /// `demand` and `place` take an area by its position in the travel matrix.
  init(
    nearest: NearestSites, areaCount: Int, demand: DemandSteps, place: (Int, Int) -> UInt32
  ) {
    areaOrder = (0..<Int32(areaCount)).sorted(by: nearest.areInOrder)
    var path: [Int] = []
    for (position, area) in areaOrder.enumerated() {
      let start = Int(area) * nearest.depth
      let list = nearest.sites[start..<start + nearest.depth].prefix { $0 >= 0 }
      let shared = zip(path, list).prefix { nodes[$0].site == $1 }.count
      close(&path, downTo: shared, position: position)
      for site in list.dropFirst(shared) {
        path.append(nodes.count)
        nodes.append(Node(site: site, firstArea: Int32(position)))
      }
      extendTail(of: path.last, position: position)
      for index in path {
        let travel = place(Int(area), Int(nodes[index].site))
        nodes[index].tally &+= demand.tally(area: Int(area), place: Int(travel))
        nodes[index].weightedMinutes += demand.weightedMinutes(area: Int(area), place: Int(travel))
        nodes[index].longest = max(nodes[index].longest, travel)
      }
    }
    close(&path, downTo: 0, position: areaCount)
  }

  private mutating func close(_ path: inout [Int], downTo depth: Int, position: Int) {
    while path.count > depth {
      let index = path.removeLast()
      nodes[index].end = Int32(nodes.count)
      nodes[index].endArea = Int32(position)
    }
  }

  private mutating func extendTail(of node: Int?, position: Int) {
    let tail = node.map { nodes[$0].tail } ?? rootTail
    if tail >= 0 {
      tails[Int(tail)].endArea += 1
      return
    }
    if let node { nodes[node].tail = Int32(tails.count) } else { rootTail = Int32(tails.count) }
    tails.append(Tail(firstArea: Int32(position), endArea: Int32(position) + 1))
  }
}

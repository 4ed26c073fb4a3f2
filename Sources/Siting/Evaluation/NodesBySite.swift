// SPDX-License-Identifier: Apache-2.0

/// For every site, the nodes of the tree that end with it, each with the sites before it.
///
/// A node counts when its own site is open and all sites before it are closed. The sites before it
/// are bits of a mask, so the nodes that matter to one site are found in one sweep over masks.
struct NodesBySite: Sendable {
  /// The nodes, site after site.
  private(set) var nodes: [Int32] = []
  /// Where the nodes of each site begin, and after the last one where they end.
  private(set) var starts: [Int32] = []
  /// The sites before each node, node after node.
  private(set) var earlierSites: [Int32] = []
  /// Where the earlier sites of each node begin, and after the last one where they end.
  private(set) var earlierStarts: [Int32] = [0]

  /// The sites before each node as bits; two sites share a bit when there are more than 128.
  private(set) var masks: [SiteMask] = []
  /// Whether every site has a bit of its own.
  let hasExactMasks: Bool

  /// Lists the nodes of a tree by site.
  init(_ tree: PrefixTree, siteCount: Int) {
    hasExactMasks = siteCount <= 128
    var bySite = [[Int32]](repeating: [], count: siteCount)
    var parents = [Int32](repeating: -1, count: tree.nodes.count)
    var path: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = path.last, tree.nodes[last].end <= Int32(index) { path.removeLast() }
      parents[index] = path.last.map { Int32($0) } ?? -1
      path.append(index)
      bySite[Int(node.site)].append(Int32(index))
    }
    for list in bySite {
      starts.append(Int32(nodes.count))
      for index in list {
        nodes.append(index)
        var parent = parents[Int(index)]
        var mask = SiteMask()
        while parent >= 0 {
          earlierSites.append(tree.nodes[Int(parent)].site)
          mask |= siteMask(Int(tree.nodes[Int(parent)].site))
          parent = parents[Int(parent)]
        }
        masks.append(mask)
        earlierStarts.append(Int32(earlierSites.count))
      }
    }
    starts.append(Int32(nodes.count))
  }

  /// Goes through the nodes of a site whose earlier sites are all closed.
  @inline(__always)
  func forEachReached(of site: Int, isOpen: [Bool], _ body: (Int) -> Void) {
    var open = SiteMask()
    for other in isOpen.indices where isOpen[other] { open |= siteMask(other) }
    for entry in Int(starts[site])..<Int(starts[site + 1]) {
      let blocking = masks[entry] & open
      if blocking[0] | blocking[1] == 0 || (!hasExactMasks && isReached(entry, isOpen)) {
        body(Int(nodes[entry]))
      }
    }
  }

  private func isReached(_ entry: Int, _ isOpen: [Bool]) -> Bool {
    let earlier = Int(earlierStarts[entry])..<Int(earlierStarts[entry + 1])
    return earlier.allSatisfy { !isOpen[Int(earlierSites[$0])] }
  }
}

/// A set of sites as 128 bits.
typealias SiteMask = SIMD2<UInt64>

/// The set of one site.
@inline(__always)
private func siteMask(_ site: Int) -> SiteMask {
  let bit: UInt64 = 1 << UInt64(site & 63)
  return site & 64 == 0 ? SiteMask(bit, 0) : SiteMask(0, bit)
}

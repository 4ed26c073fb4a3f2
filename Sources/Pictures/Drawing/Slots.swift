// SPDX-License-Identifier: Apache-2.0

/// Places things of given heights along a line, each as near as can be to where it wants to be.
enum Slots {
  /// A thing to place: where its middle wants to be and how much room it takes.
  struct Item: Sendable {
    let centre: Double
    let height: Double
  }

  /// A group of touching items that has settled at the mean of what its members want.
  private struct Cluster {
    var members: [Int]
    var height: Double
    /// Sum over members of the cluster top each would like.
    var wishes: Double
    var top: Double

    var bottom: Double { top + height }
  }

  /// Centres in the order of `items`: no two overlap, and all lie inside `range` if they fit.
  ///
  /// Neighbours that collide become one cluster, which settles at their mean wish; that is the
  /// least-squares answer for a fixed order.
  static func place(
    _ items: [Item], in range: ClosedRange<Double>, gap: Double
  ) -> [Double] {
    let order = items.indices.sorted { (items[$0].centre, $0) < (items[$1].centre, $1) }
    var clusters: [Cluster] = []
    for index in order {
      let height = items[index].height + gap
      let wish = items[index].centre - height / 2
      var next = Cluster(members: [index], height: height, wishes: wish, top: wish)
      next.top = kept(next, in: range)
      while let last = clusters.last, last.bottom > next.top {
        clusters.removeLast()
        next = merged(last, next, in: range)
      }
      clusters.append(next)
    }
    return centres(of: items, clusters, gap: gap)
  }

  private static func merged(
    _ upper: Cluster, _ lower: Cluster, in range: ClosedRange<Double>
  ) -> Cluster {
    // A member of `lower` wants the joint cluster higher by the height of `upper`.
    let shift = upper.height * Double(lower.members.count)
    var joint = Cluster(
      members: upper.members + lower.members, height: upper.height + lower.height,
      wishes: upper.wishes + lower.wishes - shift, top: 0)
    joint.top = joint.wishes / Double(joint.members.count)
    joint.top = kept(joint, in: range)
    return joint
  }

  private static func kept(_ cluster: Cluster, in range: ClosedRange<Double>) -> Double {
    max(min(cluster.top, range.upperBound - cluster.height), range.lowerBound)
  }

  private static func centres(of items: [Item], _ clusters: [Cluster], gap: Double) -> [Double] {
    var centres = items.map(\.centre)
    for cluster in clusters {
      var top = cluster.top
      for member in cluster.members {
        centres[member] = top + (items[member].height + gap) / 2
        top += items[member].height + gap
      }
    }
    return centres
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Products of factors that share their beginnings: node 0 is the empty product, every other node is
/// its parent times one factor.
struct FactorTree: Sendable {
  private(set) var parents = [0]
  private(set) var factors = [-1]
  private var children: [Link: Int] = [:]

  private struct Link: Hashable {
    let parent: Int
    let factor: Int
  }

  var count: Int { parents.count }

  /// The node of a sequence of factors, added where it is not there yet.
  mutating func node(_ sequence: [Int]) -> Int {
    sequence.reduce(0) { parent, factor in
      let link = Link(parent: parent, factor: factor)
      if let known = children[link] { return known }
      parents.append(parent)
      factors.append(factor)
      children[link] = parents.count - 1
      return parents.count - 1
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Sets that are only ever merged (Galler and Fischer, 1964), each named by its smallest member.
public struct DisjointSets: Sendable {
  private var parent: [Int32]
  private var sizes: [Int32]

  /// As many sets as members, each of one.
  public init(count: Int) {
    parent = Array(0..<Int32(count))
    sizes = [Int32](repeating: 1, count: count)
  }

  /// How many members there are.
  public var count: Int { parent.count }

  /// The smallest member of the set of a member.
  public mutating func find(_ member: Int32) -> Int32 {
    var root = member
    while parent[Int(root)] != root {
      parent[Int(root)] = parent[Int(parent[Int(root)])]
      root = parent[Int(root)]
    }
    return root
  }

  /// Merges the sets of two members and gives the smallest member of both.
  @discardableResult
  public mutating func merge(_ a: Int32, _ b: Int32) -> Int32 {
    let (first, second) = (find(a), find(b))
    guard first != second else { return first }
    let (kept, gone) = first < second ? (first, second) : (second, first)
    parent[Int(gone)] = kept
    sizes[Int(kept)] += sizes[Int(gone)]
    return kept
  }

  /// How many members the set of a member has.
  public mutating func size(of member: Int32) -> Int { Int(sizes[Int(find(member))]) }
}

// SPDX-License-Identifier: Apache-2.0

/// The best configurations found so far: those that no other dominates.
///
/// Of configurations with the same values, the first found stays.
struct SearchArchive: Sendable {
  /// A configuration of the archive.
  struct Member: Sendable {
    let configuration: Configuration
    let measures: ConfigurationMeasures
    /// Whether all its neighbours have been tried.
    var isExplored = false
  }

  private(set) var members: [Member] = []
  /// The costs, member after member.
  private(set) var costs: [Double] = []
  /// The number of objectives.
  let width: Int
  /// The member that turned the last one away; it is likely to turn the next away too.
  private var lastJudge = 0

  init(width: Int) { self.width = width }

  /// The costs of one member.
  func costs(of member: Int) -> ArraySlice<Double> {
    costs[member * width..<(member + 1) * width]
  }

  /// Whether no member is as good as or better than some costs in every objective.
  mutating func welcomes(_ candidate: [Double]) -> Bool {
    if lastJudge < members.count, isAsGood(lastJudge, as: candidate) { return false }
    for member in members.indices where isAsGood(member, as: candidate) {
      lastJudge = member
      return false
    }
    return true
  }

  /// Adds a member that is welcome, and drops those it dominates.
  mutating func add(_ member: Member, costs new: [Double]) {
    var index = 0
    while index < members.count {
      if isDominated(index, by: new) { remove(index) } else { index += 1 }
    }
    members.append(member)
    costs += new
  }

  /// Marks a member, if it is still there, as explored.
  mutating func markExplored(_ configuration: Configuration) {
    if let index = members.firstIndex(where: { $0.configuration == configuration }) {
      members[index].isExplored = true
    }
  }

  private func isAsGood(_ member: Int, as candidate: [Double]) -> Bool {
    for objective in 0..<width where costs[member * width + objective] > candidate[objective] {
      return false
    }
    return true
  }

  private func isDominated(_ member: Int, by new: [Double]) -> Bool {
    for objective in 0..<width where costs[member * width + objective] < new[objective] {
      return false
    }
    return true
  }

  private mutating func remove(_ member: Int) {
    let last = members.count - 1
    members.swapAt(member, last)
    members.removeLast()
    for objective in 0..<width {
      costs[member * width + objective] = costs[last * width + objective]
    }
    costs.removeLast(width)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What a change by hand does to a grouping.
public struct GroupingChange: Sendable {
  /// The grouping as it was.
  public let before: Judgement
  /// The grouping as it is after the change.
  public let after: Judgement

  /// Compares two judgements of one problem.
  public init(before: Judgement, after: Judgement) {
    self.before = before
    self.after = after
  }

  /// What the change costs; negative when it makes the grouping better.
  public var cost: Double { after.cost - before.cost }
  /// Rules that hold no longer, or not as before, in the numbering of groups after the change.
  public var broken: [BrokenRule] {
    let old = Set(before.brokenRules.map { known($0, in: before) })
    return after.brokenRules.filter { !old.contains(known($0, in: after)) }
  }
  /// Rules that were broken and hold again, in the numbering of groups before the change.
  public var mended: [BrokenRule] {
    let new = Set(after.brokenRules.map { known($0, in: after) })
    return before.brokenRules.filter { !new.contains(known($0, in: before)) }
  }
  /// What each wish costs more than before.
  public var terms: [WishTerm] {
    zip(before.terms, after.terms).map {
      WishTerm(wish: $0.wish, value: $1.value - $0.value, weight: $0.weight)
    }
  }

  /// A broken rule by the units that it is about, because groups are numbered anew.
  private struct Known: Hashable {
    let rule: BrokenRule
    let units: [Int]
  }

  private func known(_ rule: BrokenRule, in judgement: Judgement) -> Known {
    switch rule {
    case .belowFloor(let group, let people, let floor):
      Known(
        rule: .belowFloor(group: 0, people: people, floor: floor),
        units: judgement.groups[group].units)
    case .aboveCeiling(let group, let people, let ceiling):
      Known(
        rule: .aboveCeiling(group: 0, people: people, ceiling: ceiling),
        units: judgement.groups[group].units)
    case .inPieces(let group, let pieces):
      Known(rule: .inPieces(group: 0, pieces: pieces), units: judgement.groups[group].units)
    case .separated, .count, .exceptionBroken: Known(rule: rule, units: [])
    }
  }
}

extension ClusterProblem {
  /// Moves one unit by hand: to a group, or to a new group of its own when there is no such group.
  public func moving(_ unit: Int, to group: Int, in judgement: Judgement) -> GroupingChange {
    var labels = judgement.grouping.groups
    labels[unit] = group
    return GroupingChange(
      before: judgement, after: judge(Grouping(labels), knowing: judgement))
  }
}

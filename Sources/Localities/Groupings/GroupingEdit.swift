// SPDX-License-Identifier: Apache-2.0

public import Clusters

/// The groups of a tier with units moved by hand, one after another.
///
/// Groups keep the labels that they had before, so that a move can be named by the label of its group;
/// a group that lost all its units is gone.
public struct GroupingEdit: Sendable {
  /// A unit that goes to another group.
  public struct Move: Sendable, Equatable {
    /// The position of the unit.
    public let unit: Int
    /// The position of the group, by the labels of the tier.
    public let group: Int

    /// Names a move.
    public init(unit: Int, group: Int) {
      self.unit = unit
      self.group = group
    }
  }

  /// The most moves of one edit: an address of a page has to hold them.
  public static let most = 60

  /// What is edited.
  public let tier: GroupingTier
  /// What was moved, in order.
  public let moves: [Move]
  /// The group of each unit, by the labels of the tier.
  public let groups: [Int]
  /// The judgement after the moves.
  public let judgement: Judgement

  /// Makes moves; one to the group where its unit is already changes nothing.
  ///
  /// - Precondition: the moves name units and groups of the tier.
  public init(_ tier: GroupingTier, moves: [Move]) {
    var groups = tier.judgement.grouping.groups
    for move in moves { groups[move.unit] = move.group }
    self.tier = tier
    self.moves = moves
    self.groups = groups
    judgement = tier.problem.judge(Grouping(groups), knowing: tier.judgement)
  }

  /// The units that are in another group than before.
  public var movedUnits: [Int] {
    groups.indices.filter { groups[$0] != tier.judgement.grouping.groups[$0] }
  }

  /// What all moves together do.
  public var change: GroupingChange {
    GroupingChange(before: tier.judgement, after: judgement)
  }

  /// The label of a group in the numbering of the judgement after the moves.
  public func label(_ group: Int) -> String {
    tier.labels[groups[judgement.groups[group].units[0]]]
  }

  /// The judgement of a group by the labels of the tier; nil when it has no units left.
  public func judgement(ofLabelled group: Int) -> GroupJudgement? {
    groups.firstIndex(of: group).map { judgement.groups[judgement.grouping.groups[$0]] }
  }

  /// Where a unit could go, and what that would do, in the order of groups.
  public func alternatives(_ unit: Int) -> [Alternative] {
    tier.groupsTouching(unit, in: groups).map { group in
      let moved = GroupingEdit(tier, moves: moves + [Move(unit: unit, group: group)])
      return Alternative(
        group: group, edit: moved,
        change: GroupingChange(before: judgement, after: moved.judgement))
    }
  }

  /// One place where a unit could go.
  public struct Alternative: Sendable {
    /// The group, by the labels of the tier.
    public let group: Int
    /// The groups after the move.
    public let edit: GroupingEdit
    /// What the move does.
    public let change: GroupingChange

    /// Sentences for the rules that the move breaks.
    public var broken: [String] {
      change.broken.map { GroupingTier.words($0, label: edit.label) }
    }
  }
}

/// Moves as the address of a page holds them: `E02003314.c7;E02003315.c8`.
public enum MoveList {
  /// Why a text is no list of moves.
  public enum Problem: Error, Equatable, CustomStringConvertible {
    case tooMany(Int)
    case noMove(String)
    case noUnit(String)
    case noGroup(String)

    /// What is wrong and what to do, in a sentence.
    public var description: String {
      switch self {
      case .tooMany(let count):
        "There are \(count) moves; one address holds \(GroupingEdit.most) at most. Record the others "
          + "in local-care/group_changes.csv."
      case .noMove(let text):
        "“\(text)” is no move: a code, a full stop and a label were expected, such as E02003314.c7."
      case .noUnit(let text): "Nothing here has the code “\(text)”."
      case .noGroup(let text): "No group has the label “\(text)”."
      }
    }
  }

  /// The moves of a text.
  ///
  /// - Throws: `Problem` for the first part that cannot be read.
  public static func read(
    _ text: String, of tier: GroupingTier
  ) throws(Problem) -> [GroupingEdit.Move] {
    let parts = text.split(separator: ";")
    guard parts.count <= GroupingEdit.most else { throw .tooMany(parts.count) }
    var moves: [GroupingEdit.Move] = []
    for part in parts {
      let shown = String(part.prefix(40))
      guard let stop = part.lastIndex(of: ".") else { throw .noMove(shown) }
      let code = String(part[..<stop])
      let label = String(part[part.index(after: stop)...])
      guard let unit = tier.problem.units.firstIndex(where: { $0.id == code }) else {
        throw .noUnit(String(code.prefix(40)))
      }
      guard let group = tier.group(label) else { throw .noGroup(String(label.prefix(40))) }
      moves.append(.init(unit: unit, group: group))
    }
    return moves
  }

  /// The text of some moves.
  public static func text(_ moves: [GroupingEdit.Move], of tier: GroupingTier) -> String {
    moves.map { "\(tier.problem.units[$0.unit].id).\(tier.labels[$0.group].lowercased())" }
      .joined(separator: ";")
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Segments

/// How people are put into segments besides their age.
public struct Segmentation: Sendable {
  /// The segment of people without a long-term condition, where there are no rules.
  public static let noCondition = "none"
  /// The segment of people with conditions of several groups, where there are no rules.
  public static let severalGroups = "several"

  /// The names of the segments.
  public let names: [String]
  private let rules: SegmentRules?
  /// The conditions that each name in the rules stands for, a bit a condition.
  private let sets: [UInt64]

  /// Segments by the group of the conditions that somebody has: none, the only one, or several.
  public init(_ conditions: ConditionRules) {
    rules = nil
    sets = conditions.groups.indices.map { group in
      Segmentation.set(conditions) { conditions.groupOfRule[$0] == group }
    }
    names = [Segmentation.noCondition] + conditions.groups + [Segmentation.severalGroups]
  }

  /// Segments by rules whose conditions are names of groups or of single conditions.
  ///
  /// nil when a name is neither.
  public init?(_ rules: SegmentRules, _ conditions: ConditionRules) {
    var sets: [UInt64] = []
    for name in rules.conditions {
      let group = conditions.groups.firstIndex(of: name)
      let set = Segmentation.set(conditions) { rule in
        conditions.rules[rule].id == name || conditions.groupOfRule[rule] == group
      }
      guard set != 0 else { return nil }
      sets.append(set)
    }
    self.rules = rules
    self.sets = sets
    names = rules.rules.map(\.id)
  }

  private static func set(_ conditions: ConditionRules, _ holds: (Int) -> Bool) -> UInt64 {
    conditions.rules.indices.reduce(0) { holds($1) ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The segment of somebody of an age band who has a set of conditions.
  func segment(age: Int, held: UInt64) -> Int {
    var present: UInt32 = 0
    for (place, set) in sets.enumerated() where held & set != 0 { present |= 1 << UInt32(place) }
    if let rules { return rules.segment(age: age, conditions: present) }
    switch present.nonzeroBitCount {
    case 0: return 0
    case 1: return present.trailingZeroBitCount + 1
    default: return names.count - 1
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Which group each unit is in.
///
/// Groups are numbered from zero in the order of their first unit, so that the same groups are always
/// the same value.
public struct Grouping: Sendable, Equatable {
  /// The group of each unit, in the order of units.
  public let groups: [Int]
  /// The number of groups.
  public let count: Int

  /// Renumbers any labels, one a unit.
  public init(_ labels: [Int]) {
    var numbers: [Int: Int] = [:]
    groups = labels.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = numbers.count
      return numbers.count - 1
    }
    count = numbers.count
  }

  /// The units of each group, each in order.
  public var members: [[Int]] {
    var members = Array(repeating: [Int](), count: count)
    for (unit, group) in groups.enumerated() { members[group].append(unit) }
    return members
  }
}

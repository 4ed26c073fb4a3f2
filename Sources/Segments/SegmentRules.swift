// SPDX-License-Identifier: Apache-2.0

/// A rule that puts people into a segment.
public struct SegmentRule: Sendable, Hashable {
  /// The segment.
  public let id: String
  /// The bands of age that it takes; empty for all.
  public let ages: [String]
  /// The conditions that it counts.
  public let conditions: [String]
  /// How many of these a person has to have; 0 when none is needed.
  public let atLeast: Int

  /// Makes a rule.
  public init(id: String, ages: [String] = [], conditions: [String] = [], atLeast: Int = 0) {
    self.id = id
    self.ages = ages
    self.conditions = conditions
    self.atLeast = atLeast
  }
}

/// Rules in a fixed order: each person is in the segment of the first rule that fits, and in no
/// other.
///
/// They are checked when they are made: every person has a segment, and every segment can have a
/// person.
public struct SegmentRules: Sendable {
  /// Sets of more conditions than this are too many to list.
  public static let mostConditions = 16

  /// The bands of age, from the youngest.
  public let ages: [String]
  /// The conditions, in the order of their bits in a set.
  public let conditions: [String]
  /// The rules, from the top.
  public let rules: [SegmentRule]
  /// The segment of each age and each set of conditions.
  let segments: [[UInt16]]
  /// The rules with ages and conditions as places in the lists.
  let tests: [RuleTest]

  /// Checks rules and works out whom each takes.
  ///
  /// - Throws: `SegmentError` for the first thing that is wrong.
  public init(
    ages: [String], conditions: [String], rules: [SegmentRule]
  ) throws(SegmentError) {
    guard !rules.isEmpty else { throw .noRules }
    guard conditions.count <= SegmentRules.mostConditions else {
      throw .tooManyConditions(count: conditions.count, most: SegmentRules.mostConditions)
    }
    var tests: [RuleTest] = []
    var known: Set<String> = []
    for rule in rules {
      guard known.insert(rule.id).inserted else { throw .ruleTwice(rule.id) }
      tests.append(try RuleTest(rule, ages: ages, conditions: conditions))
    }
    self.ages = ages
    self.conditions = conditions
    self.rules = rules
    self.tests = tests
    segments = try SegmentRules.everybody(ages, conditions, tests)
    let reached = Set(segments.joined())
    for place in rules.indices where !reached.contains(UInt16(place)) {
      throw .neverReached(rule: rules[place].id)
    }
  }

  /// The place of the segment of people of an age who have a set of conditions, bit by bit.
  public func segment(age: Int, conditions: UInt32) -> Int {
    Int(segments[age][Int(conditions)])
  }

  private static func everybody(
    _ ages: [String], _ conditions: [String], _ tests: [RuleTest]
  ) throws(SegmentError) -> [[UInt16]] {
    var all: [[UInt16]] = []
    for age in ages.indices {
      var row: [UInt16] = []
      row.reserveCapacity(1 << conditions.count)
      for set in 0..<UInt32(1 << conditions.count) {
        guard let place = tests.firstIndex(where: { $0.fits(age: age, conditions: set) }) else {
          let names = conditions.indices.filter { set & 1 << UInt32($0) != 0 }
          throw .fallsThrough(age: ages[age], conditions: names.map { conditions[$0] })
        }
        row.append(UInt16(place))
      }
      all.append(row)
    }
    return all
  }
}

/// A rule in terms of places in lists.
struct RuleTest: Sendable {
  let ages: [Bool]
  let conditions: UInt32
  let atLeast: Int

  init(_ rule: SegmentRule, ages: [String], conditions: [String]) throws(SegmentError) {
    for age in rule.ages where !ages.contains(age) {
      throw .unknownAge(rule: rule.id, age: age)
    }
    var set: UInt32 = 0
    for name in rule.conditions {
      guard let place = conditions.firstIndex(of: name) else {
        throw .unknownCondition(rule: rule.id, condition: name)
      }
      set |= 1 << UInt32(place)
    }
    guard rule.atLeast >= 0, rule.atLeast <= set.nonzeroBitCount else {
      throw .impossibleCount(
        rule: rule.id, atLeast: rule.atLeast, named: set.nonzeroBitCount)
    }
    self.ages = ages.map { rule.ages.isEmpty || rule.ages.contains($0) }
    self.conditions = set
    atLeast = rule.atLeast
  }

  func fits(age: Int, conditions held: UInt32) -> Bool {
    ages[age] && (held & conditions).nonzeroBitCount >= atLeast
  }
}

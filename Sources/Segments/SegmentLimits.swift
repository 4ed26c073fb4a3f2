// SPDX-License-Identifier: Apache-2.0

/// The fewest and the most people that each segment can have, whatever the overlaps of registers.
///
/// Limits in the manner of Fréchet (1935) for people who have at least so many of several
/// conditions (Rüger, 1978): who has at least `k` of `m` still has at least `n` of those that are
/// left when `k - n` are crossed out, so such people are at most the sum of the others over `n`.
/// Rules above a segment take from it at most what they can have, and at least what they must. The
/// limits hold for every table with these margins; a narrower pair may exist.
struct SegmentLimits {
  let margins: RegisterMargins
  let rules: SegmentRules

  /// The limits by segment.
  var all: [ClosedRange<Int>] {
    let list = margins.list
    var low: [Int] = []
    var high: [Int] = []
    for (place, test) in rules.tests.enumerated() {
      let own = limits(test, ages: test.ages)
      var taken = 0
      var surely = 0
      for above in rules.tests[..<place] {
        let shared = zip(test.ages, above.ages).map { $0 && $1 }
        let other = limits(above, ages: shared)
        taken += other.upperBound
        surely = max(surely, other.lowerBound)
      }
      low.append(max(0, own.lowerBound - taken))
      high.append(min(own.upperBound, people(test.ages) - surely))
    }
    // All segments together are the list, so what some must have the others cannot.
    let most = high.reduce(0, +)
    let raised = low.indices.map { max(low[$0], list - (most - high[$0])) }
    let least = raised.reduce(0, +)
    return high.indices.map { place in
      raised[place]...max(raised[place], min(high[place], list - (least - raised[place])))
    }
  }

  /// People of some ages who fit a rule, whatever other rules say.
  private func limits(_ test: RuleTest, ages: [Bool]) -> ClosedRange<Int> {
    let people = people(ages)
    guard test.atLeast > 0 else { return people...people }
    var most: [Int] = []
    var spared: [Int] = []
    for condition in margins.registers.indices where test.conditions & 1 << UInt32(condition) != 0 {
      let inside = zip(ages, margins.canHave[condition]).map { $0 && $1 }
      let outside = zip(ages, margins.canHave[condition]).map { !$0 && $1 }
      most.append(min(margins.registers[condition], self.people(inside)))
      spared.append(people - max(0, margins.registers[condition] - self.people(outside)))
    }
    let upper = SegmentLimits.most(most, atLeast: test.atLeast, of: people)
    let lower =
      people
      - SegmentLimits.most(spared, atLeast: most.count - test.atLeast + 1, of: people)
    return lower...max(lower, upper)
  }

  private func people(_ ages: [Bool]) -> Int {
    zip(ages, margins.people).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
  }

  /// The most people who can be in at least so many of several groups.
  static func most(_ groups: [Int], atLeast: Int, of people: Int) -> Int {
    let sorted = groups.sorted()
    return (1...max(1, atLeast)).reduce(people) { least, size in
      let kept = sorted.prefix(sorted.count - atLeast + size)
      return min(least, kept.reduce(0, +) / size)
    }
  }
}

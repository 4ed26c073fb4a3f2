// SPDX-License-Identifier: Apache-2.0

/// A sign that something other than the usual variation is at work.
///
/// The four rules of the NHS programme "Making Data Count", with the definitions of its tools: each
/// is judged within a phase, and a point belongs to a rule when any run that it is in fulfils it.
public enum ControlRule: String, Sendable, CaseIterable {
  /// The point lies beyond a limit; one exactly on it does not.
  case outsideLimits = "outside-limits"
  /// Seven or more points in a row lie on one side of the mean; a point on the mean ends a run.
  case sevenOneSide = "seven-one-side"
  /// Seven or more points in a row rise, or fall; equal neighbours end a run.
  case sevenTrending = "seven-trending"
  /// Of three points in a row on one side of the mean, two or more lie in the outer third before a
  /// limit; the points that lie there are marked.
  case twoOfThreeNearLimit = "two-of-three-near-limit"

  /// The number of points in a run.
  public static let runLength = 7

  /// The rule in words.
  public var label: String {
    switch self {
    case .outsideLimits: "A point beyond a limit"
    case .sevenOneSide: "Seven or more points in a row on one side of the mean"
    case .sevenTrending: "Seven or more points in a row going the same way"
    case .twoOfThreeNearLimit: "Two of three points in a row near a limit"
    }
  }
}

/// Finds which rules each of the values of one phase fulfils.
struct ControlRuleFinder {
  private let values: [Double]
  private let limits: ControlLimits
  private var found: [Set<ControlRule>]

  private init(_ values: [Double], _ limits: ControlLimits) {
    self.values = values
    self.limits = limits
    found = Array(repeating: [], count: values.count)
  }

  /// The rules for each value, in the order in which they are listed.
  static func rules(of values: [Double], _ limits: ControlLimits) -> [[ControlRule]] {
    var finder = ControlRuleFinder(values, limits)
    finder.findOutside()
    finder.findRuns(values.map(limits.side), .sevenOneSide, points: { $0 })
    // Six steps the same way join seven points.
    let steps = zip(values, values.dropFirst()).map { $1 > $0 ? 1 : $1 < $0 ? -1 : 0 }
    finder.findRuns(steps, .sevenTrending, points: { $0.lowerBound..<($0.upperBound + 1) })
    finder.findNear()
    return finder.found.map { rules in ControlRule.allCases.filter(rules.contains) }
  }

  private mutating func findOutside() {
    for place in values.indices where limits.isOutside(values[place]) {
      found[place].insert(.outsideLimits)
    }
  }

  /// Marks the points of each run of equal signs other than zero that is long enough.
  private mutating func findRuns(
    _ signs: [Int], _ rule: ControlRule, points: (Range<Int>) -> Range<Int>
  ) {
    var start = 0
    while start < signs.count {
      var end = start + 1
      while end < signs.count, signs[end] == signs[start] { end += 1 }
      let run = points(start..<end)
      if signs[start] != 0, run.count >= ControlRule.runLength {
        for place in run { found[place].insert(rule) }
      }
      start = end
    }
  }

  private mutating func findNear() {
    guard values.count >= 3 else { return }
    for first in 0...(values.count - 3) {
      let three = first..<(first + 3)
      let sides = three.map { limits.side(values[$0]) }
      guard abs(sides.reduce(0, +)) == 3 else { continue }
      let near = three.filter { limits.isNear(values[$0]) }
      guard near.count >= 2 else { continue }
      for place in near { found[place].insert(.twoOfThreeNearLimit) }
    }
  }
}

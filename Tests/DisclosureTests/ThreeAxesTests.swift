// SPDX-License-Identifier: Apache-2.0

import Disclosure
import TestKit
import Testing

/// Somebody who tries every table of three axes: each figure that is shown bounds a sum of parts.
private struct SumAttacker {
  private var parts: [[String]]
  /// The parts of each figure, and between what their sum is.
  private var sums: [(members: [Int], range: ClosedRange<Int>)] = []
  private let most = 28

  init(_ figures: [SafeFigure], _ policy: DisclosurePolicy) {
    func names(_ figure: SafeFigure) -> [String] {
      [figure.key.place, figure.key.age, figure.key.group]
    }
    parts = figures.map(names).filter { !$0.contains("all") }
    for figure in figures {
      let members = parts.indices.filter { part in
        zip(parts[part], names(figure)).allSatisfy { $1 == "all" || $0 == $1 }
      }
      let range: ClosedRange<Int>
      switch figure.shown {
      case nil: range = 1...most * 8
      case 0: range = 0...0
      case let shown?: range = max(policy.limit, shown - 2)...(shown + 2)
      }
      sums.append((members, range))
    }
  }

  /// Whether a figure can have a value; nil when it takes too long to tell.
  func canBe(_ names: [String], _ value: Int) -> Bool? {
    guard let part = parts.firstIndex(of: names) else { return false }
    var limits = parts.indices.map { part in
      sums.filter { $0.members == [part] }.reduce(0...most) { $0.clamped(to: $1.range) }
    }
    guard limits[part].contains(value) else { return false }
    limits[part] = value...value
    var search = PartSearch(limits: limits, sums: sums.filter { $0.members.count > 1 })
    let isPossible = search.fill(0)
    return search.steps > PartSearch.mostSteps ? nil : isPossible
  }
}

/// Parts that are filled one by one within their limits and those of their sums.
private struct PartSearch {
  static let mostSteps = 50_000
  private(set) var steps = 0
  private let limits: [ClosedRange<Int>]
  /// By part: the sums that it is in, the least and most that parts after it add, and the range.
  private var bounds: [[(sum: Int, low: Int, high: Int)]]
  private var known: [Int]

  init(limits: [ClosedRange<Int>], sums: [(members: [Int], range: ClosedRange<Int>)]) {
    self.limits = limits
    known = sums.map { _ in 0 }
    bounds = limits.indices.map { part in
      sums.indices.filter { sums[$0].members.contains(part) }.map { sum in
        let rest = sums[sum].members.filter { $0 > part }
        return (
          sum, sums[sum].range.lowerBound - rest.reduce(0) { $0 + limits[$1].upperBound },
          sums[sum].range.upperBound - rest.reduce(0) { $0 + limits[$1].lowerBound }
        )
      }
    }
  }

  mutating func fill(_ part: Int) -> Bool {
    guard part < limits.count else { return true }
    steps += 1
    if steps > PartSearch.mostSteps { return false }
    var (low, high) = (limits[part].lowerBound, limits[part].upperBound)
    for bound in bounds[part] {
      low = max(low, bound.low - known[bound.sum])
      high = min(high, bound.high - known[bound.sum])
    }
    guard low <= high else { return false }
    for value in low...high {
      for bound in bounds[part] { known[bound.sum] += value }
      let isFilled = fill(part + 1)
      for bound in bounds[part] { known[bound.sum] -= value }
      if isFilled { return true }
    }
    return false
  }
}

@Suite struct `Tables of three axes` {
  @Test(arguments: 0..<20)
  func `leave seven values for every small count to somebody who tries them all`(
    _ seed: Int
  ) throws {
    var draws = SeededDraws(seed: 5_000 + seed)
    var sums: [[String]: Int] = [:]
    var small: [[String]] = []
    for place in ["p", "q"] {
      for age in ["old", "young"] {
        for group in ["g", "h"] {
          let value = draws.unit() < 0.35 ? draws.whole(1...7) : draws.whole(8...18)
          if value < 8 { small.append([place, age, group]) }
          for p in [place, "all"] {
            for a in [age, "all"] {
              for g in [group, "all"] { sums[[p, a, g], default: 0] += value }
            }
          }
        }
      }
    }
    let cells = sums.map { names, value in
      UnsafeCell(
        table: "t",
        key: CellKey(
          period: "2016", place: names[0], age: names[1], group: names[2], measure: "people"),
        value: value, people: value)
    }
    let policy = DisclosurePolicy.strict.withoutMinimum
    let decision = try DisclosureDecision(cells, policy: policy)
    guard decision.withheld.isEmpty else { return }
    let attacker = SumAttacker(decision.figures, policy)
    var decided = 0
    for names in small {
      let answers = (1...16).map { attacker.canBe(names, $0) }
      #expect(answers.count { $0 != false } >= 7)
      decided += answers.count { $0 == true }
    }
    #expect(small.isEmpty || decided > 0)
  }
}

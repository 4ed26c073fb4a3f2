// SPDX-License-Identifier: Apache-2.0

import ProcessControl
import Testing

/// A chart of values, all counted.
func chart(
  _ values: [Double], better: BetterDirection = .higher, target: Double? = nil,
  rebasedAt: [Int] = [], screens: Bool = false, minimum: Int = 8
) throws -> ControlChart {
  try ControlChart(
    ControlSeries(
      values.map { ControlSeries.Place($0) }, better: better, target: target,
      rebasedAt: rebasedAt, screensRanges: screens, minimumPoints: minimum))
}

extension ControlChart {
  /// The places at which a rule is fulfilled.
  func places(_ rule: ControlRule) -> [Int] {
    points.indices.filter { points[$0].rules.contains(rule) }
  }

  var hasSpecialCause: Bool { points.contains { !$0.rules.isEmpty } }
}

/// 10 and 12 in turn: mean 11, every moving range 2.
let steady: [Double] = (0..<12).map { $0.isMultiple(of: 2) ? 10 : 12 }

@Suite struct `Limits of a control chart` {
  @Test func `lie 2.66 mean moving ranges from the mean`() throws {
    let limits = try #require(try chart(steady).latest)
    #expect(limits.mean == 11 && limits.meanMovingRange == 2)
    #expect(abs(limits.upper - 16.32) < 1e-12 && abs(limits.lower - 5.68) < 1e-12)
    #expect(abs(limits.nearUpper - (11 + 2 * 5.32 / 3)) < 1e-12)
    #expect(abs(limits.upperRangeLimit - 6.534) < 1e-12)
    #expect(abs(3 / 1.128 - ControlLimits.factor) < 0.001)
  }

  @Test func `leave out moving ranges above their own limit, when that is asked`() throws {
    // Ranges: ten of 2 and two of 28; their mean is 76 / 12, its limit 20.69.
    let values: [Double] = [10, 12, 10, 12, 10, 12, 40, 12, 10, 12, 10, 12, 10]
    let plain = try #require(try chart(values).latest)
    #expect(abs(plain.meanMovingRange - 76.0 / 12) < 1e-12 && plain.rangesLeftOut == 0)
    let screened = try #require(try chart(values, screens: true).latest)
    #expect(screened.meanMovingRange == 2 && screened.rangesLeftOut == 2)
    #expect(abs(screened.mean - 172.0 / 13) < 1e-12)
  }

  @Test func `need a stated number of points`() throws {
    let few = try chart(Array(steady.prefix(7)), target: 20)
    #expect(few.latest == nil && few.variation == .tooFewPoints)
    #expect(few.assurance == .tooFewPoints && few.points.allSatisfy { $0.cause == .unjudged })
    #expect(try chart(Array(steady.prefix(8))).latest != nil)
    #expect(try chart([]).variation == .tooFewPoints)
  }

  @Test func `of equal values find nothing special`() throws {
    // Twelve tenths do not add up to exactly 1.2.
    let level = try chart(Array(repeating: 0.1, count: 12))
    #expect(!level.hasSpecialCause && level.variation == .common)
  }

  @Test(arguments: [-1000.0, 0.5, 3000])
  func `move with the values`(shift: Double) throws {
    let values: [Double] = [3, 8, 2, 9, 4, 4, 5, 6, 7, 8, 9, 30, 2, 1, 2, 1]
    let one = try chart(values)
    let other = try chart(values.map { $0 * 2 + shift })
    #expect(one.points.map(\.rules) == other.points.map(\.rules))
  }
}

@Suite struct `Rules of a control chart` {
  @Test func `a point on the limit is not beyond it, and a hair more is`() throws {
    // Mean 0 and mean moving range 1, so that the first value lies exactly on the upper limit.
    let p = 3.02 / 21
    let q = (-2.66 - 6 * p) / 5
    var values = [2.66] + (0..<11).map { $0.isMultiple(of: 2) ? p : q }
    let on = try chart(values)
    let limits = try #require(on.latest)
    #expect(abs(limits.mean) < 1e-12 && abs(limits.meanMovingRange - 1) < 1e-12)
    #expect(on.places(.outsideLimits).isEmpty)
    values[0] += 0.001
    #expect(try chart(values).places(.outsideLimits) == [0])
  }

  @Test func `seven points on one side are a shift, six are not`() throws {
    let seven = try chart([11, 12, 11, 12, 11, 12, 11, 9, 8, 9, 8, 9, 8, 9])
    #expect(seven.latest?.mean == 10 && seven.places(.sevenOneSide) == Array(0..<14))
    // A point on the mean ends a run.
    let six = try chart([11, 12, 11, 12, 11, 12, 10, 9, 8, 9, 8, 9, 8, 10])
    #expect(six.latest?.mean == 10 && six.places(.sevenOneSide).isEmpty)
  }

  @Test func `seven points going the same way are a trend, six are not`() throws {
    let seven = try chart([5, 6, 5, 6, 5, 6, 7, 8, 9, 10, 11])
    #expect(seven.places(.sevenTrending) == Array(4...10))
    let six = try chart([5, 6, 5, 6, 5, 6, 7, 8, 9, 10, 10])
    #expect(six.places(.sevenTrending).isEmpty)
    let falling = try chart([5, 4, 5, 4, 5, 4, 3, 2, 1, 0, -1])
    #expect(falling.places(.sevenTrending) == Array(4...10))
  }

  @Test func `two of three near a limit count on one side of the mean only`() throws {
    // 29 ranges that add up to 15.4: limits ±1.4126, near from ±0.9417.
    let calm = (0..<10).map { $0.isMultiple(of: 2) ? 0.1 : -0.1 }
    let middle = [-0.1, 0.1, -0.1, 0.1]
    let near = try chart(calm + [1.4, 0.1, 1.4] + middle + [-1.4, -0.1, -1.4] + calm)
    #expect(abs((near.latest?.upper ?? 0) - 2.66 * 15.4 / 29) < 1e-9)
    #expect(near.places(.twoOfThreeNearLimit) == [10, 12, 17, 19])
    let crossing = try chart(calm + [1.4, -0.1, 1.4] + middle + [-1.4, 0.1, -1.4] + calm)
    #expect(crossing.places(.twoOfThreeNearLimit).isEmpty && !crossing.hasSpecialCause)
  }
}

@Suite struct `Verdicts of a control chart` {
  @Test(arguments: [
    (BetterDirection.higher, ControlChart.Variation.improving),
    (.lower, .concerning), (.neither, .high),
  ])
  func `depend on which way is better`(
    better: BetterDirection, expected: ControlChart.Variation
  ) throws {
    #expect(try chart(steady + [30], better: better).variation == expected)
    #expect(try chart(steady, better: better).variation == .common)
  }

  @Test func `say whether usual variation reaches the target`() throws {
    let cases: [(BetterDirection, Double, ControlChart.Assurance)] = [
      (.higher, 17, .consistentlyFails), (.higher, 5, .consistentlyHits),
      (.higher, 16.32, .hitAndMiss), (.lower, 17, .consistentlyHits),
      (.lower, 5, .consistentlyFails), (.lower, 11, .hitAndMiss), (.neither, 11, .noTarget),
    ]
    for (better, target, expected) in cases {
      #expect(try chart(steady, better: better, target: target).assurance == expected)
    }
    #expect(try chart(steady).assurance == .noTarget)
  }

  @Test func `come from the latest phase, which has limits of its own`() throws {
    let values = steady + steady.map { $0 + 20 }
    let whole = try chart(values)
    #expect(whole.hasSpecialCause)
    let rebased = try chart(values, target: 25, rebasedAt: [12])
    #expect(!rebased.hasSpecialCause && rebased.phases.map(\.count) == [12, 12])
    #expect(rebased.phases.map { $0.limits?.mean } == [11, 31])
    #expect(rebased.assurance == .consistentlyHits && rebased.points[12].movingRange == nil)
    let early = try chart(values, rebasedAt: [20])
    #expect(early.variation == .tooFewPoints)
  }

  @Test func `pass over missing and ghosted places`() throws {
    var places = steady.map { ControlSeries.Place($0) }
    places.insert(ControlSeries.Place(nil), at: 3)
    places.insert(ControlSeries.Place(90, isGhosted: true), at: 8)
    let made = try ControlChart(
      ControlSeries(places, better: .higher, screensRanges: false, minimumPoints: 12))
    #expect(made.latest?.mean == 11 && made.latest?.meanMovingRange == 2)
    #expect(made.points[3].cause == .missing && made.points[8].cause == .ghosted)
    #expect(made.points[4].movingRange == 2 && made.points[8].value == 90)
  }
}

@Suite struct `A control chart refuses` {
  @Test func `what is no number and what is no place, and says what to do`() {
    #expect(throws: ProcessControlError.self) { try chart([1, .nan]) }
    #expect(throws: ProcessControlError.self) { try chart(steady, target: .infinity) }
    #expect(throws: ProcessControlError.self) { try chart(steady, rebasedAt: [12]) }
    #expect(throws: ProcessControlError.self) { try chart(steady, minimum: 1) }
  }
}

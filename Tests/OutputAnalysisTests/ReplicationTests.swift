// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import Testing

@Suite struct `Replications by Hoad, Robinson and Davies` {
  // Half of the interval over the mean, worked out with SciPy: 0.101 at 6, 0.085 at 7, falling on.
  private let values = [
    10, 12, 9, 11, 10.5, 10.2, 9.8, 10.1, 10.3, 9.9, 10.4, 10.0, 9.7, 10.6, 10.1,
  ]

  @Test func `stop five after precision was reached`() throws {
    var rule = ReplicationRule(precision: 0.1)
    var stopped: Int?
    for value in values {
      rule.add(value)
      if rule.isSatisfied, stopped == nil { stopped = rule.count }
    }
    #expect(rule.reachedAt == 7)
    #expect(stopped == 12)
    #expect(abs(rule.relativeHalfWidth! - 0.03597743572516982) < 1e-12)
  }

  @Test func `begin again when precision does not last`() {
    var rule = ReplicationRule(precision: 0.1)
    for value in [10, 10.1, 9.9, 10, 30] { rule.add(value) }
    #expect(rule.reachedAt == nil)
    #expect(!rule.isSatisfied)
    // The last look ahead counts too.
    var late = ReplicationRule(precision: 0.1)
    for value in [10, 10.1, 9.9, 10, 10, 10, 10, 50] { late.add(value) }
    #expect(late.reachedAt == nil)
  }

  @Test func `look further ahead above a hundred`() {
    #expect(ReplicationRule.lookAhead(from: 3) == 5)
    #expect(ReplicationRule.lookAhead(from: 100) == 5)
    #expect(ReplicationRule.lookAhead(from: 120) == 6)
    #expect(ReplicationRule.lookAhead(from: 400) == 20)
  }

  @Test func `a measure that is always nothing is precise`() {
    var rule = ReplicationRule(precision: 0.05)
    for _ in 0..<8 { rule.add(0) }
    #expect(rule.isSatisfied)
  }

  @Test func `several measures wait for the last`() {
    var plan = ReplicationPlan(measures: 2, precision: 0.1, most: 15)
    var asked = 0
    while !plan.isDone {
      asked += 1
      #expect(plan.next > 0)
      plan.add([1, values[plan.count]])
    }
    #expect(plan.count == 12 && plan.isPrecise)
    #expect(plan.next == 0)
  }

  @Test func `the limit stops what is never precise`() {
    var plan = ReplicationPlan(measures: 1, precision: 0.001, most: 10)
    while !plan.isDone { plan.add([values[plan.count]]) }
    #expect(plan.count == 10 && !plan.isPrecise)
    var nothing = ReplicationPlan(measures: 1, precision: 0.1, most: 10)
    while !nothing.isDone { nothing.add([nil]) }
    #expect(!nothing.isPrecise)
  }
}

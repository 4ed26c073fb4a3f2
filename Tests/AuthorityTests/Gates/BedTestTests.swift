// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

@Suite struct `The bed test` {
  private func closing(_ change: (inout BedTest) -> Void) -> BedTest {
    var test = BedTest()
    test.closesManyBeds = true
    change(&test)
    return test
  }

  @Test func `does not arise when no significant number of beds closes`() {
    var test = BedTest()
    test.closesManyBeds = false

    #expect(test.result == .doesNotArise)
  }

  @Test func `is open while nothing is said`() {
    #expect(BedTest().result == .open)
    #expect(closing { _ in }.result == .open)
  }

  @Test func `the first condition needs the provision and its workforce`() {
    #expect(closing { $0.hasProvisionInTime = true }.result == .open)
    let both = closing { ($0.hasProvisionInTime, $0.hasWorkforce) = (true, true) }
    #expect(both.result == .met([.provision]))
  }

  @Test func `the second condition is enough alone`() {
    let test = closing {
      $0.newTreatmentReducesAdmissions = true
      ($0.hasProvisionInTime, $0.isBelowNationalAverage) = (false, false)
    }

    #expect(test.result == .met([.treatment]))
  }

  @Test func `the third condition needs both the lower efficiency and the plan`() {
    #expect(closing { $0.hasCrediblePlan = true }.result == .open)
    let both = closing { ($0.isBelowNationalAverage, $0.hasCrediblePlan) = (true, true) }
    #expect(both.result == .met([.efficiency]))
  }

  @Test func `fails when each condition has a part that does not hold`() {
    let test = closing {
      ($0.hasProvisionInTime, $0.hasWorkforce) = (true, false)
      $0.newTreatmentReducesAdmissions = false
      ($0.isBelowNationalAverage, $0.hasCrediblePlan) = (false, true)
    }

    #expect(test.result == .failed)
  }

  @Test func `names every condition that is met`() {
    let test = closing {
      ($0.hasProvisionInTime, $0.hasWorkforce) = (true, true)
      $0.newTreatmentReducesAdmissions = true
      ($0.isBelowNationalAverage, $0.hasCrediblePlan) = (true, true)
    }

    #expect(test.result == .met(BedTest.Condition.allCases))
  }

  /// All 3⁶ states of its six parts, against a checklist with the same conditions.
  @Test func `agrees with a checklist of the same conditions in every case`() throws {
    let ladder = try GateLadder([Gate(id: "tests", criteria: Self.checklist)])
    for number in 0..<729 {
      var rest = number
      let said = (0..<6).map { _ -> Bool? in
        defer { rest /= 3 }
        return [nil, true, false][rest % 3]
      }
      var test = BedTest()
      test.closesManyBeds = said[0].map { !$0 }
      (test.hasProvisionInTime, test.hasWorkforce) = (said[1], said[2])
      test.newTreatmentReducesAdmissions = said[3]
      (test.isBelowNationalAverage, test.hasCrediblePlan) = (said[4], said[5])
      let findings = zip(Self.checklist, said).compactMap { criterion, said in
        said.map {
          GateFinding(
            gate: "tests", criterion: criterion.id, verdict: $0 ? .met : .notMet, day: 1)
        }
      }
      let standing = ladder.standings(on: 1, dossier: GateDossier(findings: findings))[0]
      let passes =
        switch test.result {
        case .doesNotArise, .met: true
        case .failed, .open: false
        }
      #expect(standing.missing.isEmpty == passes, "case \(number)")
    }
  }

  private static let checklist = [
    ("none", "not-arising"), ("provision", "a"), ("workforce", "a"), ("treatment", "b"),
    ("average", "c"), ("plan", "c"),
  ].map { id, condition in
    GateCriterion(
      id: id, owner: "Trust",
      alternative: GateAlternative(test: "bed-test", condition: condition))
  }
}

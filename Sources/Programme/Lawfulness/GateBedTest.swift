// SPDX-License-Identifier: Apache-2.0

public import Authority

extension GateStatusView {
  /// The bed test of this gate as its checklist stands; nil when the checklist does not have it.
  ///
  /// A part that is met holds, one that is found partly or not met does not, and one without a
  /// verdict, or whose verdict has run out, has not been said.
  public var bedTest: BedTest? {
    let parts = Dictionary(
      grouping: criteria.filter { $0.definition.criterion.alternative?.test == "bed-test" },
      by: { $0.definition.criterion.alternative?.condition ?? "" }
    ).mapValues { $0.map { Self.said($0.state) } }
    guard let none = parts["not-arising"], none.count == 1,
      let provision = parts[BedTest.Condition.provision.rawValue], provision.count == 2,
      let treatment = parts[BedTest.Condition.treatment.rawValue], treatment.count == 1,
      let efficiency = parts[BedTest.Condition.efficiency.rawValue], efficiency.count == 2
    else { return nil }
    var test = BedTest()
    test.closesManyBeds = none[0].map { !$0 }
    (test.hasProvisionInTime, test.hasWorkforce) = (provision[0], provision[1])
    test.newTreatmentReducesAdmissions = treatment[0]
    (test.isBelowNationalAverage, test.hasCrediblePlan) = (efficiency[0], efficiency[1])
    return test
  }

  private static func said(_ state: GateCriterionState) -> Bool? {
    switch state {
    case .met: true
    case .partly, .notMet: false
    case .notApplicable, .expired, .unsupported, .unjudged: nil
    }
  }
}

extension GateWords {
  /// What the bed test comes to.
  public static func bedTest(_ result: BedTest.Result) -> String {
    switch result {
    case .doesNotArise:
      return "The bed test does not arise: no significant number of hospital beds closes."
    case .met(let conditions):
      let words = conditions.map { condition($0.rawValue) }.joined(separator: "; ")
      return "The bed test is met, by: \(words). Any one condition is enough."
    case .failed: return "The bed test is not met: each condition has a part that does not hold."
    case .open:
      return "The bed test is open. Any one of three conditions is enough: enough other care in "
        + "place, alongside or ahead, with the staff for it; specific new treatments that reduce "
        + "specific admissions; or beds used less efficiently than the national average, with a "
        + "credible plan."
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension InputCheck {
  mutating func checkGrowth() {
    checkIDs(inputs.growth.map(\.id), "growth factor") { .growth($0) }
    for (index, factor) in inputs.growth.enumerated() {
      let name = "growth factor “\(factor.id)”"
      let subject = DemandProblem.Subject.growth(index)
      checkAges(factor.scope, subject, name)
      checkParameter(factor.amount, factor.range, .amountOutside, subject, name, "an amount")
      checkRamp(factor.ramp, subject, name)
      checkYears(factor.from, factor.to, subject, name)
      checkGain(factor, subject, name)
    }
  }

  mutating func checkMitigators() {
    checkIDs(inputs.mitigators.map(\.id), "mitigator") { .mitigator($0) }
    for (index, mitigator) in inputs.mitigators.enumerated() {
      let name = "mitigator “\(mitigator.id)”"
      let subject = DemandProblem.Subject.mitigator(index)
      checkAges(mitigator.scope, subject, name)
      checkParameter(mitigator.reach, 0...1, .rateOutside, subject, name, "a reach")
      checkParameter(mitigator.effect, 0...1, .rateOutside, subject, name, "an effect")
      checkRamp(mitigator.ramp, subject, name)
      checkYears(mitigator.from, nil, subject, name)
      checkUnits(mitigator, subject, name)
    }
  }

  private mutating func checkAges(
    _ scope: ActivityScope, _ subject: DemandProblem.Subject, _ name: String
  ) {
    guard let first = scope.ageFrom, let last = scope.ageTo, last < first else { return }
    note(
      subject, name, .agesOutOfOrder, found: "ages \(first) to \(last)",
      expected: "the first age before the last", advice: "Correct the ages.")
  }

  /// A stated number has to be in its range; an input has to be there, with a scale that is a number.
  private mutating func checkParameter(
    _ parameter: Parameter, _ range: ClosedRange<Double>, _ kind: DemandProblem.Kind,
    _ subject: DemandProblem.Subject, _ name: String, _ what: String
  ) {
    switch parameter {
    case .number(let number):
      if range.contains(number) { return }
      note(
        subject, name, kind, found: "\(what) of \(number)",
        expected: "\(range.lowerBound) to \(range.upperBound), as a share",
        advice: "A per cent is a share once it is divided by 100; correct the value.")
    case .input(let index, let scale, let offset):
      if !(0..<max(inputs.inputCount, 0)).contains(index) {
        note(
          subject, name, .unknownInput, found: "\(what) that is input \(index)",
          expected: "one of the \(inputs.inputCount) inputs, counted from 0",
          advice: "Add the input or correct the position.")
      }
      if !scale.isFinite || !offset.isFinite {
        note(
          subject, name, .impossibleNumber, found: "\(what) of \(scale) × input + \(offset)",
          expected: "numbers", advice: "Correct the scale and the offset.")
      }
    }
  }

  private mutating func checkRamp(
    _ ramp: [Double], _ subject: DemandProblem.Subject, _ name: String
  ) {
    guard let wrong = ramp.first(where: { !($0 >= 0 && $0 <= 1) }) else { return }
    note(
      subject, name, .rateOutside, found: "a ramp share of \(wrong)", expected: "0 to 1",
      advice: "Give the share of the whole effect that works in each year.")
  }

  private mutating func checkYears(
    _ from: Int?, _ to: Int?, _ subject: DemandProblem.Subject, _ name: String
  ) {
    if let from, let to, to < from {
      note(
        subject, name, .years, found: "\(from) to \(to)",
        expected: "the first year before the last",
        advice: "Correct one of the two years.")
    } else if let from, from > inputs.lastYear {
      note(
        subject, name, .years, found: "a start in \(from)",
        expected: "\(inputs.lastYear), the last year, or earlier",
        advice: "Choose a longer horizon, correct the year, or take it out.")
    } else if let from, from < inputs.baseYear {
      note(
        subject, name, .years, found: "a start in \(from)",
        expected: "\(inputs.baseYear), the base year, or later",
        advice: "What happened before the base year is in its activity; correct the year.")
    } else if let to, to < inputs.baseYear {
      note(
        subject, name, .years, found: "an end in \(to)",
        expected: "\(inputs.baseYear), the base year, or later", advice: "Correct the year.")
    }
  }

  private mutating func checkGain(
    _ factor: GrowthFactor, _ subject: DemandProblem.Subject, _ name: String
  ) {
    guard let gain = factor.lifeExpectancyGain else { return }
    let years = inputs.lastYear - inputs.baseYear + 1
    let isRight =
      factor.kind == .healthStatus && gain.count == years
      && gain.allSatisfy { abs($0) <= HealthStatus.limit }
    if isRight { return }
    note(
      subject, name, .lifeExpectancy, found: "\(gain.count) gains of life expectancy",
      expected: "\(years), one for each year from the base year, for health status only, each at "
        + "most \(HealthStatus.limit) years",
      advice: "Give the gain since the base year for each year.")
  }

  private mutating func checkUnits(
    _ mitigator: Mitigator, _ subject: DemandProblem.Subject, _ name: String
  ) {
    for number in [mitigator.unitsPerUnit, mitigator.bedDaysPerBedDay ?? 0]
    where !(number >= 0 && number <= 1e6) {
      note(
        subject, name, .impossibleNumber, found: "\(number) for each one that moves",
        expected: "a number from 0 up", advice: "Correct the number.")
    }
    if mitigator.needsDestination, mitigator.toService == nil {
      note(
        subject, name, .noDestination, found: "no service to move to",
        expected: "a destination, because it is a \(mitigator.kind.rawValue)",
        advice: "Name the service that takes the activity.")
    }
    if mitigator.kind == .avoidance, let destination = mitigator.toService {
      note(
        subject, name, .destinationNotUsed, found: "the destination “\(destination)”",
        expected: "none, because what is avoided goes nowhere",
        advice: "Make it a move, or take the destination out.")
    }
  }
}

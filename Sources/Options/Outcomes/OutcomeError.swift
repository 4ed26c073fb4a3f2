// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the parameters of an outcome model or with what it is asked.
public enum OutcomeError: Error, Equatable, Sendable {
  /// A probability that must lie between 0 and 1, ends excluded, doesn't.
  case notAProbability(String, Double)
  /// A share is below 0, above 1 or not a number.
  case shareOutsideZeroToOne(String, Double)
  /// Shares of one whole sum to more than 1, or to less when they must fill it.
  case sharesDoNotFit(String, sum: Double)
  /// A number that must be finite and zero or more is not.
  case notZeroOrMore(String, Double)
  /// A number that must be finite and above zero is not.
  case notPositive(String, Double)
  /// A number that must be finite is not.
  case notFinite(String, Double)
  /// The probability with treatment at onset is below the one without treatment.
  case treatmentDoesHarmAtOnset(untreated: Double, atOnset: Double)
  /// Treatment is allowed after the time at which its effect is not known.
  case allowedBeyondEffect(latest: Double, noEffect: Double)
  /// A scale has a wrong number of levels.
  case wrongNumberOfLevels(String, found: Int, expected: Int)
  /// Cumulative probabilities fall from one level to the next.
  case cumulativeFalls(level: Int)
  /// Some journeys take less than no time.
  case negativeTravel(minutes: Double)
  /// The benefit of a set of journeys is not a finite number, as some have no route.
  case benefitNotFinite
}

extension OutcomeError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .notAProbability(let name, let value):
      "\(name) is \(value): give a number above 0 and below 1"
    case .shareOutsideZeroToOne(let name, let value):
      "\(name) is \(value): give a share from 0 to 1"
    case .sharesDoNotFit(let name, let sum): "\(name) sum to \(sum): make them parts of one whole"
    case .notZeroOrMore(let name, let value):
      "\(name) is \(value): give a finite number of zero or more"
    case .notPositive(let name, let value): "\(name) is \(value): give a finite number above zero"
    case .notFinite(let name, let value): "\(name) is \(value): give a finite number"
    case .treatmentDoesHarmAtOnset(let untreated, let atOnset):
      "treatment at onset gives \(atOnset), below \(untreated) without it: check which is which"
    case .allowedBeyondEffect(let latest, let noEffect):
      "treatment is allowed until \(latest) minutes but its effect is known to \(noEffect) only"
    case .wrongNumberOfLevels(let name, let found, let expected):
      "\(name) has \(found) levels: give \(expected)"
    case .cumulativeFalls(let level):
      "the cumulative probability falls at level \(level): give the chance of this level or better"
    case .negativeTravel(let minutes): "a journey takes \(minutes) minutes: give zero or more"
    case .benefitNotFinite:
      "the benefit is not finite: leave out people without a route, or use a model with a limit"
    }
  }
}

/// Checks shared by the models, each naming the parameter in the error.
enum OutcomeCheck {
  static func zeroOrMore(_ name: String, _ value: Double) throws(OutcomeError) {
    guard value >= 0 && value.isFinite else { throw .notZeroOrMore(name, value) }
  }

  static func positive(_ name: String, _ value: Double) throws(OutcomeError) {
    guard value > 0 && value.isFinite else { throw .notPositive(name, value) }
  }

  static func finite(_ name: String, _ value: Double) throws(OutcomeError) {
    guard value.isFinite else { throw .notFinite(name, value) }
  }

  static func share(_ name: String, _ value: Double) throws(OutcomeError) {
    guard value >= 0 && value <= 1 else { throw .shareOutsideZeroToOne(name, value) }
  }

  static func probability(_ name: String, _ value: Double) throws(OutcomeError) {
    guard value > 0 && value < 1 else { throw .notAProbability(name, value) }
  }
}

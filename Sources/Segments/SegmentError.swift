// SPDX-License-Identifier: Apache-2.0

/// What keeps people from being put into segments.
public enum SegmentError: Error, Hashable, Sendable {
  /// There is no rule.
  case noRules
  /// Two rules have the same id.
  case ruleTwice(String)
  /// A rule names a band of age that does not exist.
  case unknownAge(rule: String, age: String)
  /// A rule names a condition that does not exist.
  case unknownCondition(rule: String, condition: String)
  /// A rule asks for more conditions than it names, or for fewer than none.
  case impossibleCount(rule: String, atLeast: Int, named: Int)
  /// Rules above it take everybody whom a rule would take.
  case neverReached(rule: String)
  /// No rule takes people of this age with these conditions.
  case fallsThrough(age: String, conditions: [String])
  /// More conditions than sets of them can be listed for.
  case tooManyConditions(count: Int, most: Int)
  /// A number of people or pounds below zero, or as many numbers as there should not be.
  case impossibleNumber(place: String, what: String, value: String)
  /// More people on a register than on the list.
  case registerAboveList(place: String, condition: String, register: Int, list: Int)
  /// More people on a register than people of an age that can have the condition.
  case registerAboveEligible(place: String, condition: String, register: Int, eligible: Int)
  /// The cells of a place do not add up to its list, whatever the small counts are.
  case listDoesNotSum(place: String, list: Int, least: Int, most: Int)
  /// An association between conditions that the fit cannot hold.
  case associationOutOfRange(Double)
}

extension SegmentError: CustomStringConvertible {
  /// What is wrong, in a sentence without its full stop.
  public var description: String {
    switch self {
    case .noRules: "there is no rule"
    case .ruleTwice(let rule): "the rule “\(rule)” twice"
    case .unknownAge(let rule, let age): "the band of age “\(age)” in the rule “\(rule)”"
    case .unknownCondition(let rule, let condition):
      "the condition “\(condition)” in the rule “\(rule)”"
    case .impossibleCount(let rule, let atLeast, let named):
      "the rule “\(rule)” asks for \(atLeast) of \(named) conditions"
    case .neverReached(let rule):
      "nobody can fall into “\(rule)”: rules above it take everybody"
    case .fallsThrough(let age, let conditions):
      "no rule takes people of age “\(age)” with "
        + (conditions.isEmpty ? "no condition" : conditions.joined(separator: ", "))
    case .tooManyConditions(let count, let most):
      "\(count) conditions, and at most \(most) can be combined"
    case .impossibleNumber(let place, let what, let value): "\(value) \(what) in “\(place)”"
    case .registerAboveList(let place, let condition, let register, let list):
      "\(register) people with “\(condition)” in “\(place)”, whose list has \(list)"
    case .registerAboveEligible(let place, let condition, let register, let eligible):
      "\(register) people with “\(condition)” in “\(place)”, where \(eligible) are of an age to have "
        + "it"
    case .listDoesNotSum(let place, let list, let least, let most):
      "a list of \(list) in “\(place)”, whose cells add up to "
        + (least == most ? "\(least)" : "\(least) to \(most)")
    case .associationOutOfRange(let value): "an association of \(value)"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Segments

/// Complaints of the engine with the row of a table that each is about.
enum SegmentProblem {
  /// A complaint about rules.
  static func ofRule(
    _ error: SegmentError, _ rules: [SegmentRuleRow], file: String = "local-care/segments.csv"
  ) -> Violation {
    let (rule, column): (String?, String) =
      switch error {
      case .unknownAge(let rule, _): (rule, "ages")
      case .unknownCondition(let rule, _): (rule, "conditions")
      case .impossibleCount(let rule, _, _): (rule, "at_least")
      case .neverReached(let rule), .ruleTwice(let rule): (rule, "id")
      default: (nil, "id")
      }
    return Violation(
      file: file, row: rules.last { $0.id == rule }?.row, column: column,
      found: error.description, expected: expected(error), advice: advice(error))
  }

  /// A complaint about the registers of a locality.
  static func ofRegister(
    _ error: SegmentError, _ registers: [ConditionRegisterRow], _ list: RegisterListRow
  ) -> Violation {
    let condition: String? =
      switch error {
      case .registerAboveList(_, let condition, _, _): condition
      case .registerAboveEligible(_, let condition, _, _): condition
      default: nil
      }
    let row = registers.first { $0.condition == condition }?.row
    return Violation(
      file: row == nil ? "local-care/register_lists.csv" : "local-care/register_counts.csv",
      row: row ?? list.row, column: "people", found: error.description,
      expected: expected(error), advice: advice(error))
  }

  /// What ought to be there.
  static func expected(_ error: SegmentError) -> String {
    switch error {
    case .noRules: "at least one rule"
    case .unknownAge: "a band of age that exists"
    case .unknownCondition: "a condition that exists"
    case .fallsThrough: "rules that take everybody"
    case .neverReached: "a rule that somebody can be the first to fit"
    case .listDoesNotSum: "cells that add up to the list"
    case .registerAboveList: "a register no larger than the list"
    case .registerAboveEligible: "a register no larger than the people of an age to be on it"
    case .associationOutOfRange:
      "\(RegisterSeed.associations.lowerBound) to \(RegisterSeed.associations.upperBound)"
    case .ruleTwice, .impossibleCount, .tooManyConditions, .impossibleNumber:
      "rules and numbers that can be"
    }
  }

  /// What to do about it.
  static func advice(_ error: SegmentError) -> String {
    switch error {
    case .fallsThrough, .noRules:
      "End with a rule without ages and conditions: it takes everybody who is left."
    case .neverReached: "Move the rule up, or take it away."
    case .listDoesNotSum: "Correct the list, or add the cells that are missing."
    case .registerAboveList, .registerAboveEligible:
      "Check that list and register are of the same practices and day, and the ages of the "
        + "condition."
    case .tooManyConditions: "Count only conditions that rules name."
    default: "Correct it."
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension DemandProblem {
  static func tooManyWays(_ service: Int, _ name: String) -> DemandProblem {
    DemandProblem(
      .service(service), "service “\(name)”", .tooManyWays,
      found: "more than \(PlanOrder.wayLimit) ways of its activity through the mitigators",
      expected: "fewer", advice: "Join mitigators that follow each other, or narrow their scopes.")
  }

  static func tooFewValues(_ found: Int, _ expected: Int) -> DemandProblem {
    DemandProblem(
      .run, "the run", .tooFewValues, found: "\(found) values", expected: "at least \(expected)",
      advice: "Give a value for each uncertain input.")
  }

  static func unknownVariant(_ found: Int, _ count: Int) -> DemandProblem {
    DemandProblem(
      .run, "the run", .unknownElement, found: "population variant \(found)",
      expected: "0 to \(count - 1)", advice: "Count the variants from 0.")
  }

  static func valueNotANumber(_ index: Int, _ value: Double) -> DemandProblem {
    DemandProblem(
      .run, "the run", .impossibleNumber, found: "\(value) as value \(index)",
      expected: "a number", advice: "Draw every input from a distribution with finite values.")
  }

  static func unknown(_ what: String, expected: String) -> DemandProblem {
    DemandProblem(
      .question, "the question", .unknownElement, found: what, expected: expected,
      advice: "Correct the question.")
  }
}

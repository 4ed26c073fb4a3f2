// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage
import Projection
import Releases
import Simulation

/// Reads a plan and reports everything that is wrong with it.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a plan folder, or a release, and report every problem at once.",
    discussion: "Exits with 0 when there is none and with 1 otherwise.")

  @OptionGroup var plan: PlanArgument
  @OptionGroup var output: JSONFlag

  func run() throws {
    let violations = problems()
    if output.json {
      Terminal.write(try JSONEncoder.readable(violations.map(ViolationDocument.init)))
    } else {
      for violation in violations { Terminal.print(violation.description) }
    }
    guard violations.isEmpty else {
      Terminal.say(Terminal.counted(violations.count, "problem", "problems") + ".")
      throw ExitCode.failure
    }
    Terminal.say("No problems.")
  }

  private func problems() -> [Violation] {
    if ReleaseFolder.isRelease(plan.plan) { return ReleaseFolder.violations(plan.plan) }
    do {
      let reader = try plan.reader()
      let assessment = try Assessment(reader)
      var violations = modelProblems(assessment)
      for scenario in assessment.plan.scenarios {
        do {
          let changed = try Assessment(reader, scenario: scenario.id)
          // What is wrong with the plan itself need not be said for every scenario again.
          if violations.isEmpty { violations += modelProblems(changed) }
        } catch {
          violations += error.violations
        }
      }
      return violations
    } catch let error as PlanError {
      return error.violations
    } catch {
      return [
        Violation(
          file: plan.plan, found: "\(error)", expected: "a plan folder",
          advice: "Check the folder.")
      ]
    }
  }
}

/// What is wrong with the tables of the models of a plan.
private func modelProblems(_ assessment: Assessment) -> [Violation] {
  projectionProblems(assessment) + flowProblems(assessment)
}

/// What is wrong with the tables of patient flow.
private func flowProblems(_ assessment: Assessment) -> [Violation] {
  do throws(PlanError) {
    _ = try FlowReading(assessment)
    return []
  } catch {
    return error.violations
  }
}

/// What is wrong with the tables of demand, capacity and cost of a plan that has them.
private func projectionProblems(_ assessment: Assessment) -> [Violation] {
  guard ProjectionModel.exists(in: assessment.plan) else { return [] }
  do throws(PlanError) {
    _ = try ProjectionModel(assessment)
    return []
  } catch {
    return error.violations
  }
}

/// A violation as other programs read it.
private struct ViolationDocument: Encodable {
  let file: String
  let row: Int?
  let column: String?
  let found: String
  let expected: String
  let advice: String

  init(_ violation: Violation) {
    file = violation.file
    row = violation.row
    column = violation.column
    found = violation.found
    expected = violation.expected
    advice = violation.advice
  }
}

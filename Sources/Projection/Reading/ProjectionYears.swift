// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// The years of a projection: financial ones, by their first calendar year.
struct ProjectionYears {
  let base: Int
  let last: Int
  let seed: UInt64

  var all: [Int] { Array(base...last) }

  /// The years that a plan states, for the projection or for its finance model.
  init(_ plan: Plan) throws(PlanError) {
    let finance = plan.metadata.finance
    let own = plan.metadata.projection
    guard let base = own?.baseYear ?? finance?.baseYear,
      let last = own?.lastYear ?? finance?.lastYear
    else {
      throw PlanError([
        Violation(
          file: "plan.yaml", column: "models", found: "no years to project",
          expected: "base_year and last_year under models: projection:",
          advice: "Say from which year to which activity is projected.")
      ])
    }
    if let finance, own != nil, finance.baseYear != base, !plan.lines.isEmpty {
      throw PlanError([
        Violation(
          file: "plan.yaml", column: "base_year",
          found: "\(base) for the projection and \(finance.baseYear) for the finance model",
          expected: "one base year", advice: "Money and activity start from the same year.")
      ])
    }
    self.base = base
    self.last = last
    seed = own?.seed ?? 1
  }
}

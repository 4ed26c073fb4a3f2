// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Puts the people of a plan into segments, and writes what it finds as facts.
enum SegmentAdapter {
  /// Adds people and pounds by segment and locality to the values.
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {
    guard let study = try SegmentStudy(plan) else { return }
    SegmentFacts(plan: plan, study: study).write(into: &values)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Maps a plan's tables of local care to engines, and what they find to facts.
enum LocalCareAdapter {
  /// Runs the engines in turn; each may use facts of those before it.
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {
    try SegmentAdapter.run(plan, &values)
    try PreventionAdapter.run(plan, &values)
    try CareModelAdapter.run(plan, &values)
    try InvestmentAdapter.run(plan, &values)
  }
}

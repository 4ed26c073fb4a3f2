// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

enum PreventionAdapter {
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {}
}

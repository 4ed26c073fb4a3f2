// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

enum CareModelAdapter {
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {}
}

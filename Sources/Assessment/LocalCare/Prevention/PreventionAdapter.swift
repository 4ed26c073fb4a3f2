// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Works out programmes of prevention and causes of conditions, and writes what it finds as facts.
enum PreventionAdapter {
  /// Adds what programmes do and what causes explain to the values.
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {
    guard !plan.prevention.programmes.isEmpty || !plan.prevention.risks.isEmpty else { return }
    // Figures of programmes may be formulas over registers, which have only now become known.
    values.deriveWhatIsKnown()
    let known = values
    let study = try PreventionStudy(plan) { known[$0] }
    PreventionFacts(plan: plan).write(study, into: &values)
  }
}

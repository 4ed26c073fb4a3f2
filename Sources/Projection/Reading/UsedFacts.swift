// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

extension Plan {
  /// The facts that vary from run to run if they are assumptions; others are taken at their value.
  var factsDrawn: Set<FactID> {
    var drawn: Set<FactID> = []
    for row in projection.factors { drawn.insert(row.value) }
    for row in projection.mitigators {
      drawn.insert(row.effect)
      if let reach = row.reach { drawn.insert(reach) }
    }
    let series = Set(lines.flatMap { [$0.demographic, $0.nonDemographic, $0.price, $0.other] })
    for row in rates where series.contains(row.series) { drawn.insert(row.fact) }
    for row in lines { drawn.insert(row.baseline) }
    for row in schemes { drawn.insert(row.fullYearEffect) }
    return drawn
  }
}

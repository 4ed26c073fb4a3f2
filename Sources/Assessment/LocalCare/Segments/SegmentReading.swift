// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Segments

/// The engine's inputs read from a plan's tables of segments.
struct SegmentReading {
  /// What is known of one locality.
  struct Place {
    let list: RegisterListRow
    let margins: RegisterMargins
    let poundsPerHead: [Double]
    let priceBase: String
  }

  /// An assumption by its three values.
  struct Setting {
    let low: Double
    let central: Double
    let high: Double
    let fact: FactID
  }

  let rules: SegmentRules
  let places: [Place]
  let byAge: [[Double]]
  let association: Setting
  let costPerCondition: Setting

  /// Nil for a plan without rules or without registers.
  ///
  /// - Throws: `PlanError` with everything that does not fit together.
  init?(_ plan: Plan) throws(PlanError) {
    let rows = plan.segments
    guard !rows.rules.isEmpty, !rows.lists.isEmpty else { return nil }
    var reader = SegmentReader(plan: plan)
    reader.checkAges()
    reader.checkConditions()
    let rules = reader.rules()
    let association = reader.setting(.association)
    let costPerCondition = reader.setting(.costPerCondition)
    let places = reader.violations.isEmpty ? rows.lists.compactMap { reader.place($0) } : []
    guard reader.violations.isEmpty, let rules, let association, let costPerCondition else {
      throw PlanError(reader.violations)
    }
    self.rules = rules
    self.places = places
    self.association = association
    self.costPerCondition = costPerCondition
    byAge = rows.conditions.map(\.byAge)
  }

  /// What is assumed about the registers, with a value of the association.
  func seed(_ association: Double) -> RegisterSeed? {
    try? RegisterSeed(byAge: byAge, association: association)
  }
}

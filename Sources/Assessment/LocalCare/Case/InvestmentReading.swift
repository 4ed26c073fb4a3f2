// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// The investment case of a plan under one set of figures, in the terms of the engine.
struct InvestmentReading {
  let plan: Plan
  let row: InvestmentCaseRow

  /// The falls that are taken of each effect.
  enum Falls {
    /// Those of the plan: the share reached times the fall of those reached.
    case planned
    /// Those that were published, as if everybody were reached; effects without one as planned.
    case hoped
    /// The most that studies measured of everybody; effects without a study, nothing.
    case measured
  }

  /// Years of the case, by their first calendar year.
  var years: [Int] { row.costRamp.indices.map { row.firstYear + $0 } }

  /// Pounds a year of all the staff that are not there yet.
  func staffCost(_ needs: CareNeeds, _ lookup: FigureLookup) -> Double {
    let newShare = row.newShare.flatMap { lookup.value($0) } ?? 100
    return plan.careModel.roles.reduce(0) { sum, role in
      sum + needs.staff(role.id) * (role.cost.flatMap { lookup.pounds($0) } ?? 0)
    } * newShare / 100
  }

  /// Pounds of everything else in a year.
  func otherCost(_ year: Int, _ lookup: FigureLookup) -> Double {
    plan.investment.costs.filter { $0.from <= year && year <= $0.through ?? .max }
      .reduce(0) { $0 + (lookup.pounds($1.amount) ?? 0) }
  }

  /// The share of the baseline by which one effect lowers it, in percent.
  func fall(_ effect: CareEffectRow, _ falls: Falls, _ lookup: FigureLookup) -> Double {
    let planned = (lookup.value(effect.reach) ?? 0) * (lookup.value(effect.fall) ?? 0) / 100
    switch falls {
    case .planned: return planned
    case .hoped: return effect.hoped.flatMap { lookup.value($0) } ?? planned
    case .measured: return evidence(effect).map(\.high).max() ?? 0
    }
  }

  /// What studies found of an effect.
  func evidence(_ effect: CareEffectRow) -> [EvidenceRow] {
    plan.projection.evidence.filter { $0.claim == effect.fall }
  }

  /// The case.
  ///
  /// - Throws: `PlanError` with the row whose figure cannot be.
  func engine(
    _ needs: CareNeeds, _ lookup: FigureLookup, _ falls: Falls = .planned
  ) throws(PlanError) -> InvestmentCase {
    let staff = staffCost(needs, lookup)
    do throws(LocalCareError) {
      return try InvestmentCase(
        activity: try activity(lookup, falls), stays: try stays(lookup, falls),
        wards: try wards(lookup),
        costs: zip(years, row.costRamp).map { $0.1 * staff + otherCost($0.0, lookup) },
        effectRamp: row.effectRamp)
    } catch {
      throw PlanError([
        Violation(
          file: "local-care/case.csv", row: row.row, column: "id", found: "\(error)",
          expected: "figures that the case can be worked out from",
          advice: "Correct the figure that the row names, or a row of local-care/effects.csv.")
      ])
    }
  }

  private func activity(
    _ lookup: FigureLookup, _ falls: Falls
  ) throws(LocalCareError) -> [ActivityEffect] {
    var effects: [ActivityEffect] = []
    for effect in plan.investment.effects where !effect.isBedDays {
      effects.append(
        try ActivityEffect(
          avoided: (lookup.value(effect.baseline) ?? 0) * fall(effect, falls, lookup) / 100,
          releasedEach: effect.value.flatMap { lookup.pounds($0) } ?? 0,
          bedDaysEach: effect.days.flatMap { lookup.value($0) } ?? 0,
          reinvestedEach: effect.reinvestment.flatMap { lookup.pounds($0) } ?? 0))
    }
    return effects
  }

  private func stays(
    _ lookup: FigureLookup, _ falls: Falls
  ) throws(LocalCareError) -> [StayEffect] {
    var effects: [StayEffect] = []
    for effect in plan.investment.effects where effect.isBedDays {
      effects.append(
        try StayEffect(
          share: fall(effect, falls, lookup) / 100,
          reinvestedEach: effect.reinvestment.flatMap { lookup.pounds($0) } ?? 0))
    }
    return effects
  }

  private func wards(_ lookup: FigureLookup) throws(LocalCareError) -> Wards {
    try Wards(
      bedDays: lookup.value(row.bedDays) ?? 0, occupancy: (lookup.value(row.occupancy) ?? 0) / 100,
      bedsEach: lookup.value(row.ward) ?? 0, delayMonths: lookup.value(row.delay) ?? 0,
      releasedPerBed: lookup.pounds(row.bedValue) ?? 0)
  }
}

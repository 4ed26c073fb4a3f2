// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// Writes what the investment case says as facts that name the figures they rest on.
struct InvestmentFacts {
  let reading: InvestmentReading
  let needs: CareNeeds
  let lookup: FigureLookup
  private var plan: Plan { reading.plan }
  private var row: InvestmentCaseRow { reading.row }
  private var facts: CareFacts { CareFacts(plan: plan) }

  func write(_ values: inout Values) throws(PlanError) {
    let engine = try reading.engine(needs, lookup)
    let years = engine.years()
    for (year, found) in zip(reading.years, years) { add(found, year, &values) }
    if let last = years.last, let year = reading.years.last {
      share(last, year, &values)
      addBreakEven(engine, last.cost, year, &values)
      try addOthers(year, &values)
      addRange(year, &values)
    }
  }

  // MARK: Year by year

  private func add(_ found: InvestmentCase.Year, _ year: Int, _ values: inout Values) {
    money("cost", "What local care costs", found.cost, year, costRule, costInputs, &values)
    money(
      "released-at-once", "What fewer admissions, attendances and appointments release at once",
      found.releasedAtOnce, year,
      "what happens in a year, times the share reached, times the fall, times what each releases, "
        + "times the share of the effect that is there in the year",
      effectInputs, &values)
    count(
      "bed-days-saved", "Days in hospital saved", found.bedDaysSaved, year, "days",
      "days of admissions avoided, and the share saved of the days that are left", bedInputs,
      &values)
    count(
      "beds-freed", "Beds that would be empty at the occupancy that is safe", found.bedsFreed, year,
      "beds", "days saved over 365.25 and over the share of open beds that may be in use",
      [id("bed-days-saved", year), row.occupancy], &values)
    count(
      "beds-closed", "Beds of whole wards that have closed by the end of the year",
      found.bedsClosed, year, "beds",
      "whole wards among the beds that stood empty as many months before as a closure takes",
      [id("beds-freed", year), row.ward, row.delay], &values)
    money(
      "released-by-beds", "What closed wards release", found.releasedByBeds, year,
      "beds of closed wards, times what each releases a year, times the part of the year for which "
        + "they are closed", [id("beds-closed", year), row.bedValue, row.delay], &values)
    money(
      "reinvested", "What the effect costs elsewhere, such as care at home", found.reinvested, year,
      "days or activity saved, times what each costs elsewhere",
      [id("bed-days-saved", year)] + plan.investment.effects.compactMap(\.reinvestment), &values)
    money(
      "net", "What local care releases less what it costs", found.net, year,
      "released at once and by beds, less what is spent elsewhere and on local care",
      ["released-at-once", "released-by-beds", "reinvested", "cost"].map { id($0, year) }, &values)
  }

  private var costRule: String {
    "staff needed in all localities, times what one costs, times the share who are not there yet, "
      + "times the share paid in the year"
      + (plan.investment.costs.isEmpty ? "" : ", and other costs of the year")
  }

  private var costInputs: [FactID] {
    plan.careModel.roles.flatMap { role in
      [FactID("team.\(role.id).needed"), role.cost].compactMap { $0 }
    } + [row.newShare].compactMap { $0 } + plan.investment.costs.map(\.amount)
  }

  private var effectInputs: [FactID] {
    plan.investment.effects.filter { !$0.isBedDays }.flatMap {
      [$0.baseline, $0.reach, $0.fall, $0.value].compactMap { $0 }
    }
  }

  private var bedInputs: [FactID] {
    [row.bedDays]
      + plan.investment.effects.filter { $0.isBedDays || $0.days != nil }.flatMap {
        [$0.baseline, $0.reach, $0.fall, $0.days].compactMap { $0 }
      }
  }

  // MARK: By locality

  /// Shares the last year out, at the precision that is printed, so that shares sum to the whole.
  private func share(
    _ found: InvestmentCase.Year, _ year: Int, _ values: inout Values
  ) {
    let keys = plan.local.localities.map { LocalityPattern.fact(row.shareKey, $0.id) }
    let weights = keys.map { $0.flatMap(lookup.value) ?? 0 }
    let cost = tenths(found.cost)
    let net = tenths(found.net)
    guard let costs = try? Shares.of(cost, by: weights),
      let released = try? Shares.of(net + cost, by: weights)
    else { return }
    let inputs = keys.compactMap { $0 }
    let rule =
      "in proportion to \(plan.local.localities.isEmpty ? "" : keyName); shares are rounded "
      + "by largest remainders, so that they sum to the whole"
    for (place, locality) in plan.local.localities.enumerated() {
      let name = facts.name(locality.id)
      let parts: [(String, String, Int, [FactID], String)] = [
        (
          "cost", "Share of the cost of local care: \(name)", costs[place],
          [id("cost", year)] + inputs, rule
        ),
        (
          "released", "Share of what local care releases: \(name)", released[place],
          [id("net", year), id("cost", year)] + inputs, rule
        ),
        (
          "net", "Share of what local care releases less what it costs: \(name)",
          released[place] - costs[place],
          ["released", "cost"].compactMap { FactID("case.\($0).\(locality.id).\(years(year))") },
          "what is released less what it costs"
        ),
      ]
      for (measure, label, tenths, inputs, rule) in parts {
        values.add(
          facts.fact(
            "case.\(measure).\(locality.id).\(years(year))", label, Double(tenths) / 10,
            decimals: 1, unit: .millionPounds, locality: locality.id, year: year, rule: rule,
            inputs: inputs))
      }
    }
  }

  private var keyName: String {
    let first = plan.local.localities.first.flatMap { LocalityPattern.fact(row.shareKey, $0.id) }
    return first.flatMap { lookup.fact($0)?.quantity.unit.plainEnglish } ?? "the key"
  }

  private func tenths(_ pounds: Double) -> Int { Int((pounds / 100_000).rounded()) }

  // MARK: What would change the answer

  private func addBreakEven(
    _ engine: InvestmentCase, _ cost: Double, _ year: Int, _ values: inout Values
  ) {
    let found = engine.breakEven(cost: cost)
    let ends: [(String, String, Double?, String)] = [
      (
        "break-even", "Share of the assumed effect at which local care pays for itself",
        found.byWholeWards,
        "the least share of all falls at which what is released covers the cost of the last year "
          + "when only whole wards close and have had time to; exact"
      ),
      (
        "break-even.smooth", "The same if each bed released its money by itself",
        found.ifBedsClosedOneByOne,
        "the least share of all falls at which what is released covers the cost of the last year "
          + "if beds closed one by one; exact"
      ),
    ]
    for (name, label, scale, rule) in ends {
      guard let scale else { continue }
      values.add(
        facts.fact(
          "case.\(name).\(years(year))", label, scale * 100, decimals: 0, unit: .percent,
          year: year, rule: rule,
          inputs: [id("cost", year)] + effectInputs + bedInputs
            + [row.occupancy, row.ward, row.bedValue]))
    }
    guard let scale = found.byWholeWards else { return }
    for effect in plan.investment.effects {
      values.add(
        facts.fact(
          "case.break-even.\(effect.id).\(years(year))",
          "Fall in all \(effect.label) at which local care pays for itself",
          scale * reading.fall(effect, .planned, lookup), decimals: 1, unit: .percent, year: year,
          rule: "the share reached times the fall of those, times the share of the effect at which "
            + "local care pays for itself",
          inputs: [effect.reach, effect.fall]
            + [FactID("case.break-even.\(years(year))")].compactMap { $0 }))
    }
  }

  /// The case if the published falls came true for everybody, and if those came that were measured.
  private func addOthers(_ year: Int, _ values: inout Values) throws(PlanError) {
    if let hoped = try reading.engine(needs, lookup, .hoped).years().last {
      money(
        "net.as-hoped", "The same if the published falls came true for everybody", hoped.net, year,
        "as the net of the year, with the published fall in place of the share reached times its fall",
        [id("net", year)] + plan.investment.effects.compactMap(\.hoped), &values)
    }
    if plan.investment.effects.contains(where: { !reading.evidence($0).isEmpty }),
      let measured = try reading.engine(needs, lookup, .measured).years().last
    {
      money(
        "net.as-measured", "The same if only the falls came that studies measured", measured.net,
        year,
        "as the net of the year, with the most that a study of demand/evidence.csv found of all "
          + "activity, and nothing where there is no study", [id("net", year)], &values)
    }
  }

  private func addRange(_ year: Int, _ values: inout Values) {
    guard let range = InvestmentRange(reading, lookup) else { return }
    let inputs = [id("net", year)] + range.swings.map(\.assumption.id)
    let rule =
      "as the net of the year, with every assumption at the end of its range that makes it "
    money(
      "net.worst", "The same with every assumption at its worse end", range.worst, year,
      rule + "less; no future is likely to be worse in everything", inputs, &values)
    money(
      "net.best", "The same with every assumption at its better end", range.best, year,
      rule + "more; no future is likely to be better in everything", inputs, &values)
    for swing in range.swings.prefix(InvestmentFindings.swingsShown) {
      for (end, pounds) in [("low", swing.low), ("high", swing.high)] {
        let name = InvestmentFindings.short(swing.assumption.id)
        money(
          "net.\(name).\(end)",
          "What local care releases less what it costs, with one assumption at its \(end) end: "
            + swing.assumption.label.firstLowercased, pounds, year,
          "as the net of the year, with one assumption at its \(end) end and the others as they are",
          [id("net", year), swing.assumption.id], &values)
      }
    }
  }
}

extension InvestmentFacts {
  private func years(_ year: Int) -> String { Period.financialYear(year).description }

  private func id(_ measure: String, _ year: Int) -> FactID {
    guard let id = FactID("case.\(measure).\(years(year))") else {
      preconditionFailure("names of measures are ids")
    }
    return id
  }

  private func money(
    _ measure: String, _ label: String, _ pounds: Double, _ year: Int, _ rule: String,
    _ inputs: [FactID], _ values: inout Values
  ) {
    values.add(
      facts.fact(
        "case.\(measure).\(years(year))", label, pounds / 1e6, decimals: 1, unit: .millionPounds,
        year: year, rule: rule, inputs: inputs))
  }

  private func count(
    _ measure: String, _ label: String, _ value: Double, _ year: Int, _ unit: String,
    _ rule: String, _ inputs: [FactID], _ values: inout Values
  ) {
    values.add(
      facts.fact(
        "case.\(measure).\(years(year))", label, value, decimals: 0, unit: Unit(unit), year: year,
        rule: rule, inputs: inputs))
  }
}

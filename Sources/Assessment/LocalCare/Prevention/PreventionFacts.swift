// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Writes what programmes do and what causes explain as facts that name what they rest on.
struct PreventionFacts {
  let plan: Plan

  func write(_ study: PreventionStudy, into values: inout Values) {
    for run in study.runs { write(run, &values) }
    for condition in study.conditions { write(condition, &values) }
  }

  private func write(_ run: PreventionStudy.Run, _ values: inout Values) {
    let row = run.row
    let name = "prevention.\(row.id)"
    let base = values.priceBase(row.cost)
    let part = [row.eligible, row.reach, row.uptake].compactMap { $0 }
    func pounds(_ value: Double) -> Quantity {
      Quantity(computed: value, decimals: 0, unit: .pounds, priceBase: base)
    }
    add(
      "\(name).taking-part", "\(row.name): \(row.takingPart) in a year", people(run.takingPart),
      "people whom it is for, times the share reached"
        + (row.uptake == nil ? "" : ", times the share of these who take part"), part, &values)
    add(
      "\(name).changing", "\(row.name): \(row.changing) in a year", people(run.changing),
      "those who take part, times the share who change and would not have otherwise",
      [FactID("\(name).taking-part"), row.effect].compactMap { $0 }, &values)
    add(
      "\(name).cost", "\(row.name): cost in a year", pounds(run.cost),
      "those who take part, times the cost of each",
      [FactID("\(name).taking-part"), row.cost].compactMap { $0 }, &values)
    let changing = [FactID("\(name).changing")].compactMap { $0 }
    for (index, year) in run.years.enumerated() {
      let when = "year-\(index + 1)"
      let words = "by the end of year \(index + 1)"
      add(
        "\(name).changed.\(when)", "\(row.name): \(row.changing) and still have, \(words)",
        people(year.changed), "those of each year so far, times the share kept for each year since",
        changing + [row.kept].compactMap { $0 }, &values)
      if row.saving != nil {
        add(
          "\(name).saving.\(when)", "\(row.name): gross saving in year \(index + 1)",
          pounds(year.saving),
          "those who change, times the saving of each in equal parts over \(row.savingYears ?? 1) "
            + "years", changing + [row.saving].compactMap { $0 }, &values)
      }
      if !row.lag.isEmpty && index == run.years.count - 1 {
        let left = plan.prevention.lags.filter { $0.group == row.lag }.map(\.left)
        add(
          "\(name).risks-averted.\(when)",
          "\(row.name): whole extra risks averted in year \(index + 1)", people(year.risksAverted),
          "those of each year who still have, times the share of the extra risk that is gone since",
          [FactID("\(name).changed.\(when)")].compactMap { $0 } + left, &values)
      }
    }
  }

  private func write(_ condition: PreventionStudy.Condition, _ values: inout Values) {
    guard let first = condition.causes.first else { return }
    let name = "prevention.fraction.\(first.condition)"
    var parts: [FactID] = []
    for (row, fraction) in zip(condition.causes, condition.fractions) {
      add(
        "\(name).\(row.risk)",
        "\(row.conditionName): share of cases explained by "
          + row.name.firstLowercased, percent(fraction),
        "p (RR − 1) / (1 + p (RR − 1)) (Levin, 1953)", [row.prevalence, row.relativeRisk],
        period: values[row.prevalence]?.period, &values)
      if let id = FactID("\(name).\(row.risk)") { parts.append(id) }
    }
    guard condition.causes.count > 1 else { return }
    add(
      "\(name).together",
      "\(first.conditionName): share of cases explained by these causes together",
      percent(condition.together), "1 less the product of 1 less each share, never their sum",
      parts,
      &values)
  }

  private func people(_ value: Double) -> Quantity {
    Quantity(computed: value, decimals: 0, unit: Unit("people"))
  }

  private func percent(_ share: Double) -> Quantity {
    Quantity(computed: share * 100, decimals: 1, unit: .percent)
  }

  private func add(
    _ text: String, _ label: String, _ quantity: Quantity, _ rule: String, _ inputs: [FactID],
    period: Period? = nil, _ values: inout Values
  ) {
    guard let id = FactID(text) else { return }
    values.add(
      Fact(
        id: id, measure: text, label: label, quantity: quantity,
        period: period ?? plan.metadata.horizon, basis: .modelled,
        scope: plan.metadata.area,
        origin: .derived(.init(rule: rule, inputs: inputs, method: "prevention"))))
  }
}

extension Values {
  /// The prices that a figure of money is in; cash when it does not say.
  fileprivate func priceBase(_ id: FactID?) -> String {
    id.flatMap { self[$0] }?.quantity.priceBase ?? "cash"
  }
}

// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Finance
import PlanPackage

/// Writes what the engine found as facts that name the facts they rest on.
struct FinanceFacts {
  let plan: Plan
  let settings: PlanMetadata.FinanceSettings
  let reading: FinanceReading
  let model: FinanceModel

  private var years: [Year] { Array(model.years) }
  private var lastYear: Year { model.years.upperBound }

  mutating func write(_ bridge: Bridge, into values: inout Values) -> FinanceFindings {
    let projection = model.project()
    writeLines(projection, &values)
    let organisations = writeOrganisations(projection, &values)
    let systemGap = writeSystem(projection, &values)
    let pressures = writePressures(&values)
    let savings = writeSavings(bridge, &values)
    let doSomething = writeDoSomething(bridge, savings, systemGap, &values)
    let comparison = writeComparison(systemGap, projection, &values)
    let transfers = transferStatement(projection)
    return FinanceFindings(
      years: years.map(\.start), systemGap: systemGap, organisations: organisations,
      pressures: pressures, savings: savings, doSomethingGap: doSomething,
      publishedGap: comparison.published, difference: comparison.difference,
      switchingGrowth: comparison.switching, transferStatement: transfers.words,
      transfersCancel: transfers.cancel)
  }

  private func writeLines(_ projection: Projection, _ values: inout Values) {
    for row in plan.lines {
      let inputs = reading.factsByLine[row.id] ?? []
      for year in years {
        guard let amount = projection.amount(of: LineID(row.id), in: year) else { continue }
        values.add(
          fact(
            lineID(row.id, year), "\(row.label): \(name(row.organisation))", amount, year,
            rule: year == model.years.lowerBound
              ? "the amount in the base year"
              : "the amount in the base year, grown each year by need and by price",
            inputs: year == model.years.lowerBound ? [row.baseline] : inputs))
      }
    }
  }

  private func writeOrganisations(
    _ projection: Projection, _ values: inout Values
  ) -> [FinanceFindings.OrganisationGap] {
    model.organisations.map { organisation in
      let lines = plan.lines.filter { $0.organisation == organisation.id.text }
      let gaps = years.map { year -> FactID in
        let id = modelID("gap.\(organisation.id.text)", year)
        let gap = projection.organisation(organisation.id, in: year)?.gap ?? 0
        values.add(
          fact(
            id, "Gap if nothing is done: \(organisation.name)", gap, year,
            rule: "cost less funding and income", inputs: lines.map { lineID($0.id, year) }))
        return id
      }
      return .init(id: organisation.id.text, name: organisation.name, gaps: gaps)
    }
  }

  private func writeSystem(_ projection: Projection, _ values: inout Values) -> [FactID] {
    let published = settings.publishedGap.flatMap { values[$0] }
    return years.map { year in
      let id = modelID("gap", year)
      let isCompared =
        published?.period?.firstFinancialYear == year.start && published?.period?.isStated == true
      let inputs = model.organisations.map { modelID("gap.\($0.id.text)", year) }
      values.add(
        fact(
          id, "Gap if nothing is done, worked out by this plan's model",
          projection.system(in: year)?.gap ?? 0, year,
          rule: "the gaps of all organisations together; money that they pay each other cancels",
          inputs: inputs, decimals: 0,
          measure: isCompared ? published?.measure : nil))
      return id
    }
  }

  private func writePressures(_ values: inout Values) -> [FinanceFindings.Pressure] {
    guard let system = model.attribute().system(in: lastYear) else { return [] }
    let need = system.fromCost + system.fromIncome
    let causes: [(String, String, MillionPounds, [FactID])] = [
      ("demographic", "A larger and older population", need.demographic, series(.demographic)),
      ("non-demographic", "Other growth in need", need.nonDemographic, series(.nonDemographic)),
      ("price", "Pay and prices", need.price, series(.price)),
      ("other", "Other pressures", need.other + need.additive, series(.other)),
      ("funding", "Growth in funding", system.fromFunding.total, fundingFacts()),
    ]
    return causes.filter { $0.2.value != 0 }.map { name, label, amount, inputs in
      let id = modelID("change.\(name)", lastYear)
      values.add(
        fact(
          id, "Change in the gap since \(model.years.lowerBound): \(label.firstLowercased)", amount,
          lastYear,
          rule: "the cause's fair share of the change (Shapley, 1953), exact and in no order",
          inputs: inputs))
      return .init(label: label, fact: id)
    }
  }

  private func writeSavings(
    _ bridge: Bridge, _ values: inout Values
  ) -> [FinanceFindings.Saving] {
    plan.schemes.map { row in
      let check = bridge.scheme(SchemeID(row.id), in: lastYear, .full)
      let id = modelID("saving.\(row.id)", lastYear)
      let inputs = [row.fullYearEffect, row.investmentRecurrent, row.investmentOnce]
        .compactMap { $0 }
      values.add(
        fact(
          id, "Saving, net of overlap: \(row.label)", check?.systemSaving ?? 0, lastYear,
          rule: check?.verdict == .releasesCash
            ? "the full-year effect times the share delivered, less what another scheme saves"
            : "nothing for the system: it moves the gap to another member",
          inputs: inputs))
      return .init(scheme: row.id, label: row.label, fact: id)
    }
  }

  private func writeDoSomething(
    _ bridge: Bridge, _ savings: [FinanceFindings.Saving], _ systemGap: [FactID],
    _ values: inout Values
  ) -> FactID? {
    guard let year = bridge.year(lastYear, .system, .full), let gap = systemGap.last,
      !savings.isEmpty
    else { return nil }
    let id = modelID("gap.do-something", lastYear)
    values.add(
      fact(
        id, "Gap once the schemes are in, worked out by this plan's model", year.doSomethingGap,
        lastYear, rule: "the gap if nothing is done, less savings, plus what they cost",
        inputs: [gap] + savings.map(\.fact), decimals: 0))
    if plan.schemes.contains(where: { $0.confidence != nil }),
      let weighted = bridge.year(lastYear, .system, .confidenceWeighted)
    {
      values.add(
        fact(
          modelID("gap.do-something.weighted", lastYear),
          "Gap once the schemes are in, each counted by its probability",
          weighted.doSomethingGap, lastYear,
          rule: "the gap if nothing is done, less each saving times its probability",
          inputs: [gap] + savings.map(\.fact), decimals: 0))
    }
    return id
  }

  private func writeComparison(
    _ systemGap: [FactID], _ projection: Projection, _ values: inout Values
  ) -> (published: FactID?, difference: FactID?, switching: FactID?) {
    guard let id = settings.publishedGap, let published = values[id], let ours = systemGap.last,
      let pounds = published.quantity.unit.pounds, let gap = projection.system(in: lastYear)?.gap
    else { return (nil, nil, nil) }
    let target = MillionPounds((published.quantity.value * Decimal(pounds) / 1_000_000).asDouble)
    let difference = modelID("gap.difference", lastYear)
    values.add(
      fact(
        difference, "This plan's model less the published gap", gap - target, lastYear,
        rule: "the model's gap less the published one", inputs: [ours, id], decimals: 0))
    guard case .found(let growth) = model.switchingGrowth(toReach: target, in: lastYear) else {
      return (id, difference, nil)
    }
    let switching = modelID("funding-growth-needed", lastYear)
    let quantity = Quantity(computed: growth.value, decimals: 2, unit: .percent)
    let rule = "the one yearly growth in funding at which the model gives the published gap"
    values.add(
      Fact(
        id: switching, measure: switching.rawValue,
        label: "Yearly growth in funding at which the model would give the published gap",
        quantity: quantity, period: period(through: lastYear), basis: .modelled,
        scope: plan.metadata.area,
        origin: .derived(.init(rule: rule, inputs: [ours, id], method: "finance"))))
    return (id, difference, switching)
  }

  private func transferStatement(_ projection: Projection) -> (words: String, cancel: Bool) {
    let wrong = projection.transfers.filter { !$0.cancels }
    guard let worst = wrong.first else {
      return (
        "Money that members pay each other cancels: what one pays, another receives, in every "
          + "year.", true
      )
    }
    let paid = Quantity(computed: worst.paid.value, decimals: 1, unit: .millionPounds)
    let received = Quantity(computed: worst.received.value, decimals: 1, unit: .millionPounds)
    return (
      "Money between members does not cancel: in \(worst.year) \(name(worst.payer.text)) pays "
        + "\(name(worst.receiver.text)) \(paid.plainEnglish), which counts \(received.plainEnglish) "
        + "as income.", false
    )
  }
}

extension FinanceFacts {
  private func fact(
    _ id: FactID, _ label: String, _ amount: MillionPounds, _ year: Year, rule: String,
    inputs: [FactID], decimals: Int = 1, measure: String? = nil
  ) -> Fact {
    var unique: [FactID] = []
    for input in inputs where !unique.contains(input) { unique.append(input) }
    return Fact(
      id: id, measure: measure ?? id.rawValue, label: label,
      quantity: Quantity(
        computed: amount.value, decimals: decimals, unit: .millionPounds,
        priceBase: plan.metadata.priceBase),
      period: .financialYear(year.start), basis: .modelled, scope: plan.metadata.area,
      origin: .derived(.init(rule: rule, inputs: unique, method: "finance")))
  }

  private func modelID(_ what: String, _ year: Year) -> FactID {
    id("finance.model.\(what).\(year)")
  }

  private func lineID(_ line: String, _ year: Year) -> FactID {
    id("finance.model.line.\(line).\(year)")
  }

  private func id(_ text: String) -> FactID {
    guard let id = FactID(text) else {
      preconditionFailure("ids of lines, schemes and organisations are checked when read")
    }
    return id
  }

  private func name(_ organisation: String) -> String {
    plan.organisations.first { $0.id == organisation }?.name ?? organisation
  }

  private func period(through year: Year) -> Period {
    Period(
      from: .financialYear(model.years.lowerBound.start), through: .financialYear(year.start))
  }

  /// The rates of a driver over all lines.
  private func series(_ driver: Driver) -> [FactID] {
    let used = plan.lines.filter { $0.direction != "funding" }
      .flatMap { FinanceReading.series(of: $0) }.filter { $0.0 == driver && !$0.2.isEmpty }
      .map(\.2)
    return plan.rates.filter { used.contains($0.series) }.map(\.fact)
  }

  private func fundingFacts() -> [FactID] {
    plan.lines.filter { $0.direction == "funding" }.flatMap { reading.factsByLine[$0.id] ?? [] }
  }
}

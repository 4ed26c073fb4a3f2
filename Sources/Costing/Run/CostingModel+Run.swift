// SPDX-License-Identifier: Apache-2.0

extension CostingModel {
  /// Works out one run: what every organisation earns and spends, do nothing and with the plan.
  ///
  /// - Throws: what is wrong with the draw: series that are missing, too long or too short, numbers
  ///   that are not finite or below zero, drivers that are zero in the base year although cost
  ///   follows them, amounts beyond any country's.
  /// - Complexity: O(responses x months + lines x years x parts), and where cost can be stranded
  ///   lines x months x parts.
  public func run(_ draw: CostingDraw) throws(CostingErrors) -> CostingRun {
    try check(draw)
    let bases = ResponseBases(self, doNothing: draw.doNothing)
    let prices = prices(of: draw)
    let nothing = LineAmounts(
      self, draw, ResponseTable(self, series: draw.doNothing, bases: bases), prices: prices)
    let plan = LineAmounts(
      self, draw, ResponseTable(self, series: draw.withPlan, bases: bases), prices: prices)
    try checkAmounts(nothing)
    try checkAmounts(plan)
    let schemes = SchemeRun(self, draw, withPlan: plan, prices: prices)
    try checkSavings(schemes)
    return CostingRun(
      yearCount: yearCount, organisationCount: inputs.organisations.count,
      accounts: accounts(nothing, plan, schemes), schemeYears: schemes.years,
      doNothingLines: nothing.amounts, withPlanLines: plan.amounts,
      doNothingStranded: nothing.strandedMonths, withPlanStranded: plan.strandedMonths)
  }

  private func prices(of draw: CostingDraw) -> [[Double]] {
    guard drawnSeriesCount > 0 else { return priceFactors }
    return zip(priceFactors, drawnPrices).map { fixed, drawn in
      drawn.map { $0.factors(years: yearCount, drawn: draw.prices) } ?? fixed
    }
  }

  private func accounts(
    _ nothing: LineAmounts, _ plan: LineAmounts, _ schemes: SchemeRun
  ) -> [CostingAccount] {
    var accounts = Array(
      repeating: CostingAccount(), count: inputs.organisations.count * yearCount)
    for (number, line) in lines.enumerated() {
      for year in 0..<yearCount {
        let cell = number * yearCount + year
        accounts[line.organisation * yearCount + year].add(line, cell, year, nothing, plan)
      }
    }
    for (number, scheme) in self.schemes.enumerated() {
      for year in 0..<yearCount {
        let saved = schemes.years[number * yearCount + year]
        accounts[scheme.organisation * yearCount + year].add(scheme, year, saved)
        guard let receiver = scheme.receiver else { continue }
        accounts[receiver * yearCount + year].lose(scheme, saved)
      }
    }
    return accounts
  }

  /// Refuses amounts that would no longer add up without rounding.
  private func checkAmounts(_ amounts: LineAmounts) throws(CostingErrors) {
    for year in 0..<yearCount {
      var sum = 0.0
      for line in lines.indices {
        let cell = line * yearCount + year
        sum += max(amounts.amounts[cell].magnitude, amounts.ifVariable[cell].magnitude)
        guard sum <= MoneyGrid.limit else {
          throw CostingErrors(all: [
            .amountTooLarge(.line(inputs.lines[line].id), year: inputs.baseYear + year)
          ])
        }
      }
    }
  }

  private func checkSavings(_ run: SchemeRun) throws(CostingErrors) {
    for year in 0..<yearCount {
      var sum = 0.0
      for (number, scheme) in schemes.enumerated() {
        sum += run.years[number * yearCount + year].gross
        sum += scheme.running[year] + scheme.once[year] + scheme.charges[year]
        guard sum <= MoneyGrid.limit else {
          throw CostingErrors(all: [
            .amountTooLarge(.scheme(inputs.schemes[number].id), year: inputs.baseYear + year)
          ])
        }
      }
    }
  }
}

extension CostingAccount {
  mutating func add(
    _ line: CompiledLine, _ cell: Int, _ year: Int, _ nothing: LineAmounts, _ plan: LineAmounts
  ) {
    doNothing.add(nothing.amounts[cell], line.kind)
    withActivity.add(plan.amounts[cell], line.kind)
    doNothingStay.stranded += nothing.stranded[cell]
    doNothingStay.absorbed += nothing.absorbed[cell]
    withPlanStay.stranded += plan.stranded[cell]
    withPlanStay.absorbed += plan.absorbed[cell]
    let once = MoneyGrid.nearest(line.once[year])
    switch line.kind {
    case .externalCost, .memberCost: nonRecurrentLines += once
    case .funding, .externalIncome, .memberIncome: nonRecurrentLines -= once
    }
  }

  mutating func add(_ scheme: CompiledScheme, _ year: Int, _ saved: SchemeYear) {
    if scheme.receiver == nil { savings += saved.net } else { transfersOut += saved.net }
    reinvested += saved.reinvested
    recurrentInvestment += scheme.running[year]
    nonRecurrentInvestment += scheme.once[year]
    capitalCharges += scheme.charges[year]
    capital += scheme.capital[year]
    if !scheme.recurrent { nonRecurrentSavings += saved.net - saved.reinvested }
  }

  /// Takes away what another member's scheme no longer pays.
  mutating func lose(_ scheme: CompiledScheme, _ saved: SchemeYear) {
    transfersIn += saved.net
    if !scheme.recurrent { nonRecurrentSavings -= saved.net }
  }
}

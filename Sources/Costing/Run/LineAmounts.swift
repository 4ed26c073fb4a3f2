// SPDX-License-Identifier: Apache-2.0

/// What lines come to in a run, for one set of series of drivers.
struct LineAmounts {
  /// By line, then by year, on the grid.
  private(set) var amounts: [Double]
  /// The same if every part followed its driver at once.
  private(set) var ifVariable: [Double]
  /// Cost outside the system that stays although activity has gone, by line and year, and cost
  /// that growth has not brought; amount - ifVariable = stranded - absorbed, exactly.
  private(set) var stranded: [Double]
  private(set) var absorbed: [Double]
  /// Stranded cost by organisation and month.
  private(set) var strandedMonths: [Double]

  init(_ model: CostingModel, _ draw: CostingDraw, _ table: ResponseTable, prices: [[Double]]) {
    let cells = model.lines.count * model.yearCount
    amounts = Array(repeating: 0, count: cells)
    ifVariable = amounts
    stranded = amounts
    absorbed = amounts
    strandedMonths = []
    var byMonth = Array(
      repeating: 0.0, count: model.inputs.organisations.count * model.yearCount * 12)
    var excess = Array(repeating: 0.0, count: model.yearCount * 12)
    for (number, line) in model.lines.enumerated() {
      let baseline = draw.baselines.isEmpty ? line.baseline : line.baseline * draw.baselines[number]
      let years = model.yearCount
      for year in 0..<years {
        let price = line.prices.reduce(baseline) { $0 * prices[$1][year] }
        let cell = number * years + year
        let moved = line.actual.mean(year, years, table) * price
        amounts[cell] = MoneyGrid.nearest(moved + line.steps[year])
        ifVariable[cell] = amounts[cell]
        guard line.canStrand else { continue }
        let followed = line.ifVariable.mean(year, years, table) * price
        ifVariable[cell] = MoneyGrid.nearest(followed + line.steps[year])
      }
      if line.canStrand { strand(number, line, baseline, table, prices, &excess, &byMonth) }
    }
    strandedMonths = byMonth
  }

  /// Compares each month with the same month of the base year, so that a winter is not mistaken
  /// for growth nor a summer for activity that has gone.
  private mutating func strand(
    _ number: Int, _ line: CompiledLine, _ baseline: Double, _ table: ResponseTable,
    _ prices: [[Double]], _ excess: inout [Double], _ byMonth: inout [Double]
  ) {
    let months = excess.count
    let years = months / 12
    line.excess.write(table, to: &excess)
    let excess = excess.span
    var byMonth = byMonth.mutableSpan
    for year in 0..<years {
      let monthly = line.prices.reduce(baseline) { $0 * prices[$1][year] } / 12
      var stays = 0.0
      for month in 0..<12 {
        let more = (excess[year * 12 + month] - excess[month]) * monthly
        let stranded = more > 1e-12 ? more : 0
        stays += stranded
        byMonth[line.organisation * months + year * 12 + month] += stranded
      }
      let cell = number * years + year
      let difference = amounts[cell] - ifVariable[cell]
      let strandedCost = max(MoneyGrid.nearest(stays), difference)
      stranded[cell] = strandedCost
      absorbed[cell] = strandedCost - difference
    }
  }
}

extension Movement {
  /// The mean response of a year.
  @inline(__always)
  func mean(_ year: Int, _ years: Int, _ table: ResponseTable) -> Double {
    var sum = constant
    for term in terms { sum += term.weight * table.yearly[term.response * years + year] }
    return sum
  }

  /// Writes the response by month, but for what does not move.
  func write(_ table: ResponseTable, to series: inout [Double]) {
    var series = series.mutableSpan
    let responses = table.monthly.span
    let months = series.count
    for month in 0..<months { series[month] = 0 }
    for term in terms {
      let start = term.response * months
      let weight = term.weight
      for month in 0..<months { series[month] += weight * responses[start + month] }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What schemes save in a run.
struct SchemeRun {
  /// By scheme, then by year.
  private(set) var years: [SchemeYear]

  init(
    _ model: CostingModel, _ draw: CostingDraw, withPlan: LineAmounts, prices: [[Double]]
  ) {
    let count = model.yearCount
    years = []
    years.reserveCapacity(model.schemes.count * count)
    for (number, scheme) in model.schemes.enumerated() {
      let delivered = Self.delivered(number, scheme, model, draw)
      for year in 0..<count {
        let claim = scheme.prices.reduce(scheme.saving[year] * delivered) {
          $0 * prices[$1][year]
        }
        years.append(SchemeYear(gross: MoneyGrid.nearest(claim)))
      }
    }
    for pool in model.pools where !pool.members.isEmpty {
      for year in 0..<count { share(pool, year, count, withPlan) }
    }
    for (number, scheme) in model.schemes.enumerated() where scheme.reinvestedShare > 0 {
      for cell in number * count..<(number + 1) * count {
        years[cell].reinvested = MoneyGrid.nearest(years[cell].net * scheme.reinvestedShare)
      }
    }
  }

  /// What multiplies the saving of a scheme in this run.
  private static func delivered(
    _ number: Int, _ scheme: CompiledScheme, _ model: CostingModel, _ draw: CostingDraw
  ) -> Double {
    let effect = draw.effects.isEmpty ? 1 : draw.effects[number]
    return switch model.inputs.confidence {
    case .expected: effect * scheme.confidence
    case .bernoulli: draw.uniforms[number] < scheme.confidence ? effect : 0
    }
  }

  private mutating func share(
    _ pool: CompiledPool, _ year: Int, _ count: Int, _ withPlan: LineAmounts
  ) {
    let lines = pool.lines.reduce(0) { $0 + withPlan.amounts[$1 * count + year] }
    let size = pool.lines.isEmpty ? MoneyGrid.nearest(pool.fixedSize) : lines
    if pool.members.count == 1, case .independent = pool.rule {
      // One scheme alone, the usual case, needs no sharing out.
      let cell = pool.members[0] * count + year
      years[cell].net = max(min(years[cell].gross, size), 0)
      return
    }
    let claims = pool.members.map { years[$0 * count + year].gross }
    for (member, saving) in zip(pool.members, PoolOverlap.savings(claims, of: size, pool.rule)) {
      years[member * count + year].net = saving
    }
  }
}

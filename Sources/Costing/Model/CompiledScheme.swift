// SPDX-License-Identifier: Apache-2.0

/// A scheme with its names resolved and its years laid out.
struct CompiledScheme: Hashable, Sendable {
  let organisation: Int
  /// The member that loses what the scheme saves; nil when cost leaves the system.
  let receiver: Int?
  let pool: Int?
  let prices: [Int]
  let confidence: Double
  let recurrent: Bool
  /// The saving of each year before price, confidence, effect and overlaps.
  let saving: [Double]
  /// The part of the saving that pays for something else.
  let reinvestedShare: Double
  let running: [Double]
  let once: [Double]
  let charges: [Double]
  let capital: [Double]
}

/// A pool with its names resolved.
struct CompiledPool: Hashable, Sendable {
  /// The lines that it holds; empty for a pool of a fixed size.
  let lines: [Int]
  let fixedSize: Double
  let rule: SavingsPool.Rule
  /// The schemes that draw on it, in their order.
  let members: [Int]
}

extension CompiledInputs {
  /// Lays out the schemes, and reports savings that are used twice.
  func schemes(_ inputs: CostingInputs, _ mistakes: inout CostingMistakes) -> [CompiledScheme] {
    let shares = reinvestedShares(inputs, &mistakes)
    let pools = inputs.pools.map(\.id).numbers()
    return inputs.schemes.map { scheme in
      compile(
        scheme, pool: scheme.pool.flatMap { pools[$0] }, reinvestedShare: shares[scheme.id] ?? 0)
    }
  }

  /// The share of each scheme's saving that pays for something else than the gap.
  ///
  /// A saving that comes through demand has no amount here to hold uses against.
  private func reinvestedShares(
    _ inputs: CostingInputs, _ mistakes: inout CostingMistakes
  ) -> [String: Double] {
    let delivered = Set(inputs.demandDeliveries.map(\.scheme))
    let savings = inputs.schemes.filter { !delivered.contains($0.id) }.map {
      SavingsUses.Saving(scheme: $0.id, amount: $0.fullYearEffect, countsTowardsGap: true)
    }
    do throws(CostingErrors) {
      let uses = try SavingsUses(
        inputs.uses.filter { !delivered.contains($0.scheme) }, of: savings)
      return Dictionary(
        zip(savings.map(\.scheme), uses.reinvestedShares), uniquingKeysWith: { first, _ in first })
    } catch {
      for mistake in error.all { mistakes.report(mistake) }
      return [:]
    }
  }

  private func compile(
    _ scheme: CostingScheme, pool: Int?, reinvestedShare: Double
  ) -> CompiledScheme {
    let years = (0..<yearCount).map { baseYear + $0 }
    var receiver: Int?
    if case .transfer(let member) = scheme.effect { receiver = organisations[member] }
    return CompiledScheme(
      organisation: organisations[scheme.organisation] ?? 0, receiver: receiver, pool: pool,
      prices: scheme.prices.compactMap { priceNumbers[$0] }, confidence: scheme.confidence,
      recurrent: scheme.recurrent, saving: years.map { scheme.saving(in: $0) },
      reinvestedShare: reinvestedShare,
      running: scheme.investments.running(from: baseYear, years: yearCount, recurrent: true)
        .map(MoneyGrid.nearest),
      once: scheme.investments.running(from: baseYear, years: yearCount, recurrent: false)
        .map(MoneyGrid.nearest),
      charges: years.map { year in
        MoneyGrid.nearest(scheme.capital.reduce(0) { $0 + $1.revenue(in: year) })
      },
      capital: years.map { year in
        MoneyGrid.nearest(scheme.capital.reduce(0) { $1.year == year ? $0 + $1.amount : $0 })
      })
  }

  /// Lays out the pools.
  func pools(_ inputs: CostingInputs) -> [CompiledPool] {
    inputs.pools.map { pool in
      let members = inputs.schemes.indices.filter { inputs.schemes[$0].pool == pool.id }
      return switch pool.size {
      case .fixed(let size):
        CompiledPool(lines: [], fixedSize: size, rule: pool.rule, members: members)
      case .lines(let ids):
        CompiledPool(
          lines: ids.compactMap { lineNumbers[$0] }, fixedSize: 0, rule: pool.rule,
          members: members)
      }
    }
  }
}

extension CostingScheme {
  /// The saving of a financial year before price, confidence, effect and overlaps.
  func saving(in year: Int) -> Double {
    let age = year - start.year
    guard age == 0 || (age > 0 && recurrent) else { return 0 }
    guard let share = age < ramp.count ? ramp[age] : ramp.last else { return 0 }
    let months = age == 0 ? 13 - start.month : 12
    return fullYearEffect * share * (Double(months) / 12)
  }
}

extension CapitalSpend {
  /// Depreciation and charge of a financial year.
  func revenue(in year: Int) -> Double {
    let age = year - inUse
    guard age >= 0, age < life else { return 0 }
    let depreciation = amount / Double(life)
    let meanBookValue = amount - depreciation * (Double(age) + 0.5)
    return depreciation + meanBookValue * charge / 100
  }
}

extension CostingModel {
  /// Refuses certain schemes that would save more than all of a pool of a fixed size.
  func checkClaims() throws(CostingErrors) {
    var mistakes = CostingMistakes()
    for (pool, stated) in zip(pools, inputs.pools) where pool.lines.isEmpty {
      for member in pool.members {
        let scheme = schemes[member]
        guard scheme.prices.allSatisfy({ drawnPrices[$0] == nil }) else { continue }
        for year in 0..<yearCount {
          let claim = scheme.prices.reduce(scheme.saving[year]) { $0 * priceFactors[$1][year] }
          mistakes.report(
            .claimExceedsPool(
              scheme: inputs.schemes[member].id, pool: stated.id, year: inputs.baseYear + year,
              claim: claim, size: pool.fixedSize),
            unless: claim <= pool.fixedSize * (1 + 1e-12))
        }
      }
    }
    try mistakes.throwIfAny()
  }
}

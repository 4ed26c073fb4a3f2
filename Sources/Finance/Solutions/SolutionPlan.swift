// SPDX-License-Identifier: Apache-2.0

/// Solutions that have been checked against a model, so that their bridge can't fail.
public struct SolutionPlan: Hashable, Sendable {
  /// The model whose gap the schemes narrow.
  public let model: FinanceModel
  /// The schemes, in the order of their ids.
  public let schemes: [Scheme]
  /// The pools, in the order of their ids.
  public let pools: [CostPool]
  /// The system gap that the plan says it will reach in a year.
  public let claimedGaps: [Year: MillionPounds]

  /// The do-nothing projection, kept because pools and bridges both need it.
  let doNothing: Projection
  /// The gross saving of each scheme in each year of the model, in the order of ``schemes``.
  let gross: [[MillionPounds]]
  /// The size of each pool in each year of the model, in the order of ``pools``.
  let poolSizes: [[MillionPounds]]

  /// Checks solutions against a model and keeps them in order.
  ///
  /// - Throws: every mistake in names, years and numbers; when there is none, every scheme and year
  ///   that would save more than its pool.
  public init(_ solutions: Solutions, for model: FinanceModel) throws(FinanceErrors) {
    var check = SolutionsCheck(solutions, for: model)
    try check.run()
    let doNothing = model.project()
    let pools = solutions.pools.sorted { $0.id < $1.id }
    let schemes = solutions.schemes.sorted { $0.id < $1.id }
    self.model = model
    self.doNothing = doNothing
    self.schemes = schemes
    self.pools = pools
    claimedGaps = solutions.claimedGaps
    gross = schemes.map { $0.delivery.savings(over: model.years) }
    poolSizes = pools.map { $0.sizes(in: doNothing) }
    try checkClaims()
  }

  private func checkClaims() throws(FinanceErrors) {
    var mistakes = MistakeList()
    for (scheme, savings) in zip(schemes, gross) {
      for (year, saving) in zip(model.years, savings) {
        mistakes.report(
          .amountNotFinite(Place(.scheme(scheme.id), .year(year))), unless: saving.value.isFinite)
      }
      guard let pool = pools.firstIndex(where: { $0.id == scheme.pool }) else { continue }
      for (index, year) in model.years.enumerated() {
        let limit = poolSizes[pool][index] * (1 + 1e-12)
        mistakes.report(
          .claimExceedsPool(scheme.id, pools[pool].id, year), unless: savings[index] <= limit)
      }
    }
    try mistakes.throwIfAny()
  }
}

extension Delivery {
  /// The saving of each of `years`, of which the first is the base year, with inflation.
  fileprivate func savings(over years: ClosedRange<Year>) -> [MillionPounds] {
    let factors = (inflation ?? 0).growthFactors(over: years)
    return zip(years, factors).map { year, factor in saving(in: year) * factor }
  }
}

extension CostPool {
  /// The size of the pool in each year of the projection.
  fileprivate func sizes(in projection: Projection) -> [MillionPounds] {
    projection.years.map { year in
      switch size {
      case .fixed(let amount): amount
      case .lines(let ids): ids.sorted().sum { projection.amount(of: $0, in: year) ?? 0 }
      }
    }
  }
}

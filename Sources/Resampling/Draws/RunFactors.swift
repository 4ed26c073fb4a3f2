// SPDX-License-Identifier: Apache-2.0

/// The numbers of one run: what each level of each family and each strategy is.
struct RunFactors {
  /// The factor of each level, over all families.
  let levels: [Double]
  /// What remains under each strategy.
  let remaining: [Double]

  init(
    _ families: [FactorFamily], _ strategies: [RowStrategy], _ draws: [Double], variant: Int
  ) {
    levels = families.flatMap { $0.values(draws, variant: variant) }
    remaining = strategies.map { min(max($0.value.value(draws), 0), 1) }
  }
}

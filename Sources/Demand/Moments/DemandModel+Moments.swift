// SPDX-License-Identifier: Apache-2.0

extension DemandModel {
  /// Works out mean and variance of a total over services, as a check on simulation.
  ///
  /// A total is a sum of products of functions of independent inputs, so its mean is the sum of
  /// products of means and its second moment is the sum over pairs of products of means of products:
  /// E[XY] = Π E[f g] over the inputs (Goodman 1960, "On the exact variance of products"). Means over
  /// one input are sums over the points of its quadrature; they are exact where each function is a
  /// polynomial of a degree that the quadrature takes, and so for everything but health status, which
  /// is piecewise linear, and clamping. Variants are a mixture by their probabilities.
  ///
  /// Chance: events are Poisson, one unit of activity or one stay each; shares of a Poisson count are
  /// Poisson again. Bed days of a stay vary: `stayRatio` is the mean square of stays over their
  /// squared mean within a cell, 1 for stays all alike. Shorter stays count as fewer, which
  /// overstates chance a little.
  ///
  /// - Parameters:
  ///   - quantity: Activity or bed days.
  ///   - services: The services of the total, by position.
  ///   - year: The year.
  ///   - future: Do nothing or with the plan.
  ///   - quadratures: The uncertain inputs, in their order; taken to be independent of each other.
  ///   - stayRatio: Mean square over squared mean of stays.
  /// - Returns: Mean, variance from the inputs, and variance by chance.
  /// - Throws: `DemandError` where inputs are missing, there is no such year or service, or too many
  ///   inputs are tied together.
  public func moments(
    _ quantity: DemandQuantity, services: [Int], year: Int, _ future: DemandCase = .withPlan,
    inputs quadratures: [InputQuadrature], stayRatio: Double = 1
  ) throws(DemandError) -> DemandMoments {
    let index = try yearIndex(year)
    guard quadratures.count >= valuesNeeded else {
      throw DemandError([.tooFewValues(quadratures.count, valuesNeeded)])
    }
    for service in services where !(0..<serviceCount).contains(service) {
      throw DemandError([
        .unknown("service \(service)", expected: "0 to \(serviceCount - 1)")
      ])
    }
    let measures = Set(services.map { quantity.rawValue * serviceCount + $0 })
    let products = (future == .doNothing ? doNothing : withPlan).filter {
      measures.contains($0.measure) && $0.opens <= index
    }
    let table = MomentTable(
      model: self, groups: try InputGroups(inputs, quadratures), products: products, year: index)
    var (mean, square, chance) = (0.0, 0.0, 0.0)
    for (variant, chanceOf) in inputs.variants.map(\.probability).enumerated() {
      let found = table.moments(variant: variant)
      mean += chanceOf * found.mean
      square += chanceOf * found.square
      chance += chanceOf * found.chance
    }
    return DemandMoments(
      mean: mean, variance: max(square - mean * mean, 0),
      varianceByChance: chance * (quantity == .bedDays ? stayRatio : 1))
  }
}
